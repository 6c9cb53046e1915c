create function private.fold_conditions(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_entries private.record_statement[] := array(
    select statements from private.record_condition_statements(p_note_ids) as statements
  );
begin
  return (
    with identity as materialized (
      select * from private.record_condition_identity(v_entries)
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
          entries.facts
        )::private.record_statement
      ) as joined
      from unnest(v_entries) as entries
      join identity on identity.entry = entries.item_key
    ),
    items as materialized (
      select folded.item_key, folded.first_ordinal,
        jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
          || folded.item
          || jsonb_build_object(
            'clinical_status',
            coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
          ) as item
      from statements
      cross join lateral private.record_items('conditions', statements.joined) as folded
    ),
    conflicts as (
      select alone.item_key,
        private.record_conflict(
          'ambiguous_identity', 'conditions', null,
          jsonb_agg(
            (items.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', items.item -> 'id', 'value', items.item -> 'name')
            order by items.item_key <> alone.item_key, items.item_key collate "C"
          )
        ) as conflict
      from identity as alone
      join items on items.item_key = alone.item_key or items.item_key = any (alone.candidates)
      where alone.candidates is not null
      group by alone.item_key
    )
    select jsonb_build_object(
      'items', (select coalesce(jsonb_agg(items.item order by items.first_ordinal), '[]') from items),
      'conflicts', (
        select coalesce(jsonb_agg(conflicts.conflict order by conflicts.item_key collate "C"), '[]') from conflicts
      )
    )
  );
end;
$$;

comment on function private.fold_conditions(uuid[]) is
  'Conditions of the record. items[]: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by), severity, onset_date, notes, provenance; conflicts[]: ambiguous_identity, where an entry could be several others. A word nobody knows, and none at all, read as active.';
