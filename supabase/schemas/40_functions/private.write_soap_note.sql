create function private.write_soap_note(p_note_id uuid, p_note jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_section record;
  v_items jsonb;
begin
  for v_section in select path, table_name from private.soap_note_sections() loop
    v_items := p_note #> v_section.path;
    if v_section.table_name = 'soap_subjective_hpi' and p_note #> '{subjective,chiefComplaint}' <> 'null' then
      v_items := jsonb_build_array(p_note #> '{subjective,chiefComplaint}' || '{"element": "chief_complaint"}') || v_items;
    end if;

    if v_section.table_name = 'soap_safety_alerts' then
      perform private.keep_safety_alerts(p_note_id, v_items);
      continue;
    end if;

    execute format('delete from public.%I where soap_note_id = $1', v_section.table_name) using p_note_id;
    execute format(
      'insert into public.%1$I
       select item_row.*
       from jsonb_array_elements($2) with ordinality as items (item, place)
       cross join lateral jsonb_populate_record(
         null::public.%1$I, item || jsonb_build_object(''soap_note_id'', $1, ''position'', place - 1)
       ) as item_row',
      v_section.table_name
    )
    using p_note_id, v_items;
  end loop;

  update public.soap_notes
  set schema_version = p_note ->> 'schemaVersion', list_states = p_note #> '{subjective,listStates}', meta = p_note -> 'meta'
  where id = p_note_id;
  update public.soap_notes set content_sha256 = private.soap_note_sha256(id) where id = p_note_id;
exception
  -- Constraint messages quote the row: none of it may reach a client or a log.
  when integrity_constraint_violation or data_exception then
    perform private.reject('INVALID_REQUEST', 'Cannot write SOAP note: an item breaks a rule of its table');
end;
$$;

comment on function private.write_soap_note(uuid, jsonb) is
  'Replaces the content of a draft note by a SoapNote that private.parse_soap_note returned; safety alerts are kept and added to. Raises INVALID_REQUEST when a constraint of a table refuses an item.';
