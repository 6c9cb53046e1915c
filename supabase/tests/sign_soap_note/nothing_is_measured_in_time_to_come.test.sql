begin;
select plan(7);

select tests.new_patient();
create temporary table note (encounter_id uuid, id uuid) on commit drop;
grant all on note to authenticated;
with booked as (
  insert into public.appointments (patient_id, provider_id, scheduled_start)
  values (tests.pat(), tests.user_id('dr-amara'), now() - interval '1 hour') returning *
),
held as (
  insert into public.video_call_sessions (appointment_id, patient_id, provider_id, started_at)
  select id, patient_id, provider_id, scheduled_start from booked returning id
)
insert into note (encounter_id) select id from held;

create function pg_temp.vitals(p_measured_at timestamptz) returns jsonb
language sql
as $$
  select jsonb_build_object('objective', jsonb_build_object('vitalSigns', jsonb_build_array(jsonb_build_object(
    'id', '1', 'vital_name', 'Blood pressure', 'vital_value', '128/82', 'unit', 'mm[Hg]',
    'measured_at', to_char(p_measured_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  ))))
$$;
grant execute on function pg_temp.vitals(timestamptz) to authenticated;

select tests.sign_in_as('dr-amara');
select public.save_soap_note(encounter_id, pg_temp.vitals(now() + interval '36 years')) from note;
update note set id = open.id from public.soap_notes as open where open.encounter_id = note.encounter_id;

select is(tests.refusal(public.sign_soap_note(id)), 'INVALID_REQUEST', 'M17 a note with a measurement of a time to come is not signed') from note;
select is(status, 'draft', 'and stays open') from note join public.soap_notes using (id);
select public.save_soap_note(encounter_id, pg_temp.vitals(now() + interval '4 hours')) from note;
select is(public.sign_soap_note(id) ->> 'status', 'signed', 'a device''s clock may be ahead') from note;
select is(
  tests.refusal(public.amend_soap_note(id, pg_temp.vitals(now() + interval '3 days'), 'a typo')), 'INVALID_REQUEST',
  'M17 nor is it amended to have one'
) from note;
select is(status, 'signed', 'and stands as it was') from note join public.soap_notes using (id);
select is(
  public.amend_soap_note(id, pg_temp.vitals(now() - interval '10 minutes'), 'a typo') ->> 'replayed', 'false',
  'one measured before the visit ended is taken'
) from note;
select tests.sign_out();
select is((select count(*) from private.verify_record(tests.pat())), 0::bigint, 'the record is what the notes say');

select * from finish();
rollback;
