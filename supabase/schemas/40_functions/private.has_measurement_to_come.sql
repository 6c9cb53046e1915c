create function private.has_measurement_to_come(p_note_id uuid) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select from public.soap_objective_vital_signs
    where soap_note_id = p_note_id
      -- A device's clock or time zone may be wrong; a day later the next visit is right again.
      and measured_at > clock_timestamp() + interval '1 day'
  )
$$;

comment on function private.has_measurement_to_come(uuid) is
  'Whether a vital sign of a note claims to be measured more than a day from now. It would stand as the latest of the record until that day, over every visit before it.';
