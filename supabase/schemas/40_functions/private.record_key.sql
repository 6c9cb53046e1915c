create function private.record_key(p_text text) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- A named collation: lower() must not depend on the locale a server happens to have been built with.
  return nullif(
    btrim(
      regexp_replace(
        regexp_replace(
          lower(normalize(p_text, NFKC) collate pg_catalog.pg_c_utf8),
          '[\u00AD\u200B-\u200D\u2060\uFEFF]', '', 'g'
        ),
        '[\s\u0085\u1680\u2028\u2029]+', ' ', 'g'
      ),
      ' .,;:!?'
    ),
    ''
  );
end;
$$;

comment on function private.record_key(text) is
  'What two spellings of one thing have in common: Unicode NFKC, lower case, single spaces, no invisible characters, no punctuation at the ends. For comparing only, never shown: NFKC turns 2½ mg into 21⁄2 mg. Null when nothing is left.';
