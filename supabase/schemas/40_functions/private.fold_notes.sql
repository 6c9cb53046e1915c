create function private.fold_notes(p_note_ids uuid[], p_decisions jsonb default '{}') returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_entries private.record_entry[] := array(select entry from private.fold_entries(p_note_ids, p_decisions) as entry);
begin
  return private.record_of_entries(v_entries) || jsonb_build_object(
    'metadata',
    (select entry.item from unnest(v_entries) as entry where entry.section = 'metadata')
      || jsonb_build_object('record_version', encode(sha256(private.record_buckets(v_entries)), 'hex'))
  );
end;
$$;

comment on function private.fold_notes(uuid[], jsonb) is
  'The record a set of signed notes and the decisions on its conflicts (private.record_decision_map) make: conditions[], medications[], allergies[], surgical_history[], family_history[], social_history {}, vital_trends {}, review_of_systems_trends {}, physical_exam_findings {}, list_states {}, conflicts[], metadata {}. The order in which the ids are given means nothing. metadata.record_version is a hash of all the rest, see docs/adr/0010.';
