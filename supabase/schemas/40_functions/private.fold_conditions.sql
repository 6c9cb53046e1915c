create function private.fold_conditions(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with identity as materialized (
      select * from private.record_condition_identity(p_statements)
    ),
    statements as (
      -- An item is named and coded by the entry it is about; an entry that joined it lends everything else.
      select array_agg(
        row(
          identity.item_key, entries.note_id, entries.encounter_at, entries.signed_by,
          entries.stage, entries.position, entries.row_id,
          case
            when identity.item_key = entries.item_key then entries.fields
            else entries.fields - '{name,icd10}'::text[]
          end,
          entries.facts, entries.section, identity.item_key, entries.place
        )::private.record_statement
      ) as joined
      from unnest(p_statements) as entries
      join identity on identity.entry = entries.item_key
    ),
    items as materialized (
      select folded.item_key, folded.place, folded.last_confirmed,
        jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
          || folded.item
          || jsonb_build_object(
            'clinical_status',
            coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
          ) as item
      from statements
      cross join lateral private.record_items('conditions', statements.joined) as folded
    ),
    ambiguous as (
      select alone.entry as alone, unnest(alone.entry || alone.candidates) as item_key
      from identity as alone
      where alone.candidates is not null
    ),
    conflicts as (
      select ambiguous.alone,
        private.record_conflict(
          'ambiguous_identity', 'conditions', null,
          jsonb_agg(
            (items.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', items.item -> 'id', 'value', items.item -> 'name')
            order by items.item_key <> ambiguous.alone, items.item_key collate "C"
          )
        ) as conflict
      from ambiguous
      join items on items.item_key = ambiguous.item_key
      group by ambiguous.alone
    )
    select 'conditions', items.item_key, (items.item ->> 'id')::uuid, items.place, null, items.item, items.last_confirmed,
      null::text[]
    from items
    union all
    select entry.*
    from conflicts
    cross join lateral private.record_conflict_entry('conditions|' || conflicts.alone, conflicts.conflict) as entry;
end;
$$;

comment on function private.fold_conditions(private.record_statement[]) is
  'Conditions of the record, from statements of whole neighbourhoods: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by), severity, onset_date, notes, provenance; and their conflicts: ambiguous_identity, where an entry could be several others. A word nobody knows, and none at all, read as active.';
