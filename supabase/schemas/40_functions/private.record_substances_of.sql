create function private.record_substances_of(p_ingredient text) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select array(
      select component.name from regexp_split_to_table(p_ingredient, ' / ') as component (name)
      union
      select class.canonical
      from regexp_split_to_table(p_ingredient, ' / ') as component (name)
      join private.record_synonyms as class on class.kind = 'drug_class' and class.term = component.name
    )
  );
end;
$$;

comment on function private.record_substances_of(text) is
  'What somebody who takes an ingredient (private.record_drug) takes: each component, and the classes each belongs to.';
