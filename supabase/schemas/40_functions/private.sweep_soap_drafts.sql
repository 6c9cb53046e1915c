create function private.sweep_soap_drafts(p_limit integer default 100) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_draft_id uuid;
  v_swept integer := 0;
begin
  -- The encounter is locked first, as by everything that works on its drafts.
  for v_draft_id in
    select draft.id
    from public.soap_drafts as draft
    join public.video_call_sessions as encounter on encounter.id = draft.encounter_id
    where draft.state = 'drafting' and draft.deadline_at <= now()
    order by draft.deadline_at
    limit p_limit
    for update of encounter, draft skip locked
  loop
    perform private.fail_soap_draft(v_draft_id, 'deadline');
    v_swept := v_swept + 1;
  end loop;
  return v_swept;
end;
$$;

comment on function private.sweep_soap_drafts(integer) is
  'Gives up drafts that nobody finished by their deadline, so that no encounter stays in drafting; answers how many. Run every few seconds.';
