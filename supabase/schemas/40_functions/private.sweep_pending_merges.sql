create function private.sweep_pending_merges(p_limit integer default 100, p_grace interval default '1 minute') returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_patient record;
  v_patients integer := 0;
begin
  for v_patient in
    select patient_id
    from public.soap_notes
    where status = 'signed' and merged_at is null
    group by patient_id
    having min(signed_at) <= now() - p_grace
    order by min(signed_at), patient_id
  loop
    exit when v_patients >= p_limit;
    -- Somebody who holds the record is merging already, or will leave it to the next sweep.
    perform from public.patient_profiles where user_id = v_patient.patient_id for no key update skip locked;
    continue when not found;
    begin
      if private.merge_pending_notes(v_patient.patient_id) > 0 then
        v_patients := v_patients + 1;
      end if;
    exception
      -- One record that cannot be merged keeps no other waiting; merge_lag shows that it does not get less.
      when others then
        raise warning 'Cannot merge pending SOAP notes of a patient: SQLSTATE %', sqlstate;
    end;
  end loop;
  return v_patients;
end;
$$;

comment on function private.sweep_pending_merges(integer, interval) is
  'Merges signed notes whose merge call never came, for at most p_limit patients, longest waiting first, once they have waited for p_grace: until then the app''s own call has the way. Returns for how many. Safe to run at any time and side by side.';
