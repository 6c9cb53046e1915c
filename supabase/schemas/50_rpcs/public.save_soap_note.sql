create function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('save_soap_note', 'U', 'encounter', p_encounter_id);
  v_note_id uuid;
begin
  if v_access.refusal is not null then
    raise exception using
      errcode = v_access.refusal ->> 'code',
      message = v_access.refusal ->> 'message',
      hint = v_access.refusal ->> 'hint',
      detail = v_access.refusal ->> 'details';
  end if;
  v_note_id := private.save_soap_note(p_encounter_id, p_note, p_expected_revision);
  perform private.close_access(v_access, to_jsonb(v_note_id));
  return v_note_id;
exception
  -- A uuid cannot carry a refusal, so it is raised, and what is raised leaves no row: it is on record in the log alone.
  when sqlstate 'PT400' or sqlstate 'PT401' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT429' then
    raise log 'access refused: save_soap_note of % by %, %', p_encounter_id, v_access.actor_uid, sqlstate;
    raise;
end;
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id. Raises: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.save_soap_note(uuid, jsonb, integer) to authenticated;
