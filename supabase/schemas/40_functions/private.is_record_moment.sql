create function private.is_record_moment(p_at timestamptz) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select p_at >= '0001-01-01T00:00:00Z' and p_at < '10000-01-01T00:00:00Z'
$$;

comment on function private.is_record_moment(timestamptz) is
  'Whether a time can be written as RFC 3339 writes it, in four digits of year: infinity, years before Christ and from 10000 on cannot. Null for null.';
