create function private.transcript(p_encounter_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object('sequence', sequence, 'speaker_role', speaker_role, 'text', text) order by sequence
    ),
    '[]'
  )
  from public.call_transcript_chunks
  where encounter_id = p_encounter_id
$$;

comment on function private.transcript(uuid) is 'What was said in an encounter, in order: [{sequence, speaker_role, text}].';
