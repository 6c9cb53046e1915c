create function private.record_decisions_of(p_patient_id uuid, p_sequence integer default null)
returns setof public.record_decisions
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with made as (
      select decision.*
      from public.record_decisions as decision
      where decision.patient_id = p_patient_id
        and (
          p_sequence is null
          or exists (
            select from private.record_events as event
            where event.decision_id = decision.id and event.sequence <= p_sequence
          )
        )
    )
    select made.*
    from made
    where not exists (select from made as later where later.supersedes = made.id);
end;
$$;

comment on function private.record_decisions_of(uuid, integer) is
  'The decisions that count for a patient''s record, or counted for one of its versions: the last on each conflict.';
