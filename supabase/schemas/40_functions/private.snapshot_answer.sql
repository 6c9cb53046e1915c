create function private.snapshot_answer(p_snapshot public.context_snapshots) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select p_snapshot.content || jsonb_build_object(
    'id', p_snapshot.id,
    'encounter_id', p_snapshot.encounter_id,
    'snapshot_version', p_snapshot.snapshot_version,
    'created_at', private.utc_text(p_snapshot.created_at),
    'record_version', p_snapshot.record_version
  )
$$;

comment on function private.snapshot_answer(public.context_snapshots) is 'A snapshot as create-context-snapshot answers it.';
