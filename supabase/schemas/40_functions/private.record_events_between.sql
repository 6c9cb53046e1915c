create function private.record_events_between(p_patient_id uuid, p_after integer, p_to integer) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'kind', event.kind,
      'soapNoteId', event.soap_note_id,
      'amendsSoapNoteId', case event.kind when 'merge' then note.amends_note_id end,
      'decisionId', event.decision_id,
      'recordVersion', event.record_version,
      'recordedBy', event.recorded_by,
      'recordedAt', private.utc_text(event.recorded_at)
    )
    order by event.sequence
  ), '[]')
  from private.record_events as event
  left join public.soap_notes as note on note.id = event.soap_note_id
  where event.patient_id = p_patient_id and event.sequence > p_after and event.sequence <= p_to
$$;

comment on function private.record_events_between(uuid, integer, integer) is
  'What made one version of a record into another, in order: [{kind, soapNoteId, amendsSoapNoteId, decisionId, recordVersion, recordedBy, recordedAt}].';
