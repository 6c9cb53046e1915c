create function private.counting_notes(p_patient_id uuid, p_entering uuid[] default '{}') returns uuid[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(note.id order by note.encounter_at, note.id), '{}')
    from public.soap_notes as note
    where note.patient_id = p_patient_id and note.status = 'signed'
      and (note.merged_at is not null or note.id = any (p_entering))
  );
end;
$$;

comment on function private.counting_notes(uuid, uuid[]) is
  'The notes a patient''s record holds, in its order: signed, not amended or retracted, and merged or just entering.';
