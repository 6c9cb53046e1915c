create function private.patient_refusal(p_caller private.caller, p_patient_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_caller.is_patient and p_caller.user_id = p_patient_id then null
    when p_caller.is_provider and not p_caller.may_practise then 'FORBIDDEN'
    when not private.has_care_relationship(p_caller, p_patient_id) then 'PATIENT_NOT_FOUND'
  end;
end;
$$;

comment on function private.patient_refusal(private.caller, uuid) is
  'Why the caller may not read what is known of this patient; null for the patient and for a practising provider who has them in care. An emergency access does not count: see private.history_refusal.';
