create function private.refold(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[] default '{}', p_decisions jsonb default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
-- The cost of a plan for arrays of unknown length is a guess, and compiling it takes longer than running it.
set jit = off
as $$
declare
  v_decisions jsonb := coalesce(p_decisions, private.record_decision_map(p_patient_id));
  v_touched record := private.record_touched(p_patient_id, p_note_ids, p_item_ids);
  v_before private.record_entry[] := private.standing_entries(p_patient_id, v_touched.sections, v_touched.neighbourhoods);
  v_entered private.record_entry[] := private.enter_measurements(p_note_ids, v_before);
  v_statements private.record_statement[] := private.ledger_statements(
    p_patient_id, v_touched.sections, v_touched.neighbourhoods, p_note_ids, v_entered
  );
  v_claims private.record_statement[] := array(select said from unnest(v_statements) as said where said.section = 'list_states');
  v_after private.record_entry[] := v_entered || private.fold_sections(v_statements, v_decisions, v_touched.conditions_meet);
  v_changed uuid[];
  v_crossings record;
begin
  v_changed := private.replace_entries(
    p_patient_id, v_before,
    v_after
      || private.refold_list_states(p_patient_id, v_touched.sections, v_touched.neighbourhoods, v_before, v_after, v_claims)
      || private.refold_metadata(p_patient_id, p_note_ids)
  );
  if private.may_cross(p_patient_id, v_before || v_after, v_touched.neighbourhoods, v_claims) then
    v_crossings := private.refold_crossings(
      p_patient_id, v_before || v_after,
      array(
        select split_part(claim.key, ':', 1) from unnest(v_touched.sections, v_touched.neighbourhoods) as claim (section, key)
        where claim.section = 'list_states' and claim.key like '%:none_known'
      ),
      v_claims, v_decisions
    );
    v_before := v_before || v_crossings.before;
    v_after := v_after || v_crossings.after;
    v_changed := v_changed || v_crossings.changed;
  end if;
  perform private.rehash_record(p_patient_id, v_changed);
  return private.record_changes(v_before, v_after, p_note_ids[1]);
end;
$$;

comment on function private.refold(uuid, uuid[], uuid[], jsonb) is
  'Folds anew what these notes and items touch, from the ledger, with the notes that are merged or among these; the patient''s row is locked. The one way a record is brought up to date: merge, retraction, amendment, decision. Returns what it changed (private.record_changes, of the first note). The column follows with private.write_record.';
