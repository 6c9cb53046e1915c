create function audit.make_partition(p_month date) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_name text := 'events_' || to_char(p_month, 'YYYY_MM');
  v_from timestamptz := p_month::timestamp at time zone 'UTC';
  v_to timestamptz := (p_month + interval '1 month') at time zone 'UTC';
begin
  -- Rows that came before their partition stay in the default one: no row is ever moved.
  if to_regclass('audit.' || v_name) is not null
    or exists (select from audit.events_default where occurred_at >= v_from and occurred_at < v_to) then
    return false;
  end if;
  -- Attached, not created in place, so that no writer waits for more than a moment.
  execute format('create table audit.%I (like audit.events including defaults including constraints)', v_name);
  execute format('alter table audit.%I enable row level security', v_name);
  execute format(
    'create trigger refuse_truncate before truncate on audit.%I for each statement execute function private.refuse_change()',
    v_name
  );
  execute format('comment on table audit.%I is %L', v_name, 'Rows of audit.events of one month.');
  execute format('alter table audit.events attach partition audit.%I for values from (%L) to (%L)', v_name, v_from, v_to);
  return true;
end;
$$;

comment on function audit.make_partition(date) is
  'Makes the partition of the month that begins on this day, in UTC; false where there is one, or where rows of it lie in the default partition already.';
