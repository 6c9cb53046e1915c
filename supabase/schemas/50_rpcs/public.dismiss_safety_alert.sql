create function public.dismiss_safety_alert(p_alert_id text, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('dismiss_safety_alert', 'U', 'note', null);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.dismiss_safety_alert(p_alert_id, p_reason));
end;
$$;

comment on function public.dismiss_safety_alert(text, text) is
  'Closes a safety alert of an open note, by the note''s provider and with a reason. Answers {alertId, soapNoteId, status, dismissedReason, dismissedAt, revision, contentSha256}, again when repeated: the first reason stands. Refuses: FORBIDDEN, NOT_FOUND, DRAFT_LOCKED, MISSING_PARAMS, INVALID_REQUEST.';

grant execute on function public.dismiss_safety_alert(text, text) to authenticated;
