-- Definer: clients have no UPDATE on notes, and the record has to be written anew.
create function private.retract_soap_note(p_soap_note_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot retract SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := private.life_refusal(v_caller, v_note, p_reason);
  v_is_repeat boolean := v_note.status = 'retracted';
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'reason is too long'));
  end if;

  if not v_is_repeat then
    perform private.merge_pending_notes(v_note.patient_id);
    update public.soap_notes
    set status = 'retracted', retracted_at = clock_timestamp(), retracted_by = v_caller.user_id, retraction_reason = p_reason
    where id = v_note.id
    returning * into v_note;
    -- The last note before it that stands counts again, unless a later one still stands in the place of both.
    update public.soap_notes
    set status = 'signed'
    where id = (
        select note.id
        from unnest(private.note_line(v_note.id)) with ordinality as line (id, place)
        join public.soap_notes as note on note.id = line.id and note.status = 'amended'
        order by place
        limit 1
      )
      and not private.note_is_amended(id);
    perform private.refold_record(v_note.patient_id, 'retraction', v_note.id);
    if not private.encounter_is_signed(v_note.encounter_id) then
      perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'not_started');
    end if;
  end if;

  return private.retraction_answer(v_note) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.retract_soap_note(uuid, text) is 'Body of public.retract_soap_note.';

grant execute on function private.retract_soap_note(uuid, text) to authenticated;
