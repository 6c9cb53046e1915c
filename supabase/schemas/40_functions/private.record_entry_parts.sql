create function private.record_entry_parts(p_entries private.record_entry[])
returns table (section text, about text, id text, source_notes jsonb, carried_fields jsonb, content jsonb)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return query
    select entry.section, case entry.section when 'conflicts' then entry.item ->> 'section' end, entry.item ->> 'id',
      entry.item #> '{provenance,source_notes}', coalesce(entry.item -> 'carried_fields', '[]'),
      entry.item - '{provenance,last_updated}'::text[]
    from unnest(p_entries) as entry
    where not entry.item ? 'series'
    union all
    select entry.section, null, measured.item ->> 'id', jsonb_build_array(measured.item -> 'soap_note_id'), '[]', measured.item
    from unnest(p_entries) as entry
    cross join lateral jsonb_array_elements(entry.item -> 'series') as measured (item)
    where entry.item ? 'series';
end;
$$;

comment on function private.record_entry_parts(private.record_entry[]) is
  'Entries as changes count them, measurements one by one: content is the item without what every mention moves; about is the section a conflict is in.';
