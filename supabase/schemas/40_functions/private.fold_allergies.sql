create function private.fold_allergies(p_items private.record_item[], p_statements private.record_statement[])
returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with summary as (
      select ordered.item_key,
        (array_agg(ordered.facts ->> 'status' order by ordered.ordinality))[count(*)] as status,
        (array_agg(ordered.facts ->> 'word' order by ordered.ordinality) filter (where ordered.facts ->> 'word' ~ '\S'))
          [count(*) filter (where ordered.facts ->> 'word' ~ '\S')] as status_word,
        array_agg(distinct ordered.facts ->> 'drug') as drugs
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'allergies'
      group by ordered.item_key
    )
    select row(
      'allergies', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      folded.item || jsonb_build_object(
        'severity', folded.item -> 'severity',
        'severity_source', folded.item #> '{provenance,fields,severity,last_changed}',
        'status', summary.status, 'clinical_status', summary.status, 'status_word', summary.status_word,
        'reaction', reactions.reaction, 'reactions', coalesce(reactions.reactions, '[]')
      ),
      folded.last_confirmed, summary.drugs || folded.item_key
    )::private.record_entry
    from unnest(p_items) as folded
    join summary on summary.item_key = folded.item_key
    left join private.record_reactions(p_statements) as reactions on reactions.item_key = folded.item_key
    where folded.section = 'allergies'
  ) || private.fold_allergy_conflicts(p_statements);
end;
$$;

comment on function private.fold_allergies(private.record_item[], private.record_statement[]) is
  'Allergies of the record, from items and statements of whole neighbourhoods: id, allergen, severity (the highest ever reported, null when nobody said), severity_source, reaction (all in one line), reactions[], status and clinical_status (active, inactive, refuted), status_word, provenance; and their conflicts: lower_allergy_severity, reported_after_refutation.';
