create function private.ensure_state(p_patient_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if not exists (
    select from private.record_states
    where patient_id = p_patient_id and rules_version = private.record_rules_version()
  ) then
    perform private.rebuild_record(p_patient_id);
  end if;
end;
$$;

comment on function private.ensure_state(uuid) is
  'Rebuilds a record that was never folded into entries, or by other rules than today''s, before something is added to it.';
