create function audit.retention() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '6 years 1 month'
$$;

comment on function audit.retention() is
  'How long after the first of a month its rows are kept: six years from its end (45 CFR 164.316(b)(2)(i)).';
