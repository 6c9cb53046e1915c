create function private.record_of_entries(p_entries private.record_entry[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_object_agg(
      sections.section,
      case
        when sections.is_list then coalesce(folded.list, '[]')
        else coalesce(folded.object, '{}')
      end
    )
    from private.record_sections() as sections
    left join (
      select entry.section,
        jsonb_agg(entry.item order by entry.place collate "C") as list,
        jsonb_object_agg(entry.key, entry.item) filter (where entry.key is not null) as object
      from unnest(p_entries) as entry
      group by entry.section
    ) as folded on folded.section = sections.section
  );
end;
$$;

comment on function private.record_of_entries(private.record_entry[]) is
  'Entries as readers get them, {section: [] or {}}; without metadata.';
