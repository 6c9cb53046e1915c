create function private.refold(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[] default '{}', p_decisions jsonb default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
as $$
declare
  v_decisions jsonb := coalesce(p_decisions, private.record_decision_map(p_patient_id));
  v_claims private.record_statement[] := array(select claim from private.ledger_claims(p_patient_id, p_note_ids) as claim);
  v_sections text[];
  v_neighbourhoods text[];
  v_before private.record_entry[];
  v_after private.record_entry[];
  v_changed uuid[];
  v_crossings record;
begin
  select coalesce(array_agg(touched.section), '{}'), coalesce(array_agg(touched.neighbourhood), '{}')
  into v_sections, v_neighbourhoods
  from private.record_touched(p_patient_id, p_note_ids, p_item_ids) as touched;

  v_before := array(
    select entry from private.stored_entries(
      p_patient_id,
      array(
        select stored.id
        from unnest(v_sections, v_neighbourhoods) as touched (section, neighbourhood)
        join private.record_entries as stored on stored.patient_id = p_patient_id
          and (stored.section, stored.neighbourhood) in (
            (touched.section, touched.neighbourhood), ('conflicts', touched.section || '|' || touched.neighbourhood)
          )
        where touched.section <> 'list_states'
      )
    ) as entry
  );
  v_after := array(
    select entry from private.fold_sections(
      v_claims || array(
        select said from private.ledger_statements(p_patient_id, v_sections, v_neighbourhoods, p_note_ids) as said
        where said.section <> 'list_states'
      ),
      v_decisions
    ) as entry
  );
  v_changed := private.replace_entries(p_patient_id, v_before, v_after);

  select * into v_crossings
  from private.refold_crossings(
    p_patient_id, v_before || v_after,
    array(
      select split_part(claim.key, ':', 1) from unnest(v_sections, v_neighbourhoods) as claim (section, key)
      where claim.section = 'list_states' and claim.key like '%:none_known'
    ),
    v_claims, v_decisions
  );
  v_changed := v_changed || v_crossings.changed || private.refold_summary(
    p_patient_id,
    array(
      select list from unnest(private.record_lists()) as list
      where list = any (v_sections) or list || ':none_known' = any (v_neighbourhoods)
    ),
    p_note_ids, v_claims
  );
  perform private.rehash_record(p_patient_id, v_changed);
  return private.record_changes(v_before || v_crossings.before, v_after || v_crossings.after, p_note_ids[1]);
end;
$$;

comment on function private.refold(uuid, uuid[], uuid[], jsonb) is
  'Folds anew what these notes and items touch, from the ledger, with the notes that are merged or among these; the patient''s row is locked. The one way a record is brought up to date: merge, retraction, amendment, decision. Returns what it changed (private.record_changes, of the first note). The column follows with private.write_record.';
