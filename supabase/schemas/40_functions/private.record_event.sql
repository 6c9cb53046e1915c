create function private.record_event(
  p_patient_id uuid,
  p_kind text,
  p_record_version text,
  p_soap_note_id uuid default null,
  p_decision_id uuid default null,
  p_recorded_by uuid default private.current_user_id()
) returns private.record_events
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
begin
  insert into private.record_events (
    patient_id, sequence, kind, soap_note_id, decision_id, record_version, recorded_by, recorded_at
  )
  select p_patient_id, coalesce(max(last.sequence), 0) + 1, p_kind, p_soap_note_id, p_decision_id, p_record_version,
    p_recorded_by,
    -- A clock that was set back does not put a version before the one it came from.
    greatest(clock_timestamp(), max(last.recorded_at) + interval '1 microsecond')
  from (
    select sequence, recorded_at from private.record_events
    where patient_id = p_patient_id
    order by sequence desc
    limit 1
  ) as last
  returning * into v_event;
  return v_event;
end;
$$;

comment on function private.record_event(uuid, text, text, uuid, uuid, uuid) is
  'Writes the next version of a patient''s record into the journal; the patient''s row is locked.';
