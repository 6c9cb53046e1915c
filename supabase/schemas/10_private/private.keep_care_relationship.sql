-- Definer: whoever books needs no privilege on what follows from a booking.
create function private.keep_care_relationship() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- One more booking of a live relationship changes nothing, and a share lock keeps it live until it is committed:
  -- booking never waits for those who are seeing the patient.
  if tg_op = 'INSERT' and new.status <> 'cancelled' then
    perform from private.care_relationships
    where provider_id = new.provider_id and patient_id = new.patient_id and state = 'live'
    for share;
    if found then
      return null;
    end if;
  end if;
  if tg_op <> 'INSERT' then
    perform private.settle_care_relationship(old.provider_id, old.patient_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and (new.provider_id, new.patient_id) <> (old.provider_id, old.patient_id)) then
    perform private.settle_care_relationship(new.provider_id, new.patient_id);
  end if;
  return null;
end;
$$;

comment on function private.keep_care_relationship() is
  'Trigger: a booking that is made, changed or removed settles the care relationships it bears on.';
