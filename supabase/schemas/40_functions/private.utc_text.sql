create function private.utc_text(p_time timestamptz) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return to_char(p_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || rtrim(rtrim(to_char(p_time at time zone 'UTC', '.US'), '0'), '.') || 'Z';
end;
$$;

comment on function private.utc_text(timestamptz) is
  'A time as RFC 3339 in UTC, fraction of a second only where there is one; the same whatever the session''s time zone.';
