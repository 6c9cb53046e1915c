create function private.record_substances_of(p_ingredient text) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_components text[] := string_to_array(p_ingredient, ' / ');
begin
  return v_components || array(
    select class.canonical from private.record_synonyms as class
    where class.kind = 'drug_class' and class.term = any (v_components)
  );
end;
$$;

comment on function private.record_substances_of(text) is
  'What somebody who takes an ingredient (private.record_drug) takes: each component, and the classes each belongs to.';
