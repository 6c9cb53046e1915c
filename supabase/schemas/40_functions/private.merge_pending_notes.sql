create function private.merge_pending_notes(p_patient_id uuid) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_profile public.patient_profiles;
  v_caller_id uuid := private.current_user_id();
  v_merged uuid[];
  v_pending uuid[];
  v_note_id uuid;
  v_before jsonb;
  v_after jsonb;
  v_decisions jsonb := private.record_decision_map(p_patient_id);
begin
  -- One merge per patient at a time: everything below is read after the lock, so nobody folds what is already past.
  select * into v_profile from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return null;
  end if;

  select
    coalesce(array_agg(source.note_id order by source.place) filter (where merges.soap_note_id is not null), '{}'),
    coalesce(array_agg(source.note_id order by source.place) filter (where merges.soap_note_id is null), '{}')
  into v_merged, v_pending
  from unnest(private.record_source_notes(p_patient_id)) with ordinality as source (note_id, place)
  left join public.soap_note_merges as merges on merges.soap_note_id = source.note_id;

  if cardinality(v_pending) = 0 then
    return 0;
  end if;
  if v_profile.cumulative_medical_record <> '{}'
    and v_profile.cumulative_medical_record #>> '{metadata,record_version}' is null then
    raise exception 'Cannot merge SOAP notes: the stored record was not made from notes';
  end if;

  v_before := v_profile.cumulative_medical_record;
  if v_before #> '{metadata,source_soap_notes}' is distinct from to_jsonb(v_merged)
    or v_before #>> '{metadata,rules_version}' is distinct from private.record_rules_version() then
    v_before := private.fold_notes(v_merged, v_decisions);
  end if;
  foreach v_note_id in array v_pending loop
    v_merged := v_merged || v_note_id;
    v_after := private.fold_notes(v_merged, v_decisions);
    insert into public.soap_note_merges (soap_note_id, patient_id, record_version, changes, merged_by)
    values (
      v_note_id, p_patient_id, v_after #>> '{metadata,record_version}',
      private.record_changes(v_before, v_after, v_note_id), v_caller_id
    );
    perform private.record_event(p_patient_id, 'merge', v_after #>> '{metadata,record_version}', v_note_id);
    v_before := v_after;
  end loop;

  update public.patient_profiles
  set
    cumulative_medical_record = v_after,
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = v_pending[cardinality(v_pending)]
  where user_id = p_patient_id;
  perform private.record_conflicts_found(p_patient_id, v_after -> 'conflicts');
  return cardinality(v_pending);
end;
$$;

comment on function private.merge_pending_notes(uuid) is
  'Merges every signed note of a patient that has no row in the merge ledger yet, in the order of the record, and writes the record. Returns how many; 0 changes nothing; null: no such patient. Concurrent calls for one patient wait for each other.';
