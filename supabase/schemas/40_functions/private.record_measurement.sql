create function private.record_measurement(
  p_note_id uuid, p_encounter_at timestamptz, p_signed_by uuid, p_row_id text, p_fields jsonb, p_measured_at text
) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_encounter_at text := private.utc_text(p_encounter_at);
begin
  return jsonb_build_object(
    'id', private.record_item_id('vital_trends', p_note_id || '|' || p_row_id),
    'value', p_fields -> 'value', 'unit', p_fields -> 'unit',
    'measured_at', coalesce(p_measured_at, v_encounter_at), 'measured_at_known', p_measured_at is not null,
    'soap_note_id', p_note_id, 'encounter_at', v_encounter_at, 'signed_by', p_signed_by
  );
end;
$$;

comment on function private.record_measurement(uuid, timestamptz, uuid, text, jsonb, text) is
  'One measurement as the record shows it: {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}; the encounter''s start stands in for an unknown time.';
