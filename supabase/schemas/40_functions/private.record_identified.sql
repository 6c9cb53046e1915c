create function private.record_identified(p_statements private.record_statement[], p_conditions_meet boolean)
returns private.record_statement[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_identified private.record_statement[];
  v_is_open boolean;
begin
  -- A blank detail joins the one that is known. Where the whole set leaves a choice, the rules for it are asked below.
  with said as materialized (
    select statement.*,
      case statement.section
        when 'medications' then statement.facts ->> 'route'
        when 'surgical_history' then private.record_canonical('date', statement.fields ->> 'date')
        when 'family_history' then private.record_canonical('relationship', statement.fields ->> 'relationship')
      end collate "C" as detail
    from unnest(p_statements) as statement
    where statement.section = any (private.record_lists())
  )
  select
    coalesce(array_agg(
      row(
        keyed.item_key, keyed.note_id, keyed.encounter_at, keyed.signed_by, keyed.stage, keyed.position, keyed.row_id,
        keyed.fields, keyed.facts, keyed.section, keyed.neighbourhood, keyed.place
      )::private.record_statement order by keyed.place
    ), '{}'),
    coalesce(bool_or(keyed.section = 'medications' and (keyed.has_choice or keyed.is_one_of_several)), false)
  into v_identified, v_is_open
  from (
    select said.note_id, said.encounter_at, said.signed_by, said.stage, said.position, said.row_id, said.fields, said.facts,
      said.section, said.neighbourhood, said.place collate "C" as place,
      case
        when said.section not in ('medications', 'surgical_history', 'family_history') then said.item_key
        else said.item_key || '|' || coalesce(
          said.detail, case when min(said.detail) over item = max(said.detail) over item then min(said.detail) over item end, ''
        )
      end as item_key,
      said.detail is null and min(said.detail) over item <> max(said.detail) over item as has_choice,
      count(*) over (partition by said.section, said.item_key, said.note_id, said.stage) > 1 as is_one_of_several
    from said
    window item as (partition by said.section, said.item_key)
  ) as keyed;
  if not v_is_open and not p_conditions_meet then
    return v_identified;
  end if;
  return array(
    select told
    from (
      select told from unnest(v_identified) as told
      where not (told.section = 'conditions' and p_conditions_meet or told.section = 'medications' and v_is_open)
      union all
      select joined
      from private.record_join_conditions(
        array(select told from unnest(p_statements) as told where told.section = 'conditions' and p_conditions_meet)
      ) as joined
      union all
      select split
      from private.record_split_regimens(
        array(
          select routed from private.record_join_routes(
            array(select told from unnest(p_statements) as told where told.section = 'medications' and v_is_open)
          ) as routed
        )
      ) as split
    ) as identified
    order by (identified.told).place collate "C"
  );
end;
$$;

comment on function private.record_identified(private.record_statement[], boolean) is
  'Statements of lists, of whole neighbourhoods, in the order of the record, with the item_key that each section gives them over its whole set: a procedure with its date, a relative''s condition with the relative, a drug with its route; a blank one joins the one that is known, and stands alone when there are several. p_conditions_meet false: no condition among them can be another one.';
