create function private.record_allergen(p_allergen text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_denial text := private.record_key(p_allergen);
begin
  if exists (
    select from private.record_synonyms
    where kind = 'none_known' and term = v_denial and canonical in ('allergies', 'any')
  ) then
    return null;
  end if;
  return coalesce(
    private.record_canonical('allergen', regexp_replace(v_denial, ' (allergy|allergies|intolerance)$', '')),
    p_allergen
  );
end;
$$;

comment on function private.record_allergen(text) is
  'Identity key of an allergen: its folded name by the synonym table; an unknown word is its own allergen. Null when the words deny any ("NKDA").';
