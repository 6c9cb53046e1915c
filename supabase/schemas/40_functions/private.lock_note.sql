create function private.lock_note(p_caller private.caller, p_note_id uuid) returns public.soap_notes
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
begin
  select * into v_note from public.soap_notes where id = p_note_id and p_caller.user_id in (provider_id, patient_id);
  -- Encounter, patient, note: the order in which everything that touches two of them locks.
  perform private.lock_encounter(p_caller, v_note.encounter_id);
  perform from public.patient_profiles where user_id = v_note.patient_id for no key update;
  select * into v_note from public.soap_notes where id = p_note_id for no key update;
  return v_note;
end;
$$;

comment on function private.lock_note(private.caller, uuid) is
  'A note, locked with its encounter and its patient''s record until the transaction ends; for who takes no part in it, nothing but the note is.';
