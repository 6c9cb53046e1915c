create function private.regimen_patch(p_value jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if jsonb_typeof(p_value) is distinct from 'object' or p_value = '{}' then
    return null;
  end if;
  if exists (
    select from jsonb_each(p_value)
    where key not in ('dose', 'frequency', 'route') or not private.is_note_text(value)
  ) then
    return null;
  end if;
  return p_value || '{"carried_fields": []}';
end;
$$;

comment on function private.regimen_patch(jsonb) is
  'A regimen as a decision sets it, from {dose?, frequency?, route?}; null when it is none.';
