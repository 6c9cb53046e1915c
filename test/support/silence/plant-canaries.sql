-- Patients of whom every field is a canary (settings canary.*). Run as the owner, in one transaction.
create function pg_temp.word(p_field text) returns text language sql stable as $$
  select current_setting('canary.word') || ' ' || p_field
$$;

create temporary table planted on commit drop as
select number, gen_random_uuid() as patient_id, gen_random_uuid() as appointment_id, gen_random_uuid() as encounter_id,
  gen_random_uuid() as note_id, provider.id as provider_id
from generate_series(1, current_setting('canary.patients')::integer) as number,
  (select gen_random_uuid() as id) as provider;

insert into public.users (id, firebase_uid) select distinct provider_id, 'dr-canary-uid' from planted;
insert into public.medical_provider_profiles (user_id, display_name, facility_name, approved_at)
select distinct provider_id, 'Dr. Canary', 'Aviary Clinic', now() from planted;

insert into public.users
  (id, firebase_uid, first_name, last_name, email, phone, profile_image_url, date_of_birth, gender)
select patient_id, 'canary-' || number, pg_temp.word('first'), pg_temp.word('last'), 'kanarievogel-' || number || '@example.org',
  current_setting('canary.phone'), 'https://example.org/kanarievogel-' || number || '.png', current_setting('canary.birthday')::date,
  pg_temp.word('gender')
from planted;
insert into public.patient_profiles
  (user_id, patient_number, address, emergency_contact_name, emergency_contact_phone, emergency_contact_relationship)
select patient_id, pg_temp.word(number::text), pg_temp.word('street'), pg_temp.word('kin'), current_setting('canary.phone'),
  pg_temp.word('relationship')
from planted;
update public.users
set phone = current_setting('canary.phone'), profile_image_url = 'https://example.org/kanarievogel.png'
where firebase_uid in ('alice-uid', 'bob-uid', 'carol-uid');
update public.patient_profiles
set address = pg_temp.word('street'), emergency_contact_name = pg_temp.word('kin'),
  emergency_contact_phone = current_setting('canary.phone'), emergency_contact_relationship = pg_temp.word('relationship')
from public.users
where id = user_id and firebase_uid in ('alice-uid', 'bob-uid', 'carol-uid');

insert into public.appointments (id, patient_id, provider_id, chief_complaint, scheduled_start)
select appointment_id, patient_id, provider_id, pg_temp.word('complaint'), now() from planted;
insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id, started_at)
select encounter_id, appointment_id, patient_id, provider_id, now() from planted;
insert into public.video_call_attendees (encounter_id, attendee_id, speaker_role)
select encounter_id, pg_temp.word('attendee'), 'patient' from planted;
insert into public.call_transcript_chunks (encounter_id, sequence, speaker_role, text, attendee_id, stored_by)
select encounter_id, sequence, 'patient', pg_temp.word('said ' || sequence), pg_temp.word('attendee'), patient_id
from planted, generate_series(1, 2) as sequence;
insert into public.emergency_accesses (provider_id, patient_id, reason, expires_at)
select provider_id, patient_id, pg_temp.word('emergency'), now() + interval '1 second' from planted;
insert into public.context_snapshots (encounter_id, snapshot_version, record_version, content, created_by)
select encounter_id, 1, '', jsonb_build_object('canary', pg_temp.word('snapshot')), provider_id from planted;
insert into public.soap_drafts
  (encounter_id, revision, state, transcript_sha256, model, prompt_version, draft, created_by, completed_at)
select encounter_id, 1, 'draft_ready', repeat('0', 64), 'offline', '1', jsonb_build_object('canary', pg_temp.word('draft')), provider_id, now()
from planted;
insert into public.soap_drafts
  (encounter_id, revision, transcript_sha256, model, prompt_version, model_answer, created_by, deadline_at)
select encounter_id, 2, repeat('0', 64), 'offline', '1', pg_temp.word('model answer'), provider_id, now() + interval '1 day' from planted;

insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id, meta, list_states)
select note_id, encounter_id, appointment_id, patient_id, provider_id, jsonb_build_object('disclaimer', pg_temp.word('meta')),
  jsonb_build_object('allergies', jsonb_build_object(
    'state', 'listed', 'evidence', jsonb_build_array(jsonb_build_object('quote', pg_temp.word('list state')))
  ))
from planted;

-- Every text of every item's table: a canary, or where the table knows only certain words, one of those.
do $$
declare
  v_table record;
begin
  for v_table in
    select column_row.table_name,
      string_agg(quote_ident(column_row.column_name), ', ') as columns,
      string_agg(coalesce(quote_literal(coded.word), format('pg_temp.word(%L)', column_row.column_name)), ', ') as texts
    from information_schema.columns as column_row
    left join lateral (
      select (regexp_match(pg_get_constraintdef(rule.oid), '''([^'']+)''::text'))[1] as word
      from pg_constraint as rule
      join pg_attribute as attribute on attribute.attrelid = rule.conrelid and attribute.attnum = rule.conkey[1]
      where rule.conrelid = format('public.%I', column_row.table_name)::regclass and rule.contype = 'c'
        and cardinality(rule.conkey) = 1 and attribute.attname = column_row.column_name
        and pg_get_constraintdef(rule.oid) like '%ANY (ARRAY[%'
    ) as coded on true
    where column_row.table_schema = 'public' and column_row.table_name like 'soap\_%\_%' and column_row.table_name <> 'soap_note_merges'
      and column_row.data_type = 'text'
    group by 1
  loop
    execute format(
      'insert into public.%1$I (soap_note_id, evidence, %2$s)
       select note_id, jsonb_build_array(jsonb_build_object(''quote'', pg_temp.word(''evidence''))), %3$s from planted',
      v_table.table_name, v_table.columns, v_table.texts
    );
  end loop;
end;
$$;

-- What differs and was decided.
insert into public.record_conflicts (id, patient_id, kind, section, field, item_ids, sides)
select encounter_id, patient_id, 'severity', 'allergies', 'severity', '[]', jsonb_build_array(pg_temp.word('side'))
from planted where number > 10;
insert into public.record_decisions (conflict_id, patient_id, decision, patch, value, reason, decided_by, decided_at)
select encounter_id, patient_id, 'modify', jsonb_build_object('severity', pg_temp.word('patch')), to_jsonb(pg_temp.word('value')),
  pg_temp.word('decision'), provider_id, now()
from planted where number > 10;

-- Some are signed, and so are in the ledger and in a record.
update public.soap_notes
set status = 'signed', signed_at = now(), signed_by = provider_id, encounter_at = now(), content_sha256 = private.soap_note_sha256(id)
where id in (select note_id from planted where number <= 10);
select private.merge_pending_notes(patient_id) from planted where number <= 10;
