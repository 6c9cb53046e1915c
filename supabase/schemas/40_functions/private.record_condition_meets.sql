create function private.record_condition_meets(p_patient_id uuid, p_entries text[]) returns setof text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    -- A code meets the codes of its category.
    select sibling.neighbourhood
    from unnest(p_entries) as entry (key)
    join private.record_assertions as sibling on sibling.patient_id = p_patient_id and sibling.section = 'conditions'
      and sibling.neighbourhood >= left(entry.key, 9) and sibling.neighbourhood < left(entry.key, 9) || '~'
    where starts_with(entry.key, 'icd10:') and sibling.neighbourhood <> entry.key
    union
    -- One with a code and one without meet when they are called the same,
    select namesake.neighbourhood
    from unnest(p_entries) as entry (key)
    join private.record_assertions as own on own.patient_id = p_patient_id and own.section = 'conditions'
      and own.neighbourhood = entry.key
    join private.record_assertions as namesake on namesake.patient_id = p_patient_id and namesake.name_key = own.name_key
      and namesake.section = 'conditions'
    where starts_with(namesake.neighbourhood, 'icd10:') <> starts_with(entry.key, 'icd10:')
    union
    -- or when the name may stand for the code.
    select meant.neighbourhood
    from unnest(p_entries) as entry (key)
    join private.record_synonyms as possible on possible.kind = 'condition_code'
      and (starts_with(entry.key, 'icd10:' || possible.canonical) or entry.key = 'name:' || possible.term)
    join private.record_assertions as meant on meant.patient_id = p_patient_id and meant.section = 'conditions'
      and meant.neighbourhood
        between case when starts_with(entry.key, 'icd10:') then 'name:' || possible.term else 'icd10:' || possible.canonical end
        and case when starts_with(entry.key, 'icd10:') then 'name:' || possible.term else 'icd10:' || possible.canonical || '~' end;
end;
$$;

comment on function private.record_condition_meets(uuid, text[]) is
  'The other entries of a patient''s ledger that may decide what one of these is, or it about them: by code or by name, in every note whether it counts or not, by whatever rules it was read.';
