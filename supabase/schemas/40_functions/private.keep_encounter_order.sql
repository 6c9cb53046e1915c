create function private.keep_encounter_order() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if private.encounter_step(new.encounter_status) < private.encounter_step(old.encounter_status) then
    raise exception 'Cannot update encounter: it does not go back from % to %', old.encounter_status, new.encounter_status
      using errcode = '23514';
  end if;
  return new;
end;
$$;

comment on function private.keep_encounter_order() is 'Trigger: encounter_status only moves forward.';
