create function private.keep_allergies() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_lost boolean;
begin
  -- The old record is not asked: it would have to be unpacked.
  if not exists (
    select from private.record_states as state
    where state.patient_id = new.user_id
      and state.allergies > coalesce(jsonb_array_length(new.cumulative_medical_record -> 'allergies'), 0)
  ) then
    return new;
  end if;
  select kind = 'merge' and note.amends_note_id is null into v_lost
  from private.record_events as event
  left join public.soap_notes as note on note.id = event.soap_note_id
  where event.patient_id = new.user_id
  order by event.sequence desc
  limit 1;
  if v_lost then
    raise exception 'Cannot write cumulative record: an allergy would be lost' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_allergies() is
  'Trigger on a record with fewer allergies than before under the same rules: only a retraction, an amendment or a decision takes one away, a merge never.';
