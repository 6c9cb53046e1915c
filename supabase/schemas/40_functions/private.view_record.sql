create function private.view_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  -- A copy out of the table: the rows of what is undone may be swept away at once.
  v_record := private.read_record(p_patient_id) || '{}';
  -- A note that is signed and not merged yet belongs in what is read, and nobody's name into the ledger for it.
  raise exception using errcode = 'PTRBK', message = 'undone on purpose';
exception
  when sqlstate 'PTRBK' then
    return v_record;
end;
$$;

comment on function private.view_record(uuid) is
  'The record as private.read_record answers it, every signed note in it, and nothing written: what had to be merged for it is undone before this returns.';
