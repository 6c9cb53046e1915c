create function private.record_conflicts_found(p_patient_id uuid, p_conflicts jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  insert into public.record_conflicts as conflict (id, patient_id, kind, section, field, item_ids, sides)
  select found.id, p_patient_id, found.kind, found.section, found.field, found.item_ids, found.sides
  from jsonb_to_recordset(p_conflicts)
    as found (id uuid, kind text, section text, field text, item_ids jsonb, sides jsonb)
  on conflict (id) do update
  set status = 'open', opened_at = clock_timestamp(), closed_at = null
  where conflict.status <> 'open';

  update public.record_conflicts as conflict
  set
    status = case
      when exists (select from private.record_decisions_of(p_patient_id) as decision where decision.conflict_id = conflict.id)
        then 'decided'
      else 'withdrawn'
    end,
    closed_at = clock_timestamp()
  where conflict.patient_id = p_patient_id and conflict.status = 'open'
    and not exists (select from jsonb_array_elements(p_conflicts) as standing where standing ->> 'id' = conflict.id::text);
end;
$$;

comment on function private.record_conflicts_found(uuid, jsonb) is
  'Brings the conflict ledger in line with the conflicts[] a patient''s record has now: opens what is new or back, closes what is gone.';
