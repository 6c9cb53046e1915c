create function private.record_part_sha256(p_section text, p_item jsonb) returns bytea
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return sha256(convert_to(p_section || chr(10) || p_item::text, 'UTF8'));
end;
$$;

comment on function private.record_part_sha256(text, jsonb) is 'Hash of one part of a record, see docs/adr/0010.';
