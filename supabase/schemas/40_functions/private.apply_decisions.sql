create function private.apply_decisions(p_folded jsonb, p_decisions jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_decisions = '{}' or p_folded -> 'conflicts' = '[]' then
    return p_folded;
  end if;
  return (
    with conflict as (
      select found.conflict, found.place, p_decisions -> (found.conflict ->> 'id') as decision
      from jsonb_array_elements(p_folded -> 'conflicts') with ordinality as found (conflict, place)
    ),
    item as (
      select listed.item, listed.place, made.patch, made.marks
      from jsonb_array_elements(p_folded -> 'items') with ordinality as listed (item, place)
      left join lateral (
        select jsonb_object_agg(part.key, part.value order by conflict.place) filter (where part.key is not null) as patch,
          jsonb_agg(distinct conflict.decision -> 'mark') as marks
        from conflict
        left join lateral jsonb_each(conflict.decision -> 'patch') as part on true
        where conflict.decision is not null and conflict.conflict -> 'item_ids' @> jsonb_build_array(listed.item -> 'id')
      ) as made on true
    )
    select jsonb_build_object(
      'items', (
        select coalesce(jsonb_agg(
          case
            when item.marks is null then item.item
            else item.item || coalesce(item.patch, '{}') || jsonb_build_object('decisions', item.marks)
          end
          order by item.place
        ), '[]')
        from item
      ),
      'conflicts', private.undecided(p_folded -> 'conflicts', p_decisions)
    )
  );
end;
$$;

comment on function private.apply_decisions(jsonb, jsonb) is
  'What a section''s fold returned, {items, conflicts}, as the decisions leave it. A decision holds where the fold found the very conflict it was made on, and nowhere else: the conflict goes, its items get the patch and, under decisions[], who decided {conflict_id, kind, decision, reason, decided_by, decided_at}. p_decisions: {<conflict id>: {patch, mark}}.';
