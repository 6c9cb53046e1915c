create function private.broken_attestations(p_patient_id uuid default null) returns setof uuid
language sql
stable
security invoker
set search_path = ''
as $$
  select id
  from public.soap_notes
  where status <> 'draft' and (p_patient_id is null or patient_id = p_patient_id)
    and content_sha256 is distinct from private.soap_note_sha256(id)
$$;

comment on function private.broken_attestations(uuid) is
  'Signed notes whose content is no longer what was signed: none, unless somebody wrote past the triggers. For operators, and for a backup just restored.';
