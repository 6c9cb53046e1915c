-- Definer: clients have no UPDATE on alerts.
create function private.dismiss_safety_alert(p_alert_id text, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot dismiss safety alert: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes;
  v_alert public.soap_safety_alerts;
  v_found integer;
  v_code text;
begin
  -- An id is unique in its note; the caller's open notes come first, so that a signed one does not stand in the way.
  select count(*) filter (where note.status = 'draft')
  into v_found
  from public.soap_safety_alerts as alert
  join public.soap_notes as note on note.id = alert.soap_note_id
  where alert.id = p_alert_id and note.provider_id = v_caller.user_id;

  select note.*
  into v_note
  from public.soap_safety_alerts as alert
  join public.soap_notes as note on note.id = alert.soap_note_id
  where alert.id = p_alert_id
  order by note.provider_id is not distinct from v_caller.user_id desc, note.status = 'draft' desc, note.id
  limit 1
  for update of note;

  v_code := private.note_refusal(v_caller, v_note);
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(case v_code when 'NOT_FOUND' then 'alert not found' end, private.error_state(v_code)));
  end if;
  if v_note.status <> 'draft' then
    return private.refuse('DRAFT_LOCKED', c_action || private.error_state('DRAFT_LOCKED'));
  end if;
  if v_found > 1 then
    return private.refuse('INVALID_REQUEST', c_action || 'alert id stands in several open notes');
  end if;
  if not private.has_visible_text(p_reason) or not private.is_note_text(to_jsonb(p_reason)) then
    return private.refuse('MISSING_PARAMS', c_action || 'reason is missing or overlong');
  end if;

  update public.soap_safety_alerts
  set status = 'dismissed', dismissed_reason = p_reason, dismissed_by = v_caller.user_id, dismissed_at = now()
  where soap_note_id = v_note.id and id = p_alert_id and status = 'open';
  if found then
    update public.soap_notes
    set revision = revision + 1, content_sha256 = private.soap_note_sha256(id)
    where id = v_note.id
    returning * into v_note;
  end if;

  select * into v_alert from public.soap_safety_alerts where soap_note_id = v_note.id and id = p_alert_id;
  return jsonb_build_object(
    'alertId', v_alert.id,
    'soapNoteId', v_note.id,
    'status', v_alert.status,
    'dismissedReason', v_alert.dismissed_reason,
    'dismissedAt', private.utc_text(v_alert.dismissed_at),
    'revision', v_note.revision,
    'contentSha256', v_note.content_sha256
  );
end;
$$;

comment on function private.dismiss_safety_alert(text, text) is 'Body of public.dismiss_safety_alert.';

grant execute on function private.dismiss_safety_alert(text, text) to authenticated;
