create function private.written_list(p_patient_id uuid, p_record jsonb, p_section text, p_sections text[]) returns jsonb[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_section = any (p_sections) or not p_record ? p_section then
    return array(
      select entry.item from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.section = p_section
      order by entry.place
    );
  end if;
  return array(select jsonb_array_elements(p_record -> p_section));
end;
$$;

comment on function private.written_list(uuid, jsonb, text, text[]) is
  'The elements of a list of the record: of a section that changed from its entries, else from the record as it stands.';
