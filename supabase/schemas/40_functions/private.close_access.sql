-- Definer: clients do not reach the audit.
create function private.close_access(p_access private.access, p_answer jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_event audit.events;
begin
  v_event.rpc := p_access.rpc;
  v_event.action := p_access.action;
  v_event.object_kind := p_access.object_kind;
  v_event.object_id := coalesce(p_access.object_id, private.answered_note_id(p_access.object_kind, p_answer));
  v_event.outcome := case when p_answer ->> 'code' ~ '^PT[0-9]{3}$' then p_answer ->> 'hint' else 'OK' end;
  v_event.patient_id := private.patient_of(v_event.object_kind, v_event.object_id);
  v_event.actor_uid := case when v_event.outcome <> 'INVALID_FIREBASE_TOKEN' then p_access.actor_uid end;
  select actor_id, actor_role into v_event.actor_id, v_event.actor_role
  from private.actor_of(v_event.actor_uid, v_event.patient_id);
  v_event.purpose := case when v_event.outcome = 'OK' then private.purpose_of(v_event) end;
  v_event.replayed := v_event.outcome = 'OK' and (
    -- Of transcripts replayed counts chunks: nothing was stored, so all of them were there.
    coalesce(p_answer -> 'replayed' = 'true' or p_answer -> 'stored' = '0', false)
    or private.is_repeated_key(v_event.actor_id, p_access.rpc, p_access.idempotency_key)
  );
  perform private.record_access(v_event);
  return p_answer;
end;
$$;

comment on function private.close_access(private.access, jsonb) is
  'The last thing every RPC does: puts the call and its outcome on record and hands the answer on. Where that fails, so does the call, and with it whatever it did.';

grant execute on function private.close_access(private.access, jsonb) to authenticated, service_role;
