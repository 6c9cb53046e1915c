create function private.read_soap_note(p_note_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_note jsonb;
  v_section record;
  v_items jsonb;
begin
  select jsonb_build_object(
    'schemaVersion', schema_version,
    'subjective', jsonb_build_object('chiefComplaint', null, 'listStates', list_states),
    'objective', '{}'::jsonb,
    'assessment', '{}'::jsonb,
    'plan', '{}'::jsonb,
    'meta', meta
  )
  into v_note
  from public.soap_notes
  where id = p_note_id;

  if v_note is null then
    return null;
  end if;

  for v_section in select path, table_name from private.soap_note_sections() loop
    execute format(
      'select coalesce(jsonb_agg(private.soap_note_item(to_jsonb(item)) order by item.position, item.id), ''[]'')
       from public.%I as item where item.soap_note_id = $1',
      v_section.table_name
    )
    into v_items
    using p_note_id;
    v_note := jsonb_set(v_note, v_section.path, v_items);
  end loop;

  return private.lift_chief_complaint(v_note);
end;
$$;

comment on function private.read_soap_note(uuid) is 'The note as a SoapNote, composed from its tables; null when there is none. The inverse of private.write_soap_note.';
