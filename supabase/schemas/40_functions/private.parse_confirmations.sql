create function private.parse_confirmations(p_value jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_defaults constant jsonb := '{"itemId": null, "reason": null, "evidence": []}';
  v_flag jsonb;
  v_flags jsonb[] := '{}';
begin
  if jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) > 500 then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: needs_clinician_confirmation is no array of at most 500');
  end if;
  for v_flag in select value from jsonb_array_elements(p_value) loop
    perform private.require_keys(v_flag, '{itemId,reason,evidence}', 'needs_clinician_confirmation');
    v_flag := c_defaults || v_flag;
    if not private.is_note_text(v_flag -> 'reason')
      or not private.is_evidence(v_flag -> 'evidence')
      or jsonb_typeof(v_flag -> 'itemId') not in ('string', 'null') then
      perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a flag of needs_clinician_confirmation is malformed');
    end if;
    v_flags := v_flags || v_flag;
  end loop;
  return to_jsonb(v_flags);
end;
$$;

comment on function private.parse_confirmations(jsonb) is 'SoapNote.meta.aiFlags.needs_clinician_confirmation with defaults: what a clinician has to confirm, and why. Raises INVALID_REQUEST.';
