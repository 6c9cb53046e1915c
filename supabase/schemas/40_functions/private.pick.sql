create function private.pick(p_object jsonb, p_keys text[]) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_object_agg(key, p_object -> key) from unnest(p_keys) as key
$$;

comment on function private.pick(jsonb, text[]) is 'An object with these keys of another, null where it has none.';
