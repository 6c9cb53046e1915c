create function private.transcript_since_draft(p_note public.soap_notes) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_draft public.soap_drafts := private.latest_draft(p_note.encounter_id);
  v_drafted integer;
  v_stored integer;
begin
  select count(*), count(*) filter (where created_at <= v_draft.created_at)
  into v_stored, v_drafted
  from public.call_transcript_chunks
  where encounter_id = p_note.encounter_id;
  -- A draft of the previous release did not count them.
  v_drafted := coalesce(v_draft.transcript_chunks, v_drafted);
  if v_draft.id is null or v_stored = v_drafted then
    return null;
  end if;
  return jsonb_build_object('draftedChunks', v_drafted, 'arrivedChunks', v_stored - v_drafted);
end;
$$;

comment on function private.transcript_since_draft(public.soap_notes) is
  'How much of what was said no draft of a note''s encounter has seen: {draftedChunks, arrivedChunks}; null when the last draft has seen all, or when there is none.';
