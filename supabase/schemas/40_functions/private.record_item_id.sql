create function private.record_item_id(p_section text, p_item_key text) returns uuid
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return left(encode(sha256(convert_to(p_section || chr(10) || p_item_key, 'UTF8')), 'hex'), 32)::uuid;
end;
$$;

comment on function private.record_item_id(text, text) is
  'Id of an item of the record: the head of the SHA-256 of its section and identity key, so that it is the same whatever the order of merges.';
