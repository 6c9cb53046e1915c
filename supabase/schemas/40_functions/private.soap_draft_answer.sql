create function private.soap_draft_answer(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_answer jsonb := jsonb_build_object(
    'draft_id', p_draft.id,
    'revision', p_draft.revision,
    'soap_status', p_draft.state,
    'phase', p_draft.phase,
    'attempts', p_draft.attempts,
    'lease_id', p_draft.lease_id
  );
  v_note_id uuid;
begin
  if p_draft.state = 'draft_ready' then
    select id into v_note_id from public.soap_notes where encounter_id = p_encounter.id and status = 'draft';
    return v_answer || jsonb_build_object(
      'soap_draft', p_draft.draft, 'soap_note_id', v_note_id, 'soap_note', private.read_soap_note(v_note_id)
    );
  end if;
  if p_draft.lease_id is null then
    return v_answer;
  end if;
  return v_answer || jsonb_build_object(
    'remaining_ms', floor(extract(epoch from p_draft.deadline_at - clock_timestamp()) * 1000)::integer,
    'encounter', jsonb_build_object(
      'encounter_id', p_encounter.id,
      'appointment_id', p_encounter.appointment_id,
      'patient_id', p_encounter.patient_id,
      'provider_id', p_encounter.provider_id
    ),
    'snapshot', (
      select private.snapshot_answer(snapshot) from public.context_snapshots as snapshot where snapshot.id = p_draft.snapshot_id
    ),
    'transcript', private.transcript(p_encounter.id),
    'transcript_sha256', p_draft.transcript_sha256
  );
end;
$$;

comment on function private.soap_draft_answer(public.soap_drafts, public.video_call_sessions) is
  'How a draft stands; with the draft and the encounter''s open note when it is ready, with everything a drafter needs when the caller holds its lease.';
