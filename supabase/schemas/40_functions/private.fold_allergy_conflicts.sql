create function private.fold_allergy_conflicts(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Most often there is nothing to ask: nobody refuted one, nobody gave it two severities.
  if not exists (
    select from unnest(p_statements) as said
    where said.section = 'allergies'
    group by said.item_key
    having bool_or(said.facts ->> 'status' = 'refuted') or min(said.fields ->> 'severity') <> max(said.fields ->> 'severity')
  ) then
    return '{}';
  end if;
  return array(
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by)
          || jsonb_build_object('item_id', private.record_item_id('allergies', ordered.item_key)) as side,
        private.record_severity_rank(ordered.fields ->> 'severity') as severity_rank,
        max(private.record_severity_rank(ordered.fields ->> 'severity')) over (partition by ordered.item_key) as highest_rank
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'allergies'
    ),
    highest as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.severity_rank = statement.highest_rank
      order by statement.item_key, statement.ordinality desc
    ),
    lower_report as (
      select distinct on (statement.item_key) statement.item_key, 'lower_allergy_severity' as kind, 'severity' as field,
        jsonb_build_array(
          highest.side || jsonb_build_object('value', highest.fields -> 'severity'),
          statement.side || jsonb_build_object('value', statement.fields -> 'severity')
        ) as sides
      from statement
      join highest on highest.item_key = statement.item_key
      where statement.ordinality > highest.ordinality and statement.note_id <> highest.note_id
        -- "unknown" claims nothing, so it is not a lower claim.
        and statement.severity_rank between 2 and statement.highest_rank - 1
      order by statement.item_key, statement.ordinality
    ),
    refutation as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.facts ->> 'status' = 'refuted'
      order by statement.item_key, statement.ordinality desc
    ),
    contradiction as (
      select distinct on (statement.item_key) statement.item_key, 'reported_after_refutation' as kind, 'status' as field,
        jsonb_build_array(
          refutation.side || jsonb_build_object('value', 'refuted'), statement.side || jsonb_build_object('value', 'active')
        ) as sides
      from statement
      join refutation on refutation.item_key = statement.item_key
      where statement.ordinality > refutation.ordinality and statement.facts ->> 'status' = 'active'
      order by statement.item_key, statement.ordinality
    ),
    found as (
      select * from lower_report union all select * from contradiction
    )
    select private.record_conflict_entry(
      'allergies|' || found.item_key, private.record_conflict(found.kind, 'allergies', found.field, found.sides)
    )
    from found
  );
end;
$$;

comment on function private.fold_allergy_conflicts(private.record_statement[]) is
  'Where notes disagree about one allergy: lower_allergy_severity until a note states the highest again, reported_after_refutation.';
