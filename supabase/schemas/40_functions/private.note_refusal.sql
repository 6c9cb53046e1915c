create function private.note_refusal(p_caller private.caller, p_note public.soap_notes) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    -- The role decides before any note is looked at: who never may learns nothing from the answer.
    when p_caller.may_practise is not true then 'FORBIDDEN'
    -- Searched for in any case, so that what is not there takes as long as what is another's.
    when not private.has_care_relationship(p_caller, coalesce(p_note.patient_id, p_caller.user_id)) or p_note.id is null then 'NOT_FOUND'
    when p_note.provider_id = p_caller.user_id then null
    when p_note.status in ('signed', 'amended') then 'FORBIDDEN'
    else 'NOT_FOUND'
  end;
end;
$$;

comment on function private.note_refusal(private.caller, public.soap_notes) is
  'Why the caller may not act on a note as its provider; null when they may. Whoever is no practising provider is FORBIDDEN, whatever note they name; so is a provider who may see it but not act; everybody else finds nothing.';
