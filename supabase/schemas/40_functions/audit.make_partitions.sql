create function audit.make_partitions(p_months_ahead integer default 3) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
-- Rather no partition today than a queue of writers behind this.
set lock_timeout = '2s'
as $$
declare
  v_first date := date_trunc('month', now() at time zone 'UTC');
  v_made integer := 0;
begin
  for v_month in 0..p_months_ahead loop
    if audit.make_partition((v_first + v_month * interval '1 month')::date) then
      v_made := v_made + 1;
    end if;
  end loop;
  return v_made;
end;
$$;

comment on function audit.make_partitions(integer) is
  'Makes the partitions of this month and of those to come, where they are missing; returns how many. Run daily.';
