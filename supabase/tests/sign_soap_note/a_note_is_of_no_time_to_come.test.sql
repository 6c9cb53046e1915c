begin;
select plan(6);

select tests.new_patient();
create function pg_temp.signed(p_scheduled_start timestamptz, p_started_at timestamptz, p_dose text) returns uuid
language plpgsql
as $$
declare
  v_encounter_id uuid := gen_random_uuid();
  v_note_id uuid;
begin
  perform tests.sign_out();
  with booked as (
    insert into public.appointments (patient_id, provider_id, scheduled_start)
    values (tests.pat(), tests.user_id('dr-amara'), p_scheduled_start) returning *
  )
  insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id, started_at)
  select v_encounter_id, id, patient_id, provider_id, p_started_at from booked;
  perform tests.sign_in_as('dr-amara');
  perform public.save_soap_note(v_encounter_id, jsonb_build_object('plan', jsonb_build_object('medications', jsonb_build_array(
    jsonb_build_object('id', '1', 'medication_name', 'Lisinopril', 'dose', p_dose, 'frequency', 'once daily', 'status', 'started')
  ))));
  select id into v_note_id from public.soap_notes where encounter_id = v_encounter_id;
  perform public.merge_preview(v_note_id);
  perform public.sign_soap_note(v_note_id);
  return v_note_id;
end;
$$;

grant execute on function pg_temp.signed(timestamptz, timestamptz, text) to authenticated;

create temporary table note (early uuid, later uuid, called uuid) on commit drop;
create temporary table clock (moment timestamptz) on commit drop;
grant all on note, clock to authenticated;
insert into note (early) values (pg_temp.signed(now() + interval '1 year', null, '10 mg'));
select is(encounter_at, signed_at, 'M09 a note that is signed before its booking is of the moment it was signed')
from note join public.soap_notes on id = early;
insert into clock select clock_timestamp();
update note set later = pg_temp.signed(moment, null, '20 mg') from clock;
select is(encounter_at, moment, 'one after it is of its booking''s') from clock, note join public.soap_notes on id = later;
select is(
  public.get_patient_history(tests.pat()) #>> '{record,medications,0,dose}', '20 mg', 'M09 so a visit that came later is not undone by a booking that lies ahead'
);
update note set called = pg_temp.signed(moment + interval '1 year', moment + interval '1 millisecond', '40 mg') from clock;
select is(encounter_at, moment + interval '1 millisecond', 'a call that took place early is of the time it took place')
from clock, note join public.soap_notes on id = called;
select public.amend_soap_note(early, '{}', 'a typo') from note;
select is(amendment.encounter_at, original.encounter_at, 'and an amendment keeps the moment of the note')
from note
join public.soap_notes as original on original.id = early
join public.soap_notes as amendment on amendment.amends_note_id = early;
select tests.sign_out();
select is((select count(*) from private.verify_record(tests.pat())), 0::bigint, 'the record is what the notes say');

select * from finish();
rollback;
