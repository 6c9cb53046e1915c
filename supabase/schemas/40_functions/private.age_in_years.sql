create function private.age_in_years(p_date_of_birth date) returns integer
language sql
stable
security invoker
set search_path = ''
as $$
  select extract(year from age((now() at time zone 'UTC')::date, p_date_of_birth))::integer
$$;

comment on function private.age_in_years(date) is 'Age in completed years today, in UTC.';
