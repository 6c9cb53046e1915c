create function private.fold_notes(p_note_ids uuid[], p_decisions jsonb default '{}') returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_conditions jsonb := private.apply_decisions(private.fold_conditions(p_note_ids), p_decisions);
  v_medications jsonb := private.apply_decisions(private.fold_medications(p_note_ids), p_decisions);
  v_allergies jsonb := private.apply_decisions(private.fold_allergies(p_note_ids), p_decisions);
  v_record jsonb;
begin
  v_record := jsonb_build_object(
    'conditions', v_conditions -> 'items',
    'medications', v_medications -> 'items',
    'allergies', v_allergies -> 'items',
    'surgical_history', private.fold_surgical_history(p_note_ids),
    'family_history', private.fold_family_history(p_note_ids),
    'social_history', private.fold_social_history(p_note_ids),
    'vital_trends', private.fold_vital_trends(p_note_ids),
    'review_of_systems_trends', private.fold_review_of_systems_trends(p_note_ids),
    'physical_exam_findings', private.fold_physical_exam_findings(p_note_ids)
  );
  v_record := v_record || jsonb_build_object(
    'list_states', private.fold_list_states(p_note_ids, v_record),
    'conflicts', (v_conditions -> 'conflicts') || (v_medications -> 'conflicts') || (v_allergies -> 'conflicts')
      || private.undecided(
        private.fold_none_known_conflicts(p_note_ids, v_record)
          || private.fold_drug_allergy_conflicts(v_medications -> 'items', v_allergies -> 'items'),
        p_decisions
      )
  );
  v_record := v_record || jsonb_build_object('metadata', private.fold_metadata(p_note_ids));
  return jsonb_set(v_record, '{metadata,record_version}', to_jsonb(private.sha256_hex(v_record)));
end;
$$;

comment on function private.fold_notes(uuid[], jsonb) is
  'The record a set of signed notes and the decisions on its conflicts (private.record_decision_map) make: conditions[], medications[], allergies[], surgical_history[], family_history[], social_history {}, vital_trends {}, review_of_systems_trends {}, physical_exam_findings {}, list_states {}, conflicts[], metadata {}. The order in which the ids are given means nothing. metadata.record_version is the SHA-256 of the rest.';
