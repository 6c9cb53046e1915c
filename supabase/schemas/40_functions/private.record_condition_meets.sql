create function private.record_condition_meets(p_patient_id uuid, p_entries text[]) returns setof text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with entry as (
      select named.entry, substr(named.entry, 7) as code, null::text collate "C" as name
      from unnest(p_entries) as named (entry) where starts_with(named.entry, 'icd10:')
      union all
      select named.entry, null, substr(named.entry, 6)
      from unnest(p_entries) as named (entry) where starts_with(named.entry, 'name:')
    )
    -- A code meets the codes of its category, and entries without a code that are called like it or may stand for it.
    select sibling.neighbourhood
    from entry
    join private.record_assertions as sibling on sibling.patient_id = p_patient_id and sibling.section = 'conditions'
      and sibling.neighbourhood >= left(entry.entry, 9) and sibling.neighbourhood < left(entry.entry, 9) || '~'
    where entry.code is not null and sibling.neighbourhood <> entry.entry
    union
    select codeless.neighbourhood
    from (
      select own.name_key as name
      from entry
      join private.record_assertions as own on own.patient_id = p_patient_id and own.section = 'conditions'
        and own.neighbourhood = entry.entry
      where entry.code is not null
      union
      select possible.term
      from entry
      join private.record_synonyms as possible on possible.kind = 'condition_code'
        and starts_with(entry.code, possible.canonical)
    ) as called
    join private.record_assertions as codeless on codeless.patient_id = p_patient_id
      and codeless.section = 'conditions' and codeless.neighbourhood = 'name:' || called.name
    union
    -- A name meets the codes that are called so, and those it may stand for.
    select namesake.neighbourhood
    from entry
    join private.record_assertions as namesake on namesake.patient_id = p_patient_id and namesake.name_key = entry.name
    where starts_with(namesake.neighbourhood, 'icd10:')
    union
    select coded.neighbourhood
    from entry
    join private.record_synonyms as possible on possible.kind = 'condition_code' and possible.term = entry.name
    join private.record_assertions as coded on coded.patient_id = p_patient_id and coded.section = 'conditions'
      and coded.neighbourhood >= 'icd10:' || possible.canonical
      and coded.neighbourhood < 'icd10:' || possible.canonical || '~';
end;
$$;

comment on function private.record_condition_meets(uuid, text[]) is
  'The other entries of a patient''s ledger that may decide what one of these is, or it about them: by code or by name, in every note whether it counts or not, by whatever rules it was read.';
