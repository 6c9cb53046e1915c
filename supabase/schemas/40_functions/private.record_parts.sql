create function private.record_parts(p_record jsonb) returns table (section text, id uuid, item jsonb)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return query
    select listed.section, (listed.item ->> 'id')::uuid, listed.item
    from (
      select sections.section, jsonb_array_elements(p_record -> sections.section) as item
      from private.record_sections() as sections
      where sections.is_list
      union all
      select sections.section, jsonb_path_query(p_record -> sections.section, '$.*')
      from private.record_sections() as sections
      where not sections.is_list and sections.section <> 'list_states'
    ) as listed
    union all
    select 'list_states', private.record_item_id('list_states', state.key), state.value
    from jsonb_each(p_record -> 'list_states') as state
    union all
    select 'metadata', private.record_item_id('metadata', 'metadata'), (p_record -> 'metadata') - 'record_version'
    where p_record ? 'metadata';
end;
$$;

comment on function private.record_parts(jsonb) is 'The parts a record''s version is made of, see docs/adr/0010.';
