create function private.plain_code(p_item jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_item ? 'code_system' then
      p_item
        - case when p_item -> 'rationale' = 'null' then 'rationale' else '' end
        - case when p_item -> 'status' = 'null' then 'status' else '' end
    else p_item
  end
$$;

comment on function private.plain_code(jsonb) is
  'An item of coding without a rationale and a status it does not have, so that a code a clinician attached reads, and hashes, as it always did; any other item as it is.';
