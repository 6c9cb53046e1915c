create function private.soap_draft_answer(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'draft_id', p_draft.id,
      'revision', p_draft.revision,
      'soap_status', p_draft.state,
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
    )
    || case p_draft.state
      when 'draft_ready' then jsonb_build_object(
        'soap_draft', p_draft.draft,
        'soap_note_id', (select id from public.soap_notes where encounter_id = p_encounter.id and status = 'draft')
      )
      else '{}'
    end
$$;

comment on function private.soap_draft_answer(public.soap_drafts, public.video_call_sessions) is
  'What begin_soap_draft answers: the draft as it stands, and everything a drafter needs.';
