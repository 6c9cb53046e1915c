-- Definer: at commit the role is the caller's again, who reads no journal.
create function private.keep_record_in_step() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_status text := (select status from public.soap_notes where id = new.id);
  v_version integer := (select max(sequence) from private.record_events where patient_id = new.patient_id);
begin
  if exists (select from private.record_events where soap_note_id = new.id and kind = 'merge')
    and (new.id = any (private.record_notes_at(new.patient_id, v_version))) <> (v_status = 'signed') then
    raise exception 'Cannot update SOAP note: the record does not follow' using errcode = '42501';
  end if;
  return null;
end;
$$;

comment on function private.keep_record_in_step() is
  'Trigger at commit: a merged note that was amended, retracted or restored has left the record, or come back, in the same transaction, whoever asks.';
