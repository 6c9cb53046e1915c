create function private.fail_soap_draft(p_draft_id uuid, p_failure text) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  with failed as (
    update public.soap_drafts
    set state = 'failed', failure = p_failure, completed_at = now(), lease_id = null, lease_until = null
    where id = p_draft_id and state = 'drafting'
    returning id, encounter_id
  ),
  abandoned as (
    update private.model_calls
    set state = 'abandoned'
    from failed
    where draft_id = failed.id and model_calls.state = 'reserved'
  )
  update public.video_call_sessions
  set soap_status = 'failed'
  from failed
  where video_call_sessions.id = failed.encounter_id and soap_status = 'drafting'
$$;

comment on function private.fail_soap_draft(uuid, text) is
  'Gives a draft in progress up for good (deadline, budget, signed, access), and lets the app see it unless the encounter''s note is further already. A later request makes a new revision.';
