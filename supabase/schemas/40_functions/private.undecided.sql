create function private.undecided(p_conflicts jsonb, p_decisions jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(conflict order by place), '[]')
  from jsonb_array_elements(p_conflicts) with ordinality as found (conflict, place)
  where not p_decisions ? (conflict ->> 'id')
$$;

comment on function private.undecided(jsonb, jsonb) is 'The conflicts nobody has decided, in their order.';
