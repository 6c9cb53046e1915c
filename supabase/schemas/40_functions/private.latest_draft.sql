create function private.latest_draft(p_encounter_id uuid) returns public.soap_drafts
language sql
stable
security invoker
set search_path = ''
as $$
  select latest.*
  from public.soap_drafts as latest
  where encounter_id = p_encounter_id and state = 'draft_ready'
  order by revision desc
  limit 1
$$;

comment on function private.latest_draft(uuid) is 'The last finished draft of an encounter; null when there is none.';
