create function private.record_status(p_kind text, p_status text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_key text := private.record_key(p_status);
  v_exact text := (select canonical from private.record_synonyms where kind = p_kind and term = v_key);
  v_meanings text[];
begin
  if v_key is null or v_exact is not null then
    return v_exact;
  end if;
  -- "not stopped" must not read as stopped; a listed phrase with a negation in it was matched above.
  if v_key ~ '\m(not|no|never|without|don''t|unless|if)\M' then
    return null;
  end if;
  v_meanings := array(
    select distinct canonical
    from private.record_synonyms
    where kind = p_kind
      and ' ' || regexp_replace(v_key, '[^[:alnum:]-]+', ' ', 'g') || ' ' like '% ' || term || ' %'
  );
  return case when cardinality(v_meanings) = 1 then v_meanings[1] end;
end;
$$;

comment on function private.record_status(text, text) is
  'What a note''s own status word means: by the table, or because the phrase holds one listed term and no negation ("discontinued due to cough"). Null when it means nothing we know; callers then read it as active.';
