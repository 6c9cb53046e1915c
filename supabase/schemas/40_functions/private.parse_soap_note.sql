create function private.parse_soap_note(p_note jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_empty constant jsonb := '{"subjective": {}, "objective": {}, "assessment": {}, "plan": {}, "meta": {}, "schemaVersion": "1"}';
  v_note jsonb;
  v_section record;
begin
  perform private.require_keys(
    p_note, '{schemaVersion,subjective,objective,assessment,plan,safetyAlerts,coding,meta}', 'note'
  );
  v_note := c_empty || p_note;
  if v_note -> 'schemaVersion' <> '"1"' then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: schemaVersion is not 1');
  end if;
  perform private.require_keys(
    v_note -> 'subjective', '{chiefComplaint,hpi,reviewOfSystems,history,medications,allergies,listStates}', 'subjective'
  );
  perform private.require_keys(v_note -> 'objective', '{vitalSigns,physicalExam,diagnostics}', 'objective');
  perform private.require_keys(v_note -> 'assessment', '{problems}', 'assessment');
  perform private.require_keys(v_note -> 'plan', '{medications,items}', 'plan');

  for v_section in select path, table_name, max_items from private.soap_note_sections() loop
    v_note := jsonb_set(
      v_note,
      v_section.path,
      private.parse_soap_items(v_section.table_name, coalesce(v_note #> v_section.path, '[]'), v_section.max_items)
    );
  end loop;

  v_note := jsonb_set(v_note, '{subjective,chiefComplaint}', private.parse_chief_complaint(v_note #> '{subjective,chiefComplaint}'));
  v_note := jsonb_set(v_note, '{subjective,listStates}', private.parse_list_states(v_note #> '{subjective,listStates}'));
  return jsonb_set(v_note, '{meta}', private.parse_soap_meta(v_note -> 'meta'));
end;
$$;

comment on function private.parse_soap_note(jsonb) is
  'A SoapNote with every default filled in, from one a client sent. Raises INVALID_REQUEST for a wrong type, an unknown key, a blank or overlong value; enumerations are the tables'' constraints. The rules are those of packages/core/src/soap-note/soap-note.ts.';
