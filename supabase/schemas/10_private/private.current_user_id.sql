-- Definer: see private.current_caller().
create function private.current_user_id() returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (private.current_caller()).user_id;
end;
$$;

comment on function private.current_user_id() is
  'users.id of an accepted caller, else null: wrong project, wrong role claim, unknown, disabled or revoked. Never auth.uid(), since a Firebase uid is no UUID.';

grant execute on function private.current_user_id() to authenticated;
