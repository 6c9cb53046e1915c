create function private.statement_sha256(p_section text, p_item jsonb) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select private.sha256_hex(jsonb_object_agg(key, lower(private.visible_characters(normalize(private.visible_characters(value), nfkc)))))
  from jsonb_each_text(
    case p_section
      when 'coding' then jsonb_build_object('code_system', p_item -> 'code_system', 'code', p_item -> 'code')
      else p_item - '{id,evidence}'::text[]
    end
  )
$$;

comment on function private.statement_sha256(text, jsonb) is
  'SHA-256 of what an item of a note states, whatever its id, evidence, case, white space and width of letters: the same words are the same statement. A code is its system and itself.';
