create function private.current_snapshot(p_encounter public.video_call_sessions, p_user_id uuid) returns public.context_snapshots
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb := private.read_record(p_encounter.patient_id);
  v_content jsonb := private.snapshot_content(p_encounter, v_record);
  v_snapshot public.context_snapshots;
begin
  select * into v_snapshot
  from public.context_snapshots
  where encounter_id = p_encounter.id
  order by snapshot_version desc
  limit 1;

  if v_snapshot.content is distinct from v_content then
    insert into public.context_snapshots (encounter_id, snapshot_version, record_version, content, created_by)
    values (
      p_encounter.id,
      coalesce(v_snapshot.snapshot_version, 0) + 1,
      v_record #>> '{metadata,record_version}',
      v_content,
      p_user_id
    )
    returning * into v_snapshot;
  end if;

  update public.video_call_sessions set context_snapshot_id = v_snapshot.id where id = p_encounter.id;
  perform private.advance_encounter(p_encounter.id, 'precheck_open', p_encounter.soap_status);
  return v_snapshot;
end;
$$;

comment on function private.current_snapshot(public.video_call_sessions, uuid) is
  'The snapshot of an encounter as things stand: the last one while nothing changed, else a new version. The encounter is locked and points at it afterwards.';
