-- Definer: clients have no INSERT on decisions, and the record has to be written anew.
create function private.resolve_conflict(
  p_conflict_id uuid, p_decision text, p_value jsonb, p_reason text, p_supersedes uuid
) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot resolve conflict: ';
  v_caller private.caller := private.current_caller();
  v_conflict public.record_conflicts;
  v_last public.record_decisions;
  v_code text;
  v_is_repeat boolean;
begin
  select * into v_conflict from public.record_conflicts where id = p_conflict_id;
  v_code := private.conflict_refusal(v_caller, v_conflict, p_decision, p_value, p_reason);
  if v_code is not null then
    return private.refuse(
      v_code, c_action || coalesce(case v_code when 'NOT_FOUND' then 'conflict not found' end, private.error_state(v_code),
        'this kind of conflict is not decided so')
    );
  end if;

  -- Behind the lock, and with every signed note in the record, the ledger says what is open.
  perform from public.patient_profiles where user_id = v_conflict.patient_id for no key update;
  perform private.merge_pending_notes(v_conflict.patient_id);
  select * into v_conflict from public.record_conflicts where id = p_conflict_id;
  select * into v_last from private.record_decisions_of(v_conflict.patient_id) where conflict_id = p_conflict_id;

  v_is_repeat := coalesce(
    (v_last.decision, v_last.reason, v_last.decided_by) = (p_decision, p_reason, v_caller.user_id)
    and v_last.value is not distinct from p_value,
    false
  );
  if not v_is_repeat then
    if v_conflict.status = 'withdrawn' or v_last.id is distinct from p_supersedes then
      return private.refuse('REVISION_CONFLICT', c_action || 'it was decided or went away since it was read');
    end if;
    v_last := private.decide_conflict(v_conflict, p_decision, p_value, p_reason, v_caller.user_id, p_supersedes);
  end if;
  return private.decision_answer(v_last) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.resolve_conflict(uuid, text, jsonb, text, uuid) is 'Body of public.resolve_conflict.';

grant execute on function private.resolve_conflict(uuid, text, jsonb, text, uuid) to authenticated;
