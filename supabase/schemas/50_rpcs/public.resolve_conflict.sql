create function public.resolve_conflict(
  p_conflict_id uuid,
  p_decision text,
  p_value jsonb default null,
  p_reason text default null,
  p_supersedes uuid default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('resolve_conflict', 'U', 'conflict', p_conflict_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.resolve_conflict(p_conflict_id, p_decision, p_value, p_reason, p_supersedes)
  );
end;
$$;

comment on function public.resolve_conflict(uuid, text, jsonb, text, uuid) is
  'Decides a conflict of a record, as a provider who has the patient in care: accept (the later side is right), reject (it is not) or modify (p_value is), always for a reason; p_supersedes names the decision it takes the place of, when there is one. Answers {decisionId, conflictId, patientId, decision, value, reason, decidedBy, decidedAt, recordVersion, changes, replayed}; the same decision again answers the same with replayed true. The decision holds until a side of the conflict changes. Refuses: FORBIDDEN, NOT_FOUND, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT.';

grant execute on function public.resolve_conflict(uuid, text, jsonb, text, uuid) to authenticated;
