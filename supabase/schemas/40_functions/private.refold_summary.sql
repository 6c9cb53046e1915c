create function private.refold_summary(
  p_patient_id uuid, p_lists text[], p_entering uuid[], p_claims private.record_statement[]
) returns uuid[]
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_representatives uuid[];
  v_after private.record_entry[];
begin
  v_representatives := array(
    select picked.id
    from unnest(p_lists) as list (name)
    cross join lateral (
      (
        select entry.id from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = list.name and entry.last_confirmed is not null
        order by entry.last_confirmed desc
        limit 1
      )
      union all
      (
        select entry.id from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = list.name
          and entry.item ->> 'clinical_status' is distinct from 'refuted' and entry.last_confirmed is not null
        -- The order keeps the planner on the patient's own index, whatever it thinks of the filter.
        order by entry.last_confirmed desc
        limit 1
      )
    ) as picked
  );
  v_after := array(
    select state from private.fold_list_states(
      p_lists, array(select entry from private.stored_entries(p_patient_id, v_representatives) as entry), p_claims
    ) as state
  ) || private.fold_metadata(private.counting_notes(p_patient_id, p_entering));
  return private.replace_entries(p_patient_id, '{}', v_after);
end;
$$;

comment on function private.refold_summary(uuid, text[], uuid[], private.record_statement[]) is
  'List states of these lists, and metadata, anew from the entries as they stand. Returns the ids of what changed.';
