create function audit.who_accessed(p_patient_id uuid, p_before_id bigint default null, p_limit integer default 100)
returns setof audit.events
language sql
stable
security invoker
set search_path = ''
as $$
  select *
  from audit.events
  where patient_id = p_patient_id and (p_before_id is null or id < p_before_id)
  order by id desc
  limit p_limit
$$;

comment on function audit.who_accessed(uuid, bigint, integer) is
  'Calls that touched or tried to touch a patient, latest first, refused ones included. p_before_id: the last id of the page before.';
