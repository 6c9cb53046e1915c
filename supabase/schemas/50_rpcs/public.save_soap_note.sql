create function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('save_soap_note', 'U', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.save_soap_note(p_encounter_id, p_note, p_expected_revision));
exception
  -- Undone, as whoever raised it wants, and on record all the same.
  when sqlstate 'PT400' then
    return private.close_rejected(v_access, sqlerrm);
end;
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id, a JSON string. Refuses: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.save_soap_note(uuid, jsonb, integer) to authenticated;
