create function private.stored_entries(p_patient_id uuid, p_ids uuid[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select entry.section, entry.neighbourhood, entry.id, entry.place, entry.key, entry.item, entry.last_confirmed,
      array(
        select link.substance from private.record_substances as link
        where link.patient_id = p_patient_id and link.entry_id = entry.id
      )
    from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.id = any (p_ids);
end;
$$;

comment on function private.stored_entries(uuid, uuid[]) is 'Entries of a patient''s record as they stand, by id.';
