create function private.sha256_hex(p_content jsonb) returns text
language sql
immutable
strict
security invoker
set search_path = ''
as $$
  select encode(sha256(convert_to(p_content::text, 'UTF8')), 'hex')
$$;

comment on function private.sha256_hex(jsonb) is 'SHA-256 over the canonical text of a jsonb value (keys ordered and unique, numbers as written), in hexadecimal.';
