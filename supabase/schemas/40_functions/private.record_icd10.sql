create function private.record_icd10(p_code text) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_code text := regexp_replace(upper(normalize(p_code, NFKC)), '[.\s]', '', 'g');
begin
  return case when v_code ~ '^[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}$' then v_code end;
end;
$$;

comment on function private.record_icd10(text) is
  'An ICD-10 code for comparing: upper case, no dot (E11.9 and e119 are one). Null for anything that is no code, such as "unknown". Form: section I.A of the ICD-10-CM guidelines, https://www.cdc.gov/nchs/icd/icd-10-cm.';
