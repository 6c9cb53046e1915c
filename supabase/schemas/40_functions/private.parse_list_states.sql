create function private.parse_list_states(p_value jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_states constant jsonb := '["listed", "none_known", "not_asked"]';
  v_states jsonb := coalesce(p_value, '{}');
  v_list text;
  v_claim jsonb;
begin
  perform private.require_keys(
    v_states, '{conditions,medications,allergies,surgical_history,family_history,social_history}', 'listStates'
  );
  for v_list, v_claim in select key, value from jsonb_each(v_states) loop
    if jsonb_typeof(v_claim) = 'object' then
      perform private.require_keys(v_claim, '{state,complete,evidence}', 'listStates.' || v_list);
      v_claim := '{"complete": false, "evidence": []}' || v_claim;
      if not private.is_evidence(v_claim -> 'evidence') or jsonb_typeof(v_claim -> 'complete') <> 'boolean' then
        perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a list state is malformed');
      end if;
      v_states := jsonb_set(v_states, array[v_list], v_claim);
    end if;
    if not c_states @> coalesce(v_claim -> 'state', v_claim) then
      perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a list state is none of listed, none_known, not_asked');
    end if;
  end loop;
  return v_states;
end;
$$;

comment on function private.parse_list_states(jsonb) is
  'SoapNote.subjective.listStates with defaults: per list a state, bare or as {state, complete, evidence}. Raises INVALID_REQUEST.';
