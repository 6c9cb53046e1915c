create function private.lease_soap_draft(p_draft public.soap_drafts) returns public.soap_drafts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_draft public.soap_drafts;
  v_chunks integer;
begin
  -- Skip locked: whoever holds the row right now is about to take the lease, renew it or end the work.
  select * into v_draft
  from public.soap_drafts
  where id = p_draft.id and state = 'drafting' and (lease_until is null or lease_until <= now())
  for update skip locked;
  if found then
    select count(*) into v_chunks from public.call_transcript_chunks where encounter_id = v_draft.encounter_id;
    update public.soap_drafts
    set
      lease_id = gen_random_uuid(),
      lease_until = now() + private.soap_draft_lease(),
      -- Who takes over drafts from what was said until now.
      transcript_sha256 = case
        when transcript_chunks = v_chunks then transcript_sha256
        else private.sha256_hex(private.transcript(encounter_id))
      end,
      transcript_chunks = v_chunks
    where id = v_draft.id
    returning * into v_draft;
    return v_draft;
  end if;

  v_draft := p_draft;
  v_draft.lease_id := null;
  v_draft.lease_until := null;
  return v_draft;
end;
$$;

comment on function private.lease_soap_draft(public.soap_drafts) is
  'The draft with a lease of the caller''s own where nobody works on it, else without one: the id of somebody else''s lease is never told.';
