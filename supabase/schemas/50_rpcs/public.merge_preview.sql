create function public.merge_preview(p_soap_note_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.merge_preview(p_soap_note_id)
$$;

comment on function public.merge_preview(uuid) is
  'What the signature of a draft would change in the record, as its provider, without signing: {soapNoteId, patientId, status, recordVersion (the record it was compared with), totalVisits, changes {items[], conflicts {opened[], closed[]}}}. Of a signed note, what its merge changed. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED.';

grant execute on function public.merge_preview(uuid) to authenticated;
