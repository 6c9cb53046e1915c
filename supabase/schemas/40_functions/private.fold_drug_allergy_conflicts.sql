create function private.fold_drug_allergy_conflicts(p_entries private.record_entry[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
-- As in private.record_items: every drug with every allergy is what must not happen.
set enable_nestloop = off
-- A plan that has to nest all the same would look dear enough to be compiled.
set jit = off
as $$
begin
  return query
    with medication as (
      select entry.id, entry.item, unnest(entry.substances) as substance
      from unnest(p_entries) as entry
      where entry.section = 'medications' and entry.item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    allergy as (
      select entry.id, entry.item, unnest(entry.substances) as substance
      from unnest(p_entries) as entry
      where entry.section = 'allergies' and entry.item ->> 'clinical_status' = 'active'
    ),
    found as (
      select distinct on (medication.id, allergy.id) medication.id, medication.item as medication, allergy.item as allergy
      from medication
      join allergy on allergy.substance = medication.substance
    )
    select conflict.*
    from found
    cross join lateral private.record_conflict_entry(
      'drug_allergy|' || found.id,
      private.record_conflict(
        'drug_allergy', 'medications', null,
        jsonb_build_array(
          (found.medication #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.medication -> 'id', 'value', found.medication -> 'name'),
          (found.allergy #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.allergy -> 'id', 'value', found.allergy -> 'allergen')
        )
      )
    ) as conflict;
end;
$$;

comment on function private.fold_drug_allergy_conflicts(private.record_entry[]) is
  'drug_allergy: a drug in use that is, contains, or by drug_class belongs to what an active allergy names. A small table, a help and no interaction checker: no conflict does not mean safe.';
