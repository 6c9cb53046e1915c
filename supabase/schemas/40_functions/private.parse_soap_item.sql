create function private.parse_soap_item(p_table_name text, p_item jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_defaults jsonb := private.soap_item_defaults(p_table_name);
  v_item jsonb;
begin
  perform private.require_keys(p_item, array(select jsonb_object_keys(v_defaults)), 'an item of ' || p_table_name);
  v_item := private.plain_code(v_defaults || p_item);

  if not private.is_evidence(v_item -> 'evidence') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: evidence of %s is malformed', p_table_name));
  end if;
  if jsonb_typeof(v_item -> 'id') <> 'string' or length(v_item ->> 'id') not between 1 and 64 then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: an item of %s has no proper id', p_table_name));
  end if;
  if exists (
    select from jsonb_each(v_item - 'evidence') as field
    where not private.is_note_text(field.value) and field.value <> 'null'
  ) then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: a value of %s is no text', p_table_name));
  end if;

  if v_item ->> 'measured_at' is null then
    return v_item;
  end if;
  if (v_item ->> 'measured_at') !~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'
    or not pg_input_is_valid(v_item ->> 'measured_at', 'timestamptz') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: measured_at of %s is no RFC 3339 time', p_table_name));
  end if;
  return jsonb_set(v_item, '{measured_at}', to_jsonb(private.utc_text((v_item ->> 'measured_at')::timestamptz)));
end;
$$;

comment on function private.parse_soap_item(text, jsonb) is
  'One item of a SoapNote with every column of its table as key, times in UTC. Raises INVALID_REQUEST.';
