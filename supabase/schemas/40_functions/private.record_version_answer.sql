create function private.record_version_answer(p_patient_id uuid, p_at timestamptz) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'at', private.utc_text(p_at),
    'recordVersion', event.record_version,
    'recordedAt', private.utc_text(event.recorded_at)
  )
  from (values (1)) as always (one)
  left join private.record_events as event
    on event.patient_id = p_patient_id and event.sequence = private.record_sequence_at(p_patient_id, p_at)
$$;

comment on function private.record_version_answer(uuid, timestamptz) is
  'Which version of a record stood at a moment: {at, recordVersion, recordedAt}; the last two null before the first.';
