begin;
select plan(12);

create function pg_temp.month(p_ago interval) returns date language sql as $$
  select date_trunc('month', now() at time zone 'UTC' - p_ago)::date
$$;
create function pg_temp.put_on_record(p_at timestamptz) returns void language sql as $$
  insert into audit.events
    (cluster_id, transaction_id, occurred_at, actor_role, action, rpc, object_kind, outcome, replayed, source)
  select system_identifier, pg_current_xact_id()::text::bigint, p_at, 'unknown', 'R', 'get_patient_history', 'patient', 'OK', false, 'data-api'
  from pg_control_system()
$$;
create function pg_temp.why_not(p_month date) returns text language plpgsql as $$
begin
  perform audit.retire_month(p_month, repeat('0', 64));
  return 'retired';
exception when sqlstate '55000' then
  return split_part(sqlerrm, ': ', 2);
end;
$$;

select is(
  (select count(*) from pg_inherits where inhparent = 'audit.events'::regclass), 5::bigint,
  'this month, three to come and the default one have partitions'
);
select is(audit.make_partitions(), 0, 'and are made once');
select is(audit.make_partitions(4), 1, 'a month later the next one is');

-- Nobody made partitions for years.
select lives_ok(format('select pg_temp.put_on_record(%L)', now() + interval '3 years'), 'U13 a month without a partition takes rows');
select is((select count(*) from audit.events_default), 1::bigint, 'in the default one');
select is(audit.make_partition(date_trunc('month', now() at time zone 'UTC' + interval '3 years')::date), false, 'where they stay');

-- What may retire.
select is(pg_temp.why_not(pg_temp.month('8 years')), 'it has no partition', 'only a month that is there retires');
select is(pg_temp.why_not(pg_temp.month('0')), 'it is not six years old', 'nor this one');
select audit.make_partition(pg_temp.month('6 years'));
select is(pg_temp.why_not(pg_temp.month('6 years')), 'it is not six years old', 'nor one that ends less than six years ago');
select audit.make_partition(pg_temp.month('7 years'));
select pg_temp.put_on_record(now() - interval '7 years');
select is(pg_temp.why_not(pg_temp.month('7 years')), 'it is not sealed', 'nor one that is not sealed');
select throws_ok(
  format('delete from audit.%I', 'events_' || to_char(pg_temp.month('7 years'), 'YYYY_MM')), '42501', null,
  'U06 a partition is as append-only as the whole'
);
select throws_ok(
  format('truncate audit.%I', 'events_' || to_char(pg_temp.month('7 years'), 'YYYY_MM')), '42501', null, 'U06 and is not emptied'
);

select * from finish();
rollback;
