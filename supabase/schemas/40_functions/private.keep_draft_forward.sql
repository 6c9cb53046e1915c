-- Definer: whoever is given UPDATE on drafts needs no door to the helpers.
create function private.keep_draft_forward() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if old.state <> 'drafting' and new is distinct from old then
    raise exception 'Cannot % SOAP draft: draft is %', pg_catalog.lower(tg_op), old.state using errcode = '42501';
  end if;
  if private.soap_draft_step(new.phase) < private.soap_draft_step(old.phase) and new.attempts = old.attempts then
    raise exception 'Cannot update SOAP draft: phase % is over', new.phase using errcode = '42501';
  end if;
  if new.state <> 'drafting' or new.transcript_sha256 is distinct from old.transcript_sha256 then
    new.model_answer := null;
  end if;
  return new;
end;
$$;

comment on function private.keep_draft_forward() is 'Trigger: a draft that is ready or given up never changes, and its work goes back to an earlier phase only for another attempt. Then, and when more was said, a model''s answer is no longer kept.';
