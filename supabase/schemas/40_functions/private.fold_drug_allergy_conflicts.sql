create function private.fold_drug_allergy_conflicts(p_medications jsonb, p_allergies jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with medication as (
      select item, component
      from jsonb_array_elements(p_medications) as item
      cross join lateral regexp_split_to_table((private.record_drug(item ->> 'name')).ingredient, ' / ') as component
      where item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    covered as (
      select medication.item, medication.component as substance from medication
      union
      select medication.item, class.canonical
      from medication
      join private.record_synonyms as class on class.kind = 'drug_class' and class.term = medication.component
    ),
    allergy as (
      select item, substance
      from jsonb_array_elements(p_allergies) as item
      cross join lateral (
        values (private.record_allergen(item ->> 'allergen')), ((private.record_drug(item ->> 'allergen')).ingredient)
      ) as names (substance)
      where item ->> 'clinical_status' = 'active'
    ),
    found as (
      select distinct covered.item as medication, allergy.item as allergy
      from covered
      join allergy on allergy.substance = covered.substance
    )
    select coalesce(jsonb_agg(
      private.record_conflict(
        'drug_allergy', 'medications', null,
        jsonb_build_array(
          (found.medication #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.medication -> 'id', 'value', found.medication -> 'name'),
          (found.allergy #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.allergy -> 'id', 'value', found.allergy -> 'allergen')
        )
      )
      order by found.medication ->> 'id', found.allergy ->> 'id'
    ), '[]')
    from found
  );
end;
$$;

comment on function private.fold_drug_allergy_conflicts(jsonb, jsonb) is
  'drug_allergy: a drug in use that is, contains, or by drug_class belongs to what an active allergy names. A small table, a help and no interaction checker: no conflict does not mean safe.';
