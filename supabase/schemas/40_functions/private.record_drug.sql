create function private.record_drug(p_name text, out ingredient text, out route text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_name text := private.record_key(p_name);
  v_rule record;
  v_parts text[];
begin
  -- A strength in the name belongs to the dose, not to what the drug is.
  v_name := regexp_replace(
    v_name, '\m\d+([.,]\d+)?\s*(mg|mcg|µg|μg|g|ml|units?|iu|meq|%)(\s*/\s*(\d+([.,]\d+)?\s*)?(mg|mcg|g|ml|h|hr|actuation))?(?=\W|$)', ' ', 'g'
  );
  -- Longest first: "eye drops" before "drops", "extended release" words before single letters.
  for v_rule in
    select kind, term, canonical from private.record_synonyms
    where kind in ('dose_form', 'release_form') and v_name ~ ('(^|\W)' || term || '(\W|$)')
    order by length(term) desc, term collate "C"
  loop
    if v_name ~ ('(^|[^[:alnum:]])' || v_rule.term || '([^[:alnum:]]|$)') then
      v_name := regexp_replace(
        v_name, '(^|[^[:alnum:]])' || v_rule.term || '(?=[^[:alnum:]]|$)',
        '\1' || case v_rule.kind when 'release_form' then v_rule.canonical else '' end
      );
      if v_rule.kind = 'dose_form' then
        route := coalesce(route, v_rule.canonical);
      end if;
    end if;
  end loop;
  v_name := private.record_canonical('drug', regexp_replace(v_name, '[()]', ' ', 'g'));
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
