-- Helpers for stories about the record: a patient, their visits, and what the record says afterwards.
create schema if not exists tests;

-- The patient of a story, with an empty record and an appointment with dr-amara per visit.
create or replace function tests.pat() returns uuid
language sql
immutable
set search_path = ''
as $$
  select 'f0000000-0000-4000-8000-000000000001'::uuid
$$;

create or replace function tests.new_patient(p_patient_id uuid default tests.pat()) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  insert into public.users (id, firebase_uid) values (p_patient_id, 'patient-' || p_patient_id);
  insert into public.patient_profiles (user_id) values (p_patient_id);
  return p_patient_id;
end;
$$;

-- A visit whose note is signed. p_items: rows per table, named without "soap_", such as
-- {"plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg"}], "list_states": {"allergies": "none_known"}}.
create or replace function tests.signed_note(
  p_patient_id uuid,
  p_encounter_at timestamptz,
  p_items jsonb,
  p_note_id uuid default gen_random_uuid(),
  p_provider_id uuid default 'a0000000-0000-4000-8000-000000000001',
  p_encounter_id uuid default gen_random_uuid(),
  p_meta jsonb default '{}'
) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_appointment_id uuid := (select appointment_id from public.video_call_sessions where id = p_encounter_id);
  v_section record;
begin
  if v_appointment_id is null then
    insert into public.appointments (patient_id, provider_id, scheduled_start)
    values (p_patient_id, p_provider_id, p_encounter_at)
    returning id into v_appointment_id;
    insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id, started_at)
    values (p_encounter_id, v_appointment_id, p_patient_id, p_provider_id, p_encounter_at);
  end if;
  insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id, list_states, meta)
  values (
    p_note_id, p_encounter_id, v_appointment_id, p_patient_id, p_provider_id, coalesce(p_items -> 'list_states', '{}'), p_meta
  );

  for v_section in select key as name, value as items from jsonb_each(p_items - 'list_states') loop
    execute format(
      'insert into public.%1$I
       select item_row.* from jsonb_array_elements($1) with ordinality as items (item, place)
       cross join lateral jsonb_populate_record(
         null::public.%1$I,
         jsonb_build_object(''soap_note_id'', $2, ''id'', place::text, ''position'', place, ''evidence'', jsonb_build_array()) || item
       ) as item_row',
      'soap_' || v_section.name
    )
    using v_section.items, p_note_id;
  end loop;

  update public.soap_notes
  set status = 'signed', signed_at = p_encounter_at + interval '20 minutes', signed_by = p_provider_id,
    encounter_at = p_encounter_at, content_sha256 = repeat('0', 64)
  where id = p_note_id;
  return p_note_id;
end;
$$;

-- Merges a note through the front door, as the person named.
create or replace function tests.merge(p_note_id uuid, p_as text default 'dr-amara', p_patient_id uuid default tests.pat())
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_answer jsonb;
begin
  perform tests.sign_in_as(p_as);
  v_answer := public.merge_soap_into_cumulative_record(p_patient_id, p_note_id);
  perform tests.sign_out();
  return v_answer;
end;
$$;

-- A visit of the patient of the story: signed by dr-amara and merged. Answers what the merge answered.
create or replace function tests.visit(p_encounter_at timestamptz, p_items jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select tests.merge(tests.signed_note(tests.pat(), p_encounter_at, p_items))
$$;

-- The stored record of the patient of the story, or one section of it.
create or replace function tests.record(p_section text default null) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select case when p_section is null then cumulative_medical_record else cumulative_medical_record -> p_section end
  from public.patient_profiles where user_id = tests.pat()
$$;

-- The one item of a section with this name (allergen, procedure, condition, topic); null when there is none, an error when there are two.
create or replace function tests.item(p_section text, p_name text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select (
    select item from jsonb_path_query(tests.record(p_section), '$[*]') as item
    where p_name in (item ->> 'name', item ->> 'allergen', item ->> 'procedure', item ->> 'condition', item ->> 'topic')
  )
$$;

-- Names of a section's items in alphabetical order.
create or replace function tests.names(p_section text) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select string_agg(coalesce(item ->> 'name', item ->> 'allergen', item ->> 'procedure', item ->> 'condition'), ', '
    order by coalesce(item ->> 'name', item ->> 'allergen', item ->> 'procedure', item ->> 'condition') collate "C")
  from jsonb_path_query(tests.record(p_section), '$[*]') as item
$$;

-- Kinds of the open conflicts in alphabetical order.
create or replace function tests.conflicts() returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(string_agg(conflict ->> 'kind', ', ' order by conflict ->> 'kind'), '')
  from jsonb_path_query(tests.record('conflicts'), '$[*]') as conflict
$$;

-- The id of the one open conflict of this kind.
create or replace function tests.conflict_id(p_kind text) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select id from public.record_conflicts where patient_id = tests.pat() and kind = p_kind and status = 'open'
$$;

-- What was said between dr-amara and alice, in the order of talk.
create or replace function tests.talk() returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select jsonb_agg(chunk ->> 'text')
  from jsonb_array_elements(private.transcript(tests.encounter_id('dr-amara', 'alice'))) as chunk
$$;

grant execute on all functions in schema tests to anon, authenticated, service_role;

select '1..0 # SKIP helpers';
