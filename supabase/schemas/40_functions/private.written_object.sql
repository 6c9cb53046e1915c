create function private.written_object(p_patient_id uuid, p_record jsonb, p_section text, p_sections text[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_section = any (p_sections) or not p_record ? p_section then
    return (
      select coalesce(jsonb_object_agg(entry.key, entry.item), '{}')
      from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.section = p_section
    );
  end if;
  return p_record -> p_section;
end;
$$;

comment on function private.written_object(uuid, jsonb, text, text[]) is
  'An object of the record, by key: of a section that changed from its entries, else from the record as it stands.';
