create function private.token_is_revoked(p_claims jsonb, p_tokens_valid_after timestamptz) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  -- Compared as numeric: auth_time is the caller's, and to_timestamp() raises on absurd numbers.
  select p_tokens_valid_after is not null
    and case jsonb_typeof(p_claims -> 'auth_time')
      when 'number' then (p_claims ->> 'auth_time')::numeric < extract(epoch from p_tokens_valid_after)
      else true
    end
$$;

comment on function private.token_is_revoked(jsonb, timestamptz) is
  'Whether the sign-in behind a token is older than the moment from which the person''s sign-ins count; unknown counts as older.';
