-- Definer: clients have no INSERT on public.call_transcript_chunks; who said what is decided here.
create function private.append_transcript_chunks(p_encounter_id uuid, p_chunks jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot append transcript: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.participant_refusal(v_caller, v_encounter);
  v_role text := case v_encounter.patient_id when v_caller.user_id then 'patient' else 'provider' end;
  v_rows public.call_transcript_chunks[];
  v_stored integer;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if not private.are_transcript_chunks(p_chunks) then
    return private.refuse('INVALID_REQUEST', c_action || 'a chunk is malformed');
  end if;
  if private.has_speaker_conflict(v_encounter.id, v_role, p_chunks) then
    return private.refuse('INVALID_REQUEST', c_action || 'the speaker is not who the server knows');
  end if;

  v_rows := array(select private.transcript_rows(v_encounter.id, v_role, v_caller.user_id, p_chunks));
  if private.has_revision_conflict(v_rows) then
    return private.refuse('REVISION_CONFLICT', c_action || 'a sequence stands for other words already');
  end if;
  if private.encounter_is_signed(v_encounter.id) and exists (
    select from unnest(v_rows) as chunk
    where not exists (
      select from public.call_transcript_chunks as stored
      where stored.encounter_id = chunk.encounter_id and stored.sequence = chunk.sequence
    )
  ) then
    return private.refuse('DRAFT_LOCKED', c_action || private.error_state('DRAFT_LOCKED'));
  end if;
  if not private.has_transcript_room(v_encounter.id, v_caller.user_id, v_rows) then
    return private.refuse('INVALID_REQUEST', c_action || 'caller has more words in the encounter than a transcript has room for');
  end if;

  insert into public.call_transcript_chunks
  select * from unnest(v_rows)
  on conflict do nothing;
  get diagnostics v_stored = row_count;
  return jsonb_build_object('stored', v_stored, 'replayed', jsonb_array_length(p_chunks) - v_stored);
end;
$$;

comment on function private.append_transcript_chunks(uuid, jsonb) is 'Body of public.append_transcript_chunks.';

grant execute on function private.append_transcript_chunks(uuid, jsonb) to authenticated;
