create function private.refold_crossings(
  p_patient_id uuid, p_touched private.record_entry[], p_denied text[], p_claims private.record_statement[], p_decisions jsonb
) returns table (before private.record_entry[], after private.record_entry[], changed uuid[])
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_crossing private.record_entry[] := array(select entry from private.crossing_entries(p_patient_id, p_touched) as entry);
  v_listed private.record_entry[];
begin
  -- A new denial of a list, or one that went, is about everything on the list.
  v_listed := array(
    select entry from private.stored_entries(
      p_patient_id,
      array(
        select touched.id from unnest(p_touched) as touched where touched.last_confirmed is not null
        union
        select entry.id from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = any (p_denied)
      )
    ) as entry
  );
  before := array(
    select entry from private.stored_entries(
      p_patient_id,
      array(
        select conflict.id from private.record_entries as conflict
        where conflict.patient_id = p_patient_id and conflict.section = 'conflicts' and conflict.neighbourhood = any (
          array(select 'drug_allergy|' || entry.id from unnest(v_crossing || p_touched) as entry where entry.section = 'medications')
          || array(select 'none_known|' || entry.id from unnest(v_listed || p_touched) as entry)
        )
      )
    ) as entry
  );
  after := array(
    select crossed
    from (
      select * from private.fold_drug_allergy_conflicts(v_crossing)
      union all
      select * from private.fold_none_known_conflicts(v_listed, p_claims)
    ) as crossed
    where not p_decisions ? crossed.id::text
  );
  changed := private.replace_entries(p_patient_id, before, after);
  return next;
end;
$$;

comment on function private.refold_crossings(uuid, private.record_entry[], text[], private.record_statement[], jsonb) is
  'Conflicts across lists, anew for the entries that were touched (as they were and as they are) and for lists that were denied: drug_allergy, none_known_after_recorded.';
