create function private.model_circuit(p_model text) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  -- What one request got for itself (truncated, refused, not the schema, http_400, http_413) says nothing about the next
  -- encounter's and does not count: nobody's words may close the model to everybody else.
  with latest as (
    select settled_at, state = 'failed' and fault ~ '^(http_(401|403|404|408|429|5\d\d)$|timeout|unreachable)' as is_outage
    from private.model_calls
    where model = p_model and state in ('answered', 'failed')
    order by settled_at desc
    limit 5
  )
  select case
    when count(*) < 5 or not bool_and(is_outage) then 'closed'
    when max(settled_at) > now() - interval '30 seconds' then 'open'
    when exists (
      select from private.model_calls
      where model = p_model and state = 'reserved' and started_at > now() - interval '30 seconds'
    ) then 'open'
    else 'half_open'
  end
  from latest
$$;

comment on function private.model_circuit(text) is
  'Whether a model may be called (https://martinfowler.com/bliki/CircuitBreaker.html): closed; open for 30 s after five outages in a row, of whatever facility, since all share the endpoint; then half_open, when one call may find out.';
