create function private.role_refusal(p_caller private.caller) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_caller.refusal is not null then p_caller.refusal
    when not p_caller.is_patient and not p_caller.is_provider then 'FORBIDDEN'
  end
$$;

comment on function private.role_refusal(private.caller) is
  'Why the caller takes no part in care at all, whatever they name: not accepted, or neither patient nor provider; null for everybody else.';
