create function private.record_condition_meets(p_patient_id uuid, p_entry text) returns setof text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_code text := case when starts_with(p_entry, 'icd10:') then substr(p_entry, 7) end;
  v_name text := case when starts_with(p_entry, 'name:') then substr(p_entry, 6) end;
begin
  if v_code is not null then
    -- A code meets the codes of its category, and entries without a code that are called like it or may stand for it.
    return query
      select sibling.neighbourhood from private.record_assertions as sibling
      where sibling.patient_id = p_patient_id and sibling.section = 'conditions'
        and sibling.neighbourhood >= left(p_entry, 9) and sibling.neighbourhood < left(p_entry, 9) || '~';
    return query
      select codeless.neighbourhood
      from (
        select own.name_key as name from private.record_assertions as own
        where own.patient_id = p_patient_id and own.section = 'conditions' and own.neighbourhood = p_entry
        union
        select possible.term from private.record_synonyms as possible
        where possible.kind = 'condition_code' and starts_with(v_code, possible.canonical)
      ) as called
      join private.record_assertions as codeless on codeless.patient_id = p_patient_id
        and codeless.section = 'conditions' and codeless.neighbourhood = 'name:' || called.name;
  elsif v_name is not null then
    -- A name meets the codes that are called so, and those it may stand for.
    return query
      select namesake.neighbourhood from private.record_assertions as namesake
      where namesake.patient_id = p_patient_id and namesake.name_key = v_name
        and starts_with(namesake.neighbourhood, 'icd10:');
    return query
      select coded.neighbourhood
      from private.record_synonyms as possible
      join private.record_assertions as coded on coded.patient_id = p_patient_id and coded.section = 'conditions'
        and coded.neighbourhood >= 'icd10:' || possible.canonical
        and coded.neighbourhood < 'icd10:' || possible.canonical || '~'
      where possible.kind = 'condition_code' and possible.term = v_name;
  end if;
end;
$$;

comment on function private.record_condition_meets(uuid, text) is
  'The entries of a patient''s ledger that may decide what an entry is, or it about them: by code or by name, in every note whether it counts or not, by whatever rules it was read. Some come more than once.';
