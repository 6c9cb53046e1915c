create function private.record_if_signed(p_note public.soap_notes, p_signed_by uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  perform private.attest_note(p_note.id, p_signed_by, private.encounter_moment(p_note.encounter_id));
  -- A copy out of the table: the rows of what is undone may be swept away at once.
  v_record := private.read_record(p_note.patient_id) || '{}';
  -- The one way to know exactly what a signature would do is to do it, and not to keep it.
  raise exception using errcode = 'PTRBK', message = 'undone on purpose';
exception
  when sqlstate 'PTRBK' then
    return v_record;
end;
$$;

comment on function private.record_if_signed(public.soap_notes, uuid) is
  'The record as the signature of a draft would make it. Nothing is written: signature and merge are undone before this returns.';
