create function private.halt_soap_draft(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_code text := private.provider_refusal(private.acting_for(p_draft.created_by), p_encounter);
begin
  v_code := coalesce(
    case v_code when 'SESSION_NOT_FOUND' then 'NOT_FOUND' else v_code end,
    case when p_draft.state <> 'draft_ready' and private.encounter_is_signed(p_encounter.id) then 'DRAFT_LOCKED' end
  );
  if v_code is not null then
    perform private.fail_soap_draft(p_draft.id, case v_code when 'DRAFT_LOCKED' then 'signed' else 'access' end);
  end if;
  return v_code;
end;
$$;

comment on function private.halt_soap_draft(public.soap_drafts, public.video_call_sessions) is
  'Why a worker may not go on with a draft, which is then given up: its provider may not act on the encounter any more, or the note was signed; null when it may. The encounter is locked.';
