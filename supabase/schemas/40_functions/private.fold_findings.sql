create function private.fold_findings(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with stated as (
      select said.section, said.item_key as system, said.place collate "C" as place,
        private.record_mark(said.note_id, said.encounter_at, said.signed_by) || jsonb_build_object(
          'id', private.record_item_id(said.section, said.note_id || '|' || said.row_id)
        ) || said.fields as finding,
        rank() over (partition by said.section, said.item_key order by left(said.place, 56) collate "C" desc) as notes_ago
      from unnest(p_statements) as said
      where said.section in ('review_of_systems_trends', 'physical_exam_findings')
    ),
    trend as (
      select stated.section, stated.system, private.record_item_id(stated.section, stated.system) as id,
        jsonb_agg(stated.finding order by stated.place) filter (where stated.notes_ago = 1) as latest,
        jsonb_agg(stated.finding order by stated.place) as series
      from stated
      group by stated.section, stated.system
    )
    select row(
      trend.section, trend.system, trend.id, trend.system, trend.system,
      jsonb_build_object('id', trend.id, 'system', trend.system, 'latest', trend.latest, 'series', trend.series),
      null, null
    )::private.record_entry
    from trend
  );
end;
$$;

comment on function private.fold_findings(private.record_statement[]) is
  'Review of systems and physical examination of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';
