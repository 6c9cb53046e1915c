create function private.parse_soap_items(p_table_name text, p_items jsonb, p_max_items integer) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_item jsonb;
  v_items jsonb[] := '{}';
begin
  if jsonb_typeof(p_items) <> 'array' then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s is not an array', p_table_name));
  end if;
  if jsonb_array_length(p_items) > p_max_items then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s has more than %s items', p_table_name, p_max_items));
  end if;
  for v_item in select value from jsonb_array_elements(p_items) loop
    v_items := v_items || private.parse_soap_item(p_table_name, v_item);
  end loop;
  return to_jsonb(v_items);
end;
$$;

comment on function private.parse_soap_items(text, jsonb, integer) is 'One array of a SoapNote with the defaults of its items filled in. Raises INVALID_REQUEST.';
