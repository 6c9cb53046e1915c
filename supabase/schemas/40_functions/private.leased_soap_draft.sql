create function private.leased_soap_draft(p_draft_id uuid, p_lease_id uuid) returns public.soap_drafts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_draft public.soap_drafts;
begin
  select * into v_draft from public.soap_drafts where id = p_draft_id and lease_id = p_lease_id;
  if not found
    or private.halt_soap_draft(
      v_draft, private.lock_encounter(private.acting_for(v_draft.created_by), v_draft.encounter_id)
    ) is not null then
    return null;
  end if;

  select * into v_draft
  from public.soap_drafts
  where id = p_draft_id and lease_id = p_lease_id and state = 'drafting' and deadline_at > now()
  for update;
  return v_draft;
end;
$$;

comment on function private.leased_soap_draft(uuid, uuid) is
  'The draft, locked, for a worker whose lease is in force and whose provider may still have it written; null for everybody else, and then nobody finishes it who may not.';
