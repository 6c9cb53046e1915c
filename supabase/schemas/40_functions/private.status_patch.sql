create function private.status_patch(p_status jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_build_object('status', p_status, 'clinical_status', p_status)
$$;

comment on function private.status_patch(jsonb) is 'An allergy''s status, as a decision sets it.';
