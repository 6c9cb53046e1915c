create function private.record_drug(p_name text, out ingredient text, out route text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_name text := private.record_key(p_name);
  v_rule record;
  v_release text := '';
  v_parts text[];
begin
  -- A strength in the name belongs to the dose, not to what the drug is.
  v_name := regexp_replace(
    v_name,
    '\m\d+([.,]\d+)?\s*(mg|mcg|μg|g|ml|units?|iu|meq|%)(\s*/\s*(\d+([.,]\d+)?\s*)?(mg|mcg|g|ml|h|hr|actuation))?(?=\W|$)',
    ' ', 'g'
  );
  v_name := ' ' || regexp_replace(regexp_replace(v_name, '([(),])', ' \1 ', 'g'), '\s+', ' ', 'g') || ' ';
  -- Longest first: "ophthalmic solution" before "ophthalmic", "extended-release" before "er".
  for v_rule in
    select synonyms.kind, ' ' || synonyms.term || ' ' as words, synonyms.canonical
    from private.record_synonyms as synonyms
    where synonyms.kind in ('dose_form', 'release_form') and strpos(v_name, ' ' || synonyms.term || ' ') > 0
    order by length(synonyms.term) desc, synonyms.term collate "C"
  loop
    continue when strpos(v_name, v_rule.words) = 0;
    v_name := replace(v_name, v_rule.words, ' ');
    if v_rule.kind = 'dose_form' then
      route := coalesce(route, v_rule.canonical);
    else
      v_release := ' ' || v_rule.canonical;
    end if;
  end loop;
  -- What is left in brackets is another name of the same drug: insulin glargine (Lantus).
  v_name := regexp_replace(v_name, '\([^)]*\)|,', ' ', 'g') || v_release;
  v_name := private.record_canonical('drug', v_name);
  v_parts := array(
    select private.record_canonical('drug', part)
    from regexp_split_to_table(v_name, '\s*[/+&](?=\s*[[:alpha:]])|\s+and\s+') as part
    where private.record_canonical('drug', part) is not null
    order by private.record_canonical('drug', part) collate "C"
  );
  ingredient := coalesce(nullif(array_to_string(v_parts, ' / '), ''), p_name);
end;
$$;

comment on function private.record_drug(text) is
  'What a medication''s name says it is: ingredient with salt and release form, brand names resolved, a combination as its sorted parts joined by " / "; and the route its dose form implies (eye drops: ophthalmic), else null. Strengths in the name are left out.';
