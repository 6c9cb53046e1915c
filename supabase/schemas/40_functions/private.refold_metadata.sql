create function private.refold_metadata(p_patient_id uuid, p_note_ids uuid[]) returns private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_item jsonb;
  v_note public.soap_notes;
  v_earlier integer;
  v_is_new_visit boolean;
begin
  select * into v_note from public.soap_notes where id = p_note_ids[1];
  select item into v_item from private.record_entries
  where patient_id = p_patient_id and id = private.record_item_id('metadata', 'metadata');
  -- One note that enters takes its place among the others; whatever else happened, they are counted again.
  if cardinality(p_note_ids) <> 1 or v_note.status <> 'signed' or v_note.merged_at is not null or v_item ->> 'first_visit' is null then
    return private.fold_metadata(private.counting_notes(p_patient_id, p_note_ids));
  end if;

  -- Counted from the nearer end: a note mostly comes last.
  if v_note.encounter_at >= (v_item ->> 'last_updated')::timestamptz then
    v_earlier := jsonb_array_length(v_item -> 'source_soap_notes') - (
      select count(*) from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is not null
        and (note.encounter_at, note.id) > (v_note.encounter_at, v_note.id)
    );
  else
    v_earlier := (
      select count(*) from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is not null
        and (note.encounter_at, note.id) < (v_note.encounter_at, v_note.id)
    );
  end if;
  v_is_new_visit := not exists (
    select from public.soap_notes as note
    where note.encounter_id = v_note.encounter_id and note.patient_id = p_patient_id and note.status = 'signed'
      and note.merged_at is not null
  );
  return row(
    'metadata', 'metadata', private.record_item_id('metadata', 'metadata'), 'metadata', null,
    jsonb_insert(v_item, array['source_soap_notes', v_earlier::text], to_jsonb(v_note.id)) || jsonb_build_object(
      'total_visits', (v_item ->> 'total_visits')::integer + v_is_new_visit::integer,
      'first_visit', case v_earlier when 0 then to_jsonb(private.utc_text(v_note.encounter_at)) else v_item -> 'first_visit' end,
      'last_updated', case v_earlier
        when jsonb_array_length(v_item -> 'source_soap_notes') then to_jsonb(private.utc_text(v_note.encounter_at))
        else v_item -> 'last_updated'
      end
    ),
    null, null
  )::private.record_entry;
end;
$$;

comment on function private.refold_metadata(uuid, uuid[]) is
  'private.fold_metadata of the notes that are merged or among these, from what stands: a note that enters is put in its place among those that count.';
