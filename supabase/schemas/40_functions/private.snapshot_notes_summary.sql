create function private.snapshot_notes_summary(p_patient_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    string_agg(
      concat_ws(
        ' ',
        to_char(encounter_at at time zone 'UTC', 'YYYY-MM-DD') || ', ' || provider_name || ':',
        chief_complaint || '.',
        'Assessment: ' || private.note_assessment_text(id) || '.',
        'Plan: ' || private.note_plan_text(id) || '.'
      ),
      e'\n' order by encounter_at desc, id desc
    ),
    'No previous visits'
  )
  from (
    select note.id, note.encounter_at, provider.display_name as provider_name, hpi.description as chief_complaint
    from public.soap_notes as note
    join public.medical_provider_profiles as provider on provider.user_id = note.provider_id
    left join public.soap_subjective_hpi as hpi on hpi.soap_note_id = note.id and hpi.element = 'chief_complaint'
    where note.patient_id = p_patient_id and note.status = 'signed'
    order by note.encounter_at desc, note.id desc
    limit 5
  ) as recent
$$;

comment on function private.snapshot_notes_summary(uuid) is 'recent_notes_summary of a snapshot: the newest five signed notes, a line each; "No previous visits" when there are none.';
