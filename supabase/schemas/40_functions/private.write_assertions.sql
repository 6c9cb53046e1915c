create function private.write_assertions(p_note_ids uuid[]) returns void
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes, as in private.refold.
set plan_cache_mode = force_generic_plan
-- The cost of a plan for arrays of unknown length is a guess, and compiling it takes longer than running it.
set jit = off
as $$
begin
  insert into private.record_assertions (
    patient_id, note_id, section, neighbourhood, place, encounter_at, signed_by, stage, position, row_id, fields, facts,
    rules_version
  )
  select note.patient_id, said.note_id, said.section, said.neighbourhood,
    said.place,
    said.encounter_at, said.signed_by, said.stage, said.position, said.row_id, said.fields, said.facts,
    private.record_rules_version()
  from private.note_statements(p_note_ids) as said
  join public.soap_notes as note on note.id = said.note_id
  on conflict do nothing;
end;
$$;

comment on function private.write_assertions(uuid[]) is
  'Writes what signed notes say into the ledger, by the rules of today; what stands there stays.';
