create function private.find_or_open_draft(
  p_encounter public.video_call_sessions, p_model text, p_prompt_version text
) returns public.soap_drafts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- A stand-in for a model that was down: asking again soon gets it again, asking later tries the model once more.
  c_fallback_stands constant interval := '10 minutes';
  v_transcript_sha256 text := private.sha256_hex(private.transcript(p_encounter.id));
  v_draft public.soap_drafts;
begin
  -- A draft of the same inputs in progress is joined, not doubled: whoever completes it first wins, the other gets it.
  select * into v_draft
  from public.soap_drafts
  where encounter_id = p_encounter.id
    and (
      state = 'draft_ready' and (draft #>> '{meta,fallback_reason}' is null or completed_at > now() - c_fallback_stands)
      or state = 'drafting' and deadline_at > now()
    )
    and snapshot_id is not distinct from p_encounter.context_snapshot_id
    and transcript_sha256 = v_transcript_sha256
    and model = p_model
    and prompt_version = p_prompt_version
  order by revision desc
  limit 1;
  if found then
    perform private.restore_drafted_note(v_draft, p_encounter);
    return private.lease_soap_draft(v_draft);
  end if;

  perform private.fail_soap_draft(id, 'deadline')
  from public.soap_drafts
  where encounter_id = p_encounter.id and state = 'drafting' and deadline_at <= now();

  insert into public.soap_drafts
    (encounter_id, revision, snapshot_id, transcript_sha256, transcript_chunks, model, prompt_version, created_by)
  select
    p_encounter.id,
    coalesce(max(revision), 0) + 1,
    p_encounter.context_snapshot_id,
    v_transcript_sha256,
    (select count(*) from public.call_transcript_chunks where encounter_id = p_encounter.id),
    p_model,
    p_prompt_version,
    p_encounter.provider_id
  from public.soap_drafts
  where encounter_id = p_encounter.id
  returning * into v_draft;
  perform private.advance_encounter(p_encounter.id, 'soap_drafting', 'drafting');
  return private.lease_soap_draft(v_draft);
end;
$$;

comment on function private.find_or_open_draft(public.video_call_sessions, text, text) is
  'The draft of exactly this snapshot, transcript, model and prompt, finished or in progress, else a new revision that is drafting; with a lease where the caller is to write it. The encounter is locked.';
