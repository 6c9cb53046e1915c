create function private.full_name(p_user public.users) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select nullif(concat_ws(' ', p_user.first_name, p_user.last_name), '')
$$;

comment on function private.full_name(public.users) is 'First and last name as one text, null where neither is known.';
