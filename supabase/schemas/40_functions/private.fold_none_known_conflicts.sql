create function private.fold_none_known_conflicts(p_entries private.record_entry[], p_claims private.record_statement[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with denied as (
      select distinct on (claim.facts ->> 'list') claim.*, claim.facts ->> 'list' as list
      from unnest(p_claims) as claim
      where claim.facts ->> 'claim' = 'none_known' and claim.facts ->> 'list' in ('conditions', 'medications', 'allergies')
      order by claim.facts ->> 'list', claim.place collate "C" desc
    )
    select conflict.*
    from denied
    join unnest(p_entries) as entry on entry.section = denied.list
    cross join lateral private.record_conflict_entry(
      'none_known|' || entry.id,
      private.record_conflict(
        'none_known_after_recorded', denied.list, null,
        jsonb_build_array(
          (entry.item #> '{provenance,last_confirmed}') || jsonb_build_object(
            'item_id', entry.item -> 'id', 'value', coalesce(entry.item -> 'allergen', entry.item -> 'name')
          ),
          private.record_mark(denied.note_id, denied.encounter_at, denied.signed_by)
            || jsonb_build_object('item_id', entry.item -> 'id', 'value', 'none_known')
        )
      )
    ) as conflict
    where entry.item ->> 'clinical_status' = 'active'
      and entry.last_confirmed collate "C" <= left(denied.place, 56);
end;
$$;

comment on function private.fold_none_known_conflicts(private.record_entry[], private.record_statement[]) is
  'none_known_after_recorded: the last note that says there are none, while active entries stand that no later note confirmed. The entries stay.';
