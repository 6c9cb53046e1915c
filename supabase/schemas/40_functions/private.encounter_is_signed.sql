create function private.encounter_is_signed(p_encounter_id uuid) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select from public.soap_notes where encounter_id = p_encounter_id and status = 'signed'
  )
$$;

comment on function private.encounter_is_signed(uuid) is 'Whether the encounter has a signed note, after which nothing of it is drafted, edited or appended.';
