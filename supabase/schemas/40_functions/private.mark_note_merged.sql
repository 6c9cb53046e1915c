create function private.mark_note_merged() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  update public.soap_notes set merged_at = new.merged_at where id = new.soap_note_id;
  return null;
end;
$$;

comment on function private.mark_note_merged() is 'Trigger: a note with a row in the merge ledger is no longer pending.';
