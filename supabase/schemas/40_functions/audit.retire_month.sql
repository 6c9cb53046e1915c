create function audit.retire_month(p_month date, p_archive_sha256 text) returns bigint
language plpgsql
volatile
security invoker
set search_path = ''
set lock_timeout = '2s'
as $$
declare
  v_partition text := 'events_' || to_char(p_month, 'YYYY_MM');
  v_refusal text := audit.retirement_refusal(p_month);
  v_events bigint;
begin
  if v_refusal is not null then
    raise exception 'Cannot retire a month of the audit: %', v_refusal using errcode = '55000';
  end if;
  execute format('select count(*) from audit.%I', v_partition) into v_events;
  insert into audit.retirements (month, event_count, archive_sha256) values (p_month, v_events, p_archive_sha256);
  execute format('alter table audit.events detach partition audit.%I', v_partition);
  execute format('drop table audit.%I', v_partition);
  return v_events;
end;
$$;

comment on function audit.retire_month(date, text) is
  'Drops the rows of a month that is six years old, sealed, and whose blocks are exported; returns how many. p_archive_sha256: of the file they were written to before. Their blocks stay in the chain.';
