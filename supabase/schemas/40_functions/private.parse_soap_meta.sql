create function private.parse_soap_meta(p_meta jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_defaults constant jsonb := '{
    "encounterId": null, "appointmentId": null, "snapshotId": null, "recordVersion": null, "transcriptSha256": null,
    "model": null, "promptVersion": null, "disclaimer": null, "aiFlags": {}
  }';
  c_flags constant jsonb := '{"missing_critical_info": [], "needs_clinician_confirmation": []}';
  v_meta jsonb;
  v_flags jsonb;
begin
  perform private.require_keys(p_meta, array(select jsonb_object_keys(c_defaults)) || '{fallback_reason,demographics,documentation}', 'meta');
  -- Who the patient is comes from the snapshot, never from who writes the note.
  v_meta := c_defaults || p_meta - 'demographics';
  perform private.require_keys(v_meta -> 'aiFlags', array(select jsonb_object_keys(c_flags)), 'meta.aiFlags');
  v_flags := c_flags || (v_meta -> 'aiFlags');

  if exists (
    select from jsonb_each(v_meta - 'aiFlags' - 'documentation') as field
    where field.value <> 'null' and not private.is_note_text(field.value)
  ) then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a value of meta is no text');
  end if;
  if v_meta -> 'documentation' <> 'null' and not private.is_documentation(v_meta -> 'documentation') then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: meta.documentation is malformed');
  end if;
  if jsonb_typeof(v_flags -> 'missing_critical_info') <> 'array'
    or jsonb_array_length(v_flags -> 'missing_critical_info') > 200
    or exists (
      select from jsonb_array_elements(v_flags -> 'missing_critical_info') as words
      where not private.is_note_text(words)
    ) then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: meta.aiFlags.missing_critical_info is malformed');
  end if;
  v_flags := jsonb_set(
    v_flags, '{needs_clinician_confirmation}', private.parse_confirmations(v_flags -> 'needs_clinician_confirmation')
  );
  return jsonb_set(v_meta, '{aiFlags}', v_flags);
end;
$$;

comment on function private.parse_soap_meta(jsonb) is 'SoapNote.meta with its defaults filled in. Raises INVALID_REQUEST.';
