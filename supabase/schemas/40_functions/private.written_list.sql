create function private.written_list(p_patient_id uuid, p_section text) returns jsonb[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select entry.item from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.section = p_section
    order by entry.place
  );
end;
$$;

comment on function private.written_list(uuid, text) is 'The elements of a list of the record, from its entries.';
