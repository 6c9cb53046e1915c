create function private.record_mark(p_note_id uuid, p_encounter_at timestamptz, p_signed_by uuid) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'soap_note_id', p_note_id, 'encounter_at', private.utc_text(p_encounter_at), 'signed_by', p_signed_by
  );
end;
$$;

comment on function private.record_mark(uuid, timestamptz, uuid) is
  'Where a value of the record comes from: the note, its encounter''s time and who signed it.';
