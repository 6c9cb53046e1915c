create function private.record_status(p_kind text, p_status text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_key text := private.record_key(p_status);
  v_words text := ' ' || regexp_replace(v_key, '[^[:alnum:]-]+', ' ', 'g') || ' ';
  v_exact text;
  v_meanings text[];
begin
  if v_key is null then
    return null;
  end if;
  select min(canonical) filter (where term = v_key), array_agg(distinct canonical)
  into v_exact, v_meanings
  from private.record_synonyms
  where kind = p_kind and (term = v_key or v_words like '% ' || term || ' %');
  if v_exact is not null then
    return v_exact;
  end if;
  -- "not stopped" must not read as stopped; a listed phrase with a negation in it was matched above.
  if v_key ~ '\m(not|no|never|without|don''t|unless|if)\M' then
    return null;
  end if;
  return case when cardinality(v_meanings) = 1 then v_meanings[1] end;
end;
$$;

comment on function private.record_status(text, text) is
  'What a note''s own status word means: by the table, or because the phrase holds one listed term and no negation ("discontinued due to cough"). Null when it means nothing we know; callers then read it as active.';
