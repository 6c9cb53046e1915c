create function private.standing_entries(p_patient_id uuid, p_sections text[], p_neighbourhoods text[])
returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select row(
      entry.section, entry.neighbourhood, entry.id, entry.place, entry.key, entry.item, entry.last_confirmed,
      case when entry.section in ('medications', 'allergies') then array(
        select link.substance from private.record_substances as link
        where link.patient_id = p_patient_id and link.entry_id = entry.id
      ) end
    )::private.record_entry
    from (
      select named.section, named.neighbourhood from unnest(p_sections, p_neighbourhoods) as named (section, neighbourhood)
      where named.section <> 'list_states'
      union all
      select 'conflicts', named.section || '|' || named.neighbourhood
      from unnest(p_sections, p_neighbourhoods) as named (section, neighbourhood)
    ) as touched
    join private.record_entries as entry on entry.patient_id = p_patient_id and entry.section = touched.section
      and entry.neighbourhood = touched.neighbourhood
  );
end;
$$;

comment on function private.standing_entries(uuid, text[], text[]) is
  'Entries of a patient''s record as they stand for these neighbourhoods (section and key, side by side), with the conflicts found inside them.';
