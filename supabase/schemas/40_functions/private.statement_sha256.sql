create function private.statement_sha256(p_section text, p_item jsonb) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select private.sha256_hex(to_jsonb(lower(private.visible_characters(
    case p_section
      when 'coding' then jsonb_build_array(p_item -> 'code_system', p_item -> 'code')
      else p_item - '{id,evidence}'::text[]
    end::text
  ))))
$$;

comment on function private.statement_sha256(text, jsonb) is
  'SHA-256 of what an item of a note states, whatever its id, evidence, case and spacing: the same words are the same statement. A code is its system and itself.';
