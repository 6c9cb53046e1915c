create function private.keep_conflict() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_state constant text[] := array['status', 'opened_at', 'closed_at'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - c_state = to_jsonb(old) - c_state then
    return new;
  end if;
  raise exception 'Cannot % conflict: its sides are what was found', pg_catalog.lower(tg_op) using errcode = '42501';
end;
$$;

comment on function private.keep_conflict() is 'Trigger: a conflict is opened and closed, what it says never changes, and none goes.';
