create function private.note_demographics(p_snapshot_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'id', demographics -> 'id',
    'full_name', demographics -> 'full_name',
    'patient_number', demographics -> 'patient_number',
    'dob', demographics -> 'dob',
    'age', demographics -> 'age',
    'gender', demographics -> 'gender',
    'sex_at_birth', demographics -> 'sex_at_birth'
  )
  from public.context_snapshots
  cross join lateral (select content -> 'patient_demographics') as patient (demographics)
  where context_snapshots.id = p_snapshot_id
$$;

comment on function private.note_demographics(uuid) is
  'Who the patient is, for SoapNote.meta.demographics: as the snapshot says, without contact; null where there is no snapshot.';
