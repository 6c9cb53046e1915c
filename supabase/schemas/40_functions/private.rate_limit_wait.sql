create function private.rate_limit_wait(p_actor_uid text, p_rpc text) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_limit private.rate_limits;
  v_now timestamptz := clock_timestamp();
  v_oldest timestamptz;
begin
  select * into v_limit from private.rate_limits where rpc = p_rpc;
  if v_limit.rpc is null or p_actor_uid is null then
    return null;
  end if;
  -- As many calls back as are allowed: while that one lies within the period, there is no room for another.
  select occurred_at into v_oldest
  from audit.events
  where actor_uid = p_actor_uid and rpc = p_rpc and outcome <> 'RATE_LIMITED' and occurred_at > v_now - v_limit.period
  order by occurred_at desc
  offset v_limit.max_calls - 1
  limit 1;
  return case when v_oldest is not null then greatest(1, ceil(extract(epoch from v_oldest + v_limit.period - v_now)))::integer end;
end;
$$;

comment on function private.rate_limit_wait(text, text) is
  'Seconds until this person may call this RPC again; null when they may now. Counts the calls on record within the sliding period; a person who has several calls in flight at once overshoots by at most those, since no call waits for another to be counted.';
