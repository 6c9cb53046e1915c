create function public.merge_preview(p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('merge_preview', 'R', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.merge_preview(p_soap_note_id));
end;
$$;

comment on function public.merge_preview(uuid) is
  'What the signature of a draft would change in the record, as its provider, without signing: {soapNoteId, patientId, status, recordVersion (the record it was compared with), totalVisits, changes {items[], conflicts {opened[], closed[]}}}. Of a signed note, what its merge changed. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED.';

grant execute on function public.merge_preview(uuid) to authenticated;
