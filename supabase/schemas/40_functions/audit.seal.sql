create function audit.seal() returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_most_events constant integer := 1000;
  v_cluster_id bigint := (select system_identifier from pg_catalog.pg_control_system());
  v_horizon bigint;
  v_from bigint;
  v_first bigint;
  v_to bigint;
  v_sealed integer := 0;
begin
  -- One sealer at a time; whoever comes second leaves it to the next round.
  if not pg_try_advisory_xact_lock(hashtextextended('audit.seal', 0)) then
    return 0;
  end if;
  -- Every transaction below is committed or undone, so that nothing can appear among its rows any more. Read in a
  -- statement of its own: the ones that follow see all of them.
  v_horizon := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  v_from := coalesce((select max(to_transaction_id) from audit.blocks where cluster_id = v_cluster_id), 0);
  loop
    -- Whole transactions, until the block is full; the next begins with the first that no longer fits.
    select min(transaction_id), (
        select transaction_id from audit.events
        where cluster_id = v_cluster_id and transaction_id >= v_from and transaction_id < v_horizon
        order by transaction_id, id
        offset c_most_events
        limit 1
      )
    into v_first, v_to
    from audit.events
    where cluster_id = v_cluster_id and transaction_id >= v_from and transaction_id < v_horizon;
    exit when v_first is null;
    v_to := greatest(coalesce(v_to, v_horizon), v_first + 1);
    v_sealed := v_sealed + audit.append_blocks(v_cluster_id, v_from, v_to);
    v_from := v_to;
  end loop;
  return v_sealed;
end;
$$;

comment on function audit.seal() is
  'Seals the settled rows of the audit: those of transactions older than the oldest that is still running. Returns how many. Safe to run at any time and side by side; once a minute is meant.';
