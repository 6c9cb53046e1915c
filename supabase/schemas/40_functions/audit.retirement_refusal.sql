create function audit.retirement_refusal(p_month date) returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  select case
    when to_regclass('audit.events_' || to_char(p_month, 'YYYY_MM')) is null then 'it has no partition'
    when p_month + audit.retention() > now() then 'it is not six years old'
    when exists (
      select from audit.events_default
      where occurred_at >= p_month::timestamp at time zone 'UTC'
        and occurred_at < (p_month + interval '1 month') at time zone 'UTC'
    ) then 'rows of it lie in the default partition'
    when (select count(*) from audit.events
        where occurred_at >= p_month::timestamp at time zone 'UTC'
          and occurred_at < (p_month + interval '1 month') at time zone 'UTC')
      <> coalesce((select sum(event_count) from audit.blocks where month = p_month), 0) then 'it is not sealed'
    when (select max(number) from audit.blocks where month = p_month)
      > coalesce((select max(block_number) from audit.exported_heads), 0) then 'its blocks are not exported'
  end
$$;

comment on function audit.retirement_refusal(date) is 'Why the month that begins on this day may not be retired; null when it may.';
