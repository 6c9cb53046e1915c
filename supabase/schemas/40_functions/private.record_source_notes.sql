create function private.record_source_notes(p_patient_id uuid) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(array_agg(notes.id order by notes.encounter_at, notes.id), '{}')
  from public.soap_notes as notes
  where notes.patient_id = p_patient_id and notes.status = 'signed'
$$;

comment on function private.record_source_notes(uuid) is
  'The notes a patient''s record is made from, in the order of the record: signed and not retracted. The one place that says which notes count.';
