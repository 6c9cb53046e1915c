create function private.model_budget_is_used_up(p_provider_id uuid, p_facility_name text, p_tokens integer) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select
    from private.model_budgets as budget
    cross join lateral (
      select count(*) as requests, coalesce(sum(private.model_call_tokens(call)), 0) as tokens
      from private.model_calls as call
      where call.started_at > now() - case budget.period when 'hour' then interval '1 hour' else interval '1 day' end
        and case budget.scope when 'provider' then call.provider_id = p_provider_id else call.facility_name = p_facility_name end
    ) as used
    where used.requests + 1 > budget.max_requests or used.tokens + p_tokens > budget.max_tokens
  )
$$;

comment on function private.model_budget_is_used_up(uuid, text, integer) is
  'Whether one more call of so many tokens would exceed a budget of the provider or the facility, over the last hour or the last day.';
