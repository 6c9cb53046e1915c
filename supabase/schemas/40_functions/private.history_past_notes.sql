create function private.history_past_notes(p_patient_id uuid, p_cursor text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with page as (
    select note.id, note.encounter_at, provider.display_name,
      row_number() over (order by note.encounter_at desc, note.id desc) as place
    from public.soap_notes as note
    join public.medical_provider_profiles as provider on provider.user_id = note.provider_id
    where note.patient_id = p_patient_id and note.status = 'signed'
      and (
        p_cursor is null
        or (note.encounter_at, note.id) < (split_part(p_cursor, '_', 1)::timestamptz, split_part(p_cursor, '_', 2)::uuid)
      )
    order by note.encounter_at desc, note.id desc
    limit 6
  )
  select jsonb_build_object(
      'pastNotes', coalesce(
        jsonb_agg(
          jsonb_build_object(
            'soapNoteId', id,
            'date', private.utc_text(encounter_at),
            'assessment', private.note_assessment_text(id),
            'plan', private.note_plan_text(id),
            'provider', display_name
          )
          order by place
        ) filter (where place <= 5),
        '[]'
      )
    )
    || case
      when count(*) > 5 then
        jsonb_build_object('nextCursor', max(private.utc_text(encounter_at) || '_' || id) filter (where place = 5))
      else '{}'
    end
  from page
$$;

comment on function private.history_past_notes(uuid, text) is
  '{pastNotes, nextCursor?}: five signed notes, newest first, from the cursor on; nextCursor while there are older ones.';
