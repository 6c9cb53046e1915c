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
      -- Several reactions are written, and shown, with commas between them; those in brackets belong to the words.
      select ordered.*, btrim(part.words) as words,
        coalesce(regexp_replace(private.record_key(part.words), '^(a|an|the|some) ', ''), btrim(part.words)) as reaction_key,
        row_number() over (order by ordered.ordinality, part.number) as reaction_place,
        -- A severity given for several reactions at once is not said of each.
        case when count(*) over (partition by ordered.ordinality) = 1 then ordered.fields ->> 'severity' end as severity
      from unnest(p_statements) with ordinality as ordered
      cross join lateral regexp_split_to_table(ordered.fields ->> 'reaction', ',(?![^(]*\))')
        with ordinality as part (words, number)
      where ordered.section = 'allergies' and part.words ~ '\S'
    ),
    reaction as (
      select reported.item_key, min(reported.reaction_place) as first_place,
        (array_agg(reported.words order by reported.reaction_place))[1] as words,
        jsonb_build_object(
          'id', private.record_item_id('reactions', reported.item_key || '|' || reported.reaction_key),
          'reaction', (array_agg(reported.words order by reported.reaction_place))[1],
          'severity', (array_agg(reported.severity
            order by private.record_severity_rank(reported.severity) desc, reported.reaction_place))[1],
          'first_seen', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.reaction_place))[1],
          'last_confirmed', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.reaction_place desc))[1]
        ) as reaction
      from reported
      group by reported.item_key, reported.reaction_key
    )
    select reaction.item_key, string_agg(reaction.words, ', ' order by reaction.first_place),
      jsonb_agg(reaction.reaction order by reaction.first_place)
    from reaction
    group by reaction.item_key;
end;
$$;

comment on function private.record_reactions(private.record_statement[]) is
  'Every reaction ever reported to an allergen, first report first: reaction, all of them in one line for readers of one string; reactions[] {id, reaction, severity (the highest reported with it alone), first_seen, last_confirmed}. Words with commas are several reactions, and "a rash" is "rash": so the line itself, copied into a note, reports nothing new.';
