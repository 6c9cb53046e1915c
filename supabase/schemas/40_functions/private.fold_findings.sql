create function private.fold_findings(p_section text, p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select ordered.item_key as system, ordered.ordinality,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) || jsonb_build_object(
          'id', private.record_item_id(p_section, ordered.note_id || '|' || ordered.row_id)
        ) || ordered.fields as finding,
        rank() over (partition by ordered.item_key order by left(ordered.place, 56) collate "C" desc) as notes_ago
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = p_section
    ),
    trend as (
      select stated.system, private.record_item_id(p_section, stated.system) as id,
        jsonb_agg(stated.finding order by stated.ordinality) filter (where stated.notes_ago = 1) as latest,
        jsonb_agg(stated.finding order by stated.ordinality) as series
      from stated
      group by stated.system
    )
    select p_section, trend.system, trend.id, trend.system, trend.system,
      jsonb_build_object('id', trend.id, 'system', trend.system, 'latest', trend.latest, 'series', trend.series),
      null::text, null::text[]
    from trend;
end;
$$;

comment on function private.fold_findings(text, private.record_statement[]) is
  'Review of systems or physical examination of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';
