create function private.fold_allergies(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_statements private.record_statement[] := array(
    select statements from private.record_allergy_statements(p_note_ids) as statements
  );
begin
  return (
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) as mark,
        private.record_severity_rank(ordered.fields ->> 'severity') as severity_rank
      from private.record_in_order(v_statements) as ordered
    ),
    summary as (
      select statement.item_key,
        -- The first statement of the highest severity ever given; nothing later lowers it.
        min(array[-statement.severity_rank, statement.ordinal]) as highest,
        (array_agg(statement.facts ->> 'status' order by statement.ordinal desc))[1] as status,
        (array_agg(statement.facts ->> 'word' order by statement.ordinal desc) filter (where statement.facts ->> 'word' ~ '\S'))[1]
          as status_word
      from statement
      group by statement.item_key
    ),
    items as materialized (
      select folded.first_ordinal, folded.item_key, summary.status,
        folded.item || jsonb_build_object(
          'severity', highest.fields -> 'severity',
          'severity_source', case when highest.severity_rank > 0 then highest.mark end,
          'status', summary.status, 'clinical_status', summary.status, 'status_word', summary.status_word,
          'reaction', reactions.reaction, 'reactions', coalesce(reactions.reactions, '[]')
        ) as item
      from private.record_items('allergies', v_statements) as folded
      join summary on summary.item_key = folded.item_key
      join statement as highest on highest.ordinal = summary.highest[2]
      left join private.record_reactions(v_statements) as reactions on reactions.item_key = folded.item_key
    )
    select jsonb_build_object(
      'items', (select coalesce(jsonb_agg(items.item order by items.first_ordinal), '[]') from items),
      'conflicts', private.fold_allergy_conflicts(v_statements)
    )
  );
end;
$$;

comment on function private.fold_allergies(uuid[]) is
  'Allergies of the record. items[]: id, allergen, severity (the highest ever reported, null when nobody said), severity_source, reaction (all in one line), reactions[], status and clinical_status (active, inactive, refuted), status_word, provenance; conflicts[]: lower_allergy_severity, reported_after_refutation.';
