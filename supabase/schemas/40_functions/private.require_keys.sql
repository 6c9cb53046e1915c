create function private.require_keys(p_object jsonb, p_keys text[], p_what text) returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if jsonb_typeof(p_object) is distinct from 'object' then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s is not an object', p_what));
  end if;
  if p_object - p_keys <> '{}' then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s has an unknown key', p_what));
  end if;
end;
$$;

comment on function private.require_keys(jsonb, text[], text) is
  'Raises INVALID_REQUEST unless the value is an object with no other keys than these: what has no column would be lost.';
