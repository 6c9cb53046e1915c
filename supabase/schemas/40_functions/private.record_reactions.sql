create function private.record_reactions(p_statements private.record_statement[])
returns table (item_key text, reaction text, reactions jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with reported as (
      select ordered.*, ordered.fields ->> 'reaction' as words, private.record_key(ordered.fields ->> 'reaction') as reaction_key
      from private.record_in_order(p_statements) as ordered
      where ordered.fields ->> 'reaction' ~ '\S'
    ),
    reaction as (
      select reported.item_key, min(reported.ordinal) as first_ordinal,
        (array_agg(reported.words order by reported.ordinal))[1] as words,
        jsonb_build_object(
          'id', private.record_item_id('reactions', reported.item_key || '|' || coalesce(reported.reaction_key, reported.words)),
          'reaction', (array_agg(reported.words order by reported.ordinal))[1],
          'severity', (array_agg(reported.fields ->> 'severity'
            order by private.record_severity_rank(reported.fields ->> 'severity') desc, reported.ordinal))[1],
          'first_seen', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.ordinal))[1],
          'last_confirmed', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.ordinal desc))[1]
        ) as reaction
      from reported
      group by reported.item_key, coalesce(reported.reaction_key, reported.words)
    )
    select reaction.item_key, string_agg(reaction.words, ', ' order by reaction.first_ordinal),
      jsonb_agg(reaction.reaction order by reaction.first_ordinal)
    from reaction
    group by reaction.item_key;
end;
$$;

comment on function private.record_reactions(private.record_statement[]) is
  'Every reaction ever reported to an allergen, first report first: reaction, all of them in one line for readers of one string; reactions[] {id, reaction, severity (the highest reported with it), first_seen, last_confirmed}.';
