-- Refused saves are on record: save_soap_note returns its refusals instead of raising them. The body of its answer stays
-- what it was, the note's id as a JSON string, so no client of the Data API sees a difference.
drop function public.save_soap_note(uuid, jsonb, integer);
drop function private.save_soap_note(uuid, jsonb, integer);

-- Definer: clients have no INSERT or UPDATE on notes and their items.
create function private.save_soap_note(p_encounter_id uuid, p_note jsonb, p_expected_revision integer) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot save SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.provider_refusal(v_caller, v_encounter);
  v_note public.soap_notes;
  v_identity jsonb;
begin
  v_code := coalesce(v_code, case when private.encounter_is_signed(v_encounter.id) then 'DRAFT_LOCKED' end);
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  select * into v_note
  from public.soap_notes
  where encounter_id = v_encounter.id and status = 'draft'
  for update;
  if p_expected_revision <> coalesce(v_note.revision, 0) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note has another revision');
  end if;

  if v_note.id is null then
    v_identity := private.encounter_identity(v_encounter);
    v_note := private.open_soap_note(v_encounter, true);
    -- A draft there is already warns whoever writes without it, too.
    perform private.join_draft_alerts(v_note.id, (private.latest_draft(v_encounter.id)).draft -> 'safetyAlerts');
  else
    -- What the note was drafted from stays with it through every edit.
    v_identity := private.note_identity(v_note.meta);
    update public.soap_notes set revision = revision + 1, edited_by_clinician = true where id = v_note.id;
  end if;
  perform private.write_soap_note(v_note.id, private.with_note_identity(private.parse_soap_note(p_note), v_identity));
  perform private.advance_encounter(v_encounter.id, 'soap_editing', 'editing');
  return to_jsonb(v_note.id);
end;
$$;

comment on function private.save_soap_note(uuid, jsonb, integer) is 'Body of public.save_soap_note.';

grant execute on function private.save_soap_note(uuid, jsonb, integer) to authenticated;

create function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('save_soap_note', 'U', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.save_soap_note(p_encounter_id, p_note, p_expected_revision));
exception
  -- Undone, as whoever raised it wants, and on record all the same.
  when sqlstate 'PT400' then
    return private.close_rejected(v_access, sqlerrm);
end;
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id, a JSON string. Refuses: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.save_soap_note(uuid, jsonb, integer) to authenticated;

-- What one may not see and what does not exist take the same work, not only the same answer.

create or replace function private.note_refusal(p_caller private.caller, p_note public.soap_notes) returns text
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

create or replace function private.conflict_refusal(
  p_caller private.caller, p_conflict public.record_conflicts, p_decision text, p_value jsonb, p_reason text
) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_caller.may_practise is not true then 'FORBIDDEN'
    -- Searched for in any case, so that what is not there takes as long as what is another's.
    when not private.has_care_relationship(p_caller, coalesce(p_conflict.patient_id, p_caller.user_id)) or p_conflict.id is null then 'NOT_FOUND'
    when p_decision is null or not private.has_visible_text(p_reason) then 'MISSING_PARAMS'
    when p_decision = 'modify' and p_value is null then 'MISSING_PARAMS'
    when p_decision <> 'modify' and p_value is not null then 'INVALID_REQUEST'
    when length(p_reason) > 2000 then 'INVALID_REQUEST'
    when private.conflict_patch(p_conflict.kind, p_conflict.sides, p_decision, p_value) is null then 'INVALID_REQUEST'
  end;
end;
$$;

-- On the path of every request and every policy: PL/pgSQL keeps the plan that a function in SQL makes anew at each call.

create or replace function private.token_claims() returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_claims text := coalesce(current_setting('request.jwt.claims', true), '');
begin
  -- Not auth.jwt(), which raises on text that is not JSON: a policy must answer "nobody", never an error.
  if pg_catalog.pg_input_is_valid(v_claims, 'jsonb') and jsonb_typeof(v_claims::jsonb) = 'object' then
    return v_claims::jsonb;
  end if;
  return '{}';
end;
$$;

-- Definer: see private.current_caller().
create or replace function private.current_user_id() returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (private.current_caller()).user_id;
end;
$$;
