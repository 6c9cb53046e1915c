create function private.apply_decisions(p_entries private.record_entry[], p_decisions jsonb) returns private.record_entry[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return array(
    with decided as (
      select conflict.place, conflict.item -> 'item_ids' as item_ids, p_decisions -> conflict.id::text as decision
      from unnest(p_entries) as conflict
      where conflict.section = 'conflicts' and p_decisions ? conflict.id::text
    ),
    made as (
      select about.id,
        jsonb_object_agg(part.key, part.value order by decided.place) filter (where part.key is not null) as patch,
        jsonb_agg(distinct decided.decision -> 'mark') as marks
      from decided
      cross join lateral jsonb_array_elements_text(decided.item_ids) as about (id)
      left join lateral jsonb_each(decided.decision -> 'patch') as part on true
      group by about.id
    )
    select row(
      entry.section, entry.neighbourhood, entry.id, entry.place, entry.key,
      case
        when made.id is null then entry.item
        else entry.item || coalesce(made.patch, '{}') || jsonb_build_object('decisions', made.marks)
      end,
      entry.last_confirmed, entry.substances
    )::private.record_entry
    from unnest(p_entries) as entry
    left join made on made.id = entry.id::text and entry.section <> 'conflicts'
    where entry.section <> 'conflicts' or not p_decisions ? entry.id::text
  );
end;
$$;

comment on function private.apply_decisions(private.record_entry[], jsonb) is
  'What the fold of the sections made, as the decisions leave it. A decision holds where the fold found the very conflict it was made on, and nowhere else: the conflict goes, its items get the patch and, under decisions[], who decided {conflict_id, kind, decision, reason, decided_by, decided_at}. p_decisions: {<conflict id>: {patch, mark}}.';
