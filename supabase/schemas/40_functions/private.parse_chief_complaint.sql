create function private.parse_chief_complaint(p_value jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_value is null or p_value = 'null' then
    return 'null';
  end if;
  perform private.require_keys(p_value, '{id,description,evidence}', 'chiefComplaint');
  return private.parse_soap_item('soap_subjective_hpi', p_value) - 'element';
end;
$$;

comment on function private.parse_chief_complaint(jsonb) is 'SoapNote.subjective.chiefComplaint with its defaults, or JSON null. Raises INVALID_REQUEST.';
