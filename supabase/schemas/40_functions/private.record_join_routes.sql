create function private.record_join_routes(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with known_route as (
      select statement.item_key,
        array_agg(distinct statement.item_key || '|' || (statement.facts ->> 'route')) as item_keys
      from unnest(p_statements) as statement
      where statement.facts ->> 'route' is not null
      group by statement.item_key
    )
    select
      case
        when statement.facts ->> 'route' is not null then statement.item_key || '|' || (statement.facts ->> 'route')
        when cardinality(known_route.item_keys) = 1 then known_route.item_keys[1]
        else statement.item_key || '|'
      end,
      statement.note_id, statement.encounter_at, statement.signed_by, statement.stage, statement.position, statement.row_id,
      statement.fields,
      case
        when statement.facts ->> 'route' is null and cardinality(known_route.item_keys) > 1
          then statement.facts || jsonb_build_object('candidates', known_route.item_keys)
        else statement.facts
      end,
      statement.section, statement.neighbourhood, statement.place
    from unnest(p_statements) as statement
    left join known_route on known_route.item_key = statement.item_key;
end;
$$;

comment on function private.record_join_routes(private.record_statement[]) is
  'Medication statements keyed ingredient|route, over the whole set: a statement without a route joins the only route that is known; with several it stands alone, and facts.candidates names them.';
