create function private.record_condition_identity(p_statements private.record_statement[])
returns table (entry text, item_key text, candidates text[])
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with node as materialized (
      select ordered.item_key as entry,
        (array_agg(ordered.facts ->> 'code'))[1] as code,
        array_agg(distinct ordered.facts ->> 'name') as names,
        -- The entry's own last word: what a child or namesake says must not end it.
        coalesce((array_agg((ordered.facts ->> 'ended')::boolean order by ordered.ordinal desc)
          filter (where ordered.facts ->> 'ended' is not null))[1], false) as ended
      from private.record_in_order(p_statements) as ordered
      group by ordered.item_key
    ),
    leaf as materialized (
      select node.* from node
      where node.code is not null and not exists (
        select from node as child
        where left(child.code, 3) = left(node.code, 3) and starts_with(child.code, node.code) and child.code <> node.code
      )
    ),
    coded as materialized (
      select parent.entry, parent.code, parent.names,
        case
          when count(leaf.entry) = 1 and not (bool_and(leaf.ended) and not parent.ended) then min(leaf.entry)
          else parent.entry
        end as item_key,
        case when count(leaf.entry) > 1 then array_agg(leaf.entry order by leaf.entry collate "C") end as candidates
      from node as parent
      left join leaf
        on left(leaf.code, 3) = left(parent.code, 3) and starts_with(leaf.code, parent.code) and leaf.code <> parent.code
      where parent.code is not null
      group by parent.entry, parent.code, parent.names, parent.ended
    ),
    meeting as (
      select codeless.entry, coded.item_key, true as is_same_level
      from node as codeless
      cross join lateral unnest(codeless.names) as called (name)
      join (select coded.item_key, unnest(coded.names) as name from coded) as coded on coded.name = called.name
      where codeless.code is null
      union all
      select codeless.entry, coded.item_key, coded.code = possible.canonical
      from node as codeless
      cross join lateral unnest(codeless.names) as called (name)
      join private.record_synonyms as possible on possible.kind = 'condition_code' and possible.term = called.name
      join coded on left(coded.code, 3) = left(possible.canonical, 3) and starts_with(coded.code, possible.canonical)
      where codeless.code is null
    ),
    namesake as (
      select meeting.entry, meeting.item_key, bool_or(meeting.is_same_level) as is_same_level
      from meeting
      group by meeting.entry, meeting.item_key
    ),
    codeless as (
      select node.entry,
        case
          when count(namesake.item_key) = 1
            and (bool_and(namesake.is_same_level) or node.ended or not bool_and(target.ended))
            then min(namesake.item_key)
          else node.entry
        end as item_key,
        case when count(namesake.item_key) > 1 then array_agg(namesake.item_key order by namesake.item_key collate "C") end
          as candidates
      from node
      left join namesake on namesake.entry = node.entry
      left join node as target on target.entry = namesake.item_key
      where node.code is null
      group by node.entry, node.ended
    )
    select coded.entry, coded.item_key, coded.candidates from coded
    union all
    select codeless.entry, codeless.item_key, codeless.candidates from codeless;
end;
$$;

comment on function private.record_condition_identity(private.record_statement[]) is
  'Which entries are one condition, decided over the whole set so that no order can matter. Equal codes are one; a parent code or an entry without a code joins a coded one only if exactly one candidate exists, else it stands alone and candidates names them; it also stands alone, without ambiguity, when the more specific one has ended and it has not, since a child''s resolution never resolves its parent.';
