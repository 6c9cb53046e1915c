-- Definer: the caller may not read private.firebase_project.
create function private.token_is_ours() returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_claims jsonb := private.token_claims();
begin
  return exists (
    select from private.firebase_project as project
    where v_claims -> 'iss' = to_jsonb('https://securetoken.google.com/' || project.project_id)
      and v_claims -> 'aud' = to_jsonb(project.project_id)
  );
end;
$$;

comment on function private.token_is_ours() is
  'Whether iss and aud name our own Firebase project: Google signs the tokens of all projects with the same keys.';

grant execute on function private.token_is_ours() to authenticated;
