create function private.record_condition_neighbours(p_patient_id uuid, p_entries text[]) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_rules_version constant text := private.record_rules_version();
  v_known text[] := '{}';
  v_found text[] := p_entries;
begin
  while cardinality(v_found) > 0 loop
    v_known := v_known || v_found;
    v_found := array(
      select distinct next.entry
      from unnest(v_found) as known (entry)
      cross join lateral (
        -- A code meets the codes of its category, and entries without a code that are called like it or may stand for it.
        select sibling.neighbourhood as entry
        from private.record_assertions as sibling
        where known.entry like 'icd10:%' and sibling.patient_id = p_patient_id and sibling.section = 'conditions'
          and sibling.neighbourhood >= left(known.entry, 9) and sibling.neighbourhood < left(known.entry, 9) || '~'
          and sibling.rules_version = v_rules_version
        union all
        select 'name:' || own.name_key
        from private.record_assertions as own
        where known.entry like 'icd10:%' and own.patient_id = p_patient_id and own.section = 'conditions'
          and own.neighbourhood = known.entry and own.rules_version = v_rules_version
        union all
        select 'name:' || possible.term
        from private.record_synonyms as possible
        where known.entry like 'icd10:%' and possible.kind = 'condition_code'
          and starts_with(substr(known.entry, 7), possible.canonical)
        union all
        -- A name meets the codes that are called so, and those it may stand for.
        select namesake.neighbourhood
        from private.record_assertions as namesake
        where known.entry like 'name:%' and namesake.patient_id = p_patient_id
          and namesake.name_key = substr(known.entry, 6) and namesake.neighbourhood like 'icd10:%'
          and namesake.rules_version = v_rules_version
        union all
        select coded.neighbourhood
        from private.record_synonyms as possible
        join private.record_assertions as coded on coded.patient_id = p_patient_id and coded.section = 'conditions'
          and coded.neighbourhood >= 'icd10:' || possible.canonical
          and coded.neighbourhood < 'icd10:' || possible.canonical || '~'
          and coded.rules_version = v_rules_version
        where known.entry like 'name:%' and possible.kind = 'condition_code' and possible.term = substr(known.entry, 6)
      ) as next
      where not next.entry = any (v_known) and exists (
        select from private.record_assertions as stated
        where stated.patient_id = p_patient_id and stated.section = 'conditions' and stated.neighbourhood = next.entry
          and stated.rules_version = v_rules_version
      )
    );
  end loop;
  return v_known;
end;
$$;

comment on function private.record_condition_neighbours(uuid, text[]) is
  'The entries that private.record_condition_identity has to see together to decide about these: a closure over codes of one category and over names, in every note of the ledger, whether it counts or not.';
