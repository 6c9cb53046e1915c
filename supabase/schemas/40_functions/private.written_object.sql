create function private.written_object(p_patient_id uuid, p_section text) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(entry.key, entry.item), '{}')
    from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.section = p_section
  );
end;
$$;

comment on function private.written_object(uuid, text) is 'An object of the record, by key, from its entries.';
