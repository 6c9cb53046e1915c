-- Only the draft worker writes drafts; a review cannot be walked around; a signature tells what it has not seen.
set check_function_bodies = off;

-- Drafts, model calls and their leases are the worker's: the service key opens these RPCs and no table, a person none.
revoke execute on function public.advance_soap_draft(uuid, uuid, text) from authenticated;
revoke execute on function private.advance_soap_draft(uuid, uuid, text) from authenticated;
revoke execute on function public.claim_soap_draft(uuid) from authenticated;
revoke execute on function private.claim_soap_draft(uuid) from authenticated;
revoke execute on function public.complete_soap_draft(uuid, jsonb, uuid) from authenticated;
revoke execute on function private.complete_soap_draft(uuid, jsonb, uuid) from authenticated;
revoke execute on function public.reserve_model_call(uuid, uuid, text, integer) from authenticated;
revoke execute on function private.reserve_model_call(uuid, uuid, text, integer) from authenticated;
drop function public.settle_model_call(uuid, integer, jsonb);
drop function private.settle_model_call(uuid, integer, jsonb);

grant usage on schema private to service_role;

revoke all on public.soap_drafts, public.call_transcript_chunks, public.context_snapshots, public.video_call_sessions
  from service_role;
revoke update (encounter_status, soap_status) on public.video_call_sessions from service_role;

alter table public.soap_drafts
  drop constraint soap_drafts_failure_check,
  add column transcript_chunks integer check (transcript_chunks >= 0),
  add constraint soap_drafts_failure_check check (failure in ('deadline', 'budget', 'signed', 'access'));

comment on column public.soap_drafts.lease_id is 'Who works on it: only the holder of the lease stores a result, and only with the worker''s key. Null or past lease_until: whoever asks next takes over.';
comment on column public.soap_drafts.failure is 'Why it was given up: deadline (nobody finished it in time), budget (no model call was left to make), signed (the note was) or access (its provider may not act on the encounter any more).';
comment on column public.soap_drafts.transcript_chunks is 'How many chunks of the transcript its writer was given; null in drafts of an earlier release.';

revoke select on public.soap_drafts from authenticated;
grant select (
  id, encounter_id, revision, state, snapshot_id, transcript_sha256, model, prompt_version, draft, created_by, created_at,
  completed_at, phase, attempts, deadline_at, failure, transcript_chunks
) on public.soap_drafts to authenticated;

alter table private.model_calls add column lease_id uuid;
comment on column private.model_calls.lease_id is 'The lease it was reserved on; who settles it names it.';

alter table private.review_decisions add column statement_sha256 text check (statement_sha256 ~ '^[0-9a-f]{64}$');
comment on column private.review_decisions.statement_sha256 is 'private.statement_sha256() of the item, so that what was rejected is known under another id; null in decisions of an earlier release.';

create or replace function private.acting_for(p_provider_id uuid) returns private.caller
language sql
stable
security invoker
set search_path = ''
as $$
  select (
    users.id,
    false,
    true,
    providers.approved_at is not null and providers.suspended_at is null,
    case when users.disabled_at is not null then 'USER_DISABLED' end
  )::private.caller
  from public.users as users
  join public.medical_provider_profiles as providers on providers.user_id = users.id
  where users.id = p_provider_id
$$;

comment on function private.acting_for(uuid) is
  'The provider a background worker acts for, as they stand now and as private.current_caller() would answer for a token of theirs: the worker has no token of a person, and may no more than they.';

-- Definer: the worker's key reaches no table.
create or replace function private.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot advance SOAP draft: ';
  v_code text := private.worker_refusal();
  v_draft public.soap_drafts;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if private.soap_draft_step(p_phase) is null then
    return private.refuse('INVALID_REQUEST', c_action || 'phase is unknown');
  end if;

  v_draft := private.leased_soap_draft(p_draft_id, p_lease_id);
  update public.soap_drafts
  set
    lease_until = now() + private.soap_draft_lease(),
    phase = case when private.soap_draft_step(p_phase) > private.soap_draft_step(phase) then p_phase else phase end
  where id = v_draft.id;
  return jsonb_build_object('held', v_draft.id is not null);
end;
$$;

comment on function private.advance_soap_draft(uuid, uuid, text) is 'Body of public.advance_soap_draft.';

grant execute on function private.advance_soap_draft(uuid, uuid, text) to service_role;

create or replace function private.are_review_decisions(p_note_id uuid, p_decisions jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_decisions) is distinct from 'array' then false
    when jsonb_array_length(p_decisions) > 2000 then false
    else not exists (
      select from jsonb_array_elements(p_decisions) as decided
      where not coalesce(
        jsonb_typeof(decided) = 'object'
          and decided ->> 'decision' in ('accept', 'modify', 'reject')
          and (coalesce(decided -> 'text', 'null') = 'null' or private.is_note_text(decided -> 'text') and private.has_visible_text(decided ->> 'text'))
          and (decided ->> 'decision' <> 'modify' or decided ->> 'text' is not null)
          and exists (
            select from private.review_subjects(p_note_id) as subject
            where subject.section = decided ->> 'section' and subject.item_id = decided ->> 'id'
          ),
        false
      )
    )
  end
$$;

comment on function private.are_review_decisions(uuid, jsonb) is
  'Whether a value is [{section, id, decision: accept, modify or reject, text?}] about items of this note; modify says in text what the item should be.';

-- Definer: clients have no INSERT on drafts and transcripts, and drafts of an encounter are numbered here.
create or replace function private.begin_soap_draft(
  p_encounter_id uuid,
  p_appointment_id uuid,
  p_provider_id uuid,
  p_patient_id uuid,
  p_transcript jsonb,
  p_model text,
  p_prompt_version text,
  p_idempotency_key text
) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot draft SOAP note: ';
  c_longest_name constant integer := 256;
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_chunks jsonb := private.handed_in_chunks(p_transcript);
  v_code text;
  v_claim record;
  v_draft public.soap_drafts;
begin
  v_code := coalesce(
    private.role_refusal(v_caller),
    private.provider_refusal(v_caller, v_encounter),
    case when p_model is null or p_prompt_version is null then 'MISSING_PARAMS' end,
    case when private.encounter_is_signed(v_encounter.id) then 'DRAFT_LOCKED' end
  );
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if not private.has_visible_text(p_model) or not private.has_visible_text(p_prompt_version)
    or greatest(length(p_model), length(p_prompt_version)) > c_longest_name then
    return private.refuse('INVALID_REQUEST', c_action || 'model or prompt version is no name');
  end if;
  if p_patient_id <> v_encounter.patient_id then
    return private.refuse('INVALID_REQUEST', c_action || 'Patient ID mismatch');
  end if;
  if p_appointment_id <> v_encounter.appointment_id or p_provider_id <> v_encounter.provider_id then
    return private.refuse('INVALID_REQUEST', c_action || 'ids disagree with the encounter');
  end if;
  if v_chunks <> '[]' and not private.are_transcript_chunks(v_chunks) then
    return private.refuse('INVALID_REQUEST', c_action || 'transcript is malformed');
  end if;

  v_claim := private.claim_idempotency_key(
    v_caller.user_id, 'begin_soap_draft', p_idempotency_key,
    jsonb_build_array(p_encounter_id, p_transcript, p_model, p_prompt_version)
  );
  if v_claim.refusal is not null then
    return private.refuse(v_claim.refusal, c_action || coalesce(private.error_state(v_claim.refusal), 'idempotency key is malformed'));
  end if;
  select * into v_draft
  from public.soap_drafts
  where id = v_claim.result_id and (state = 'draft_ready' or state = 'drafting' and deadline_at > now());
  if found then
    perform private.restore_drafted_note(v_draft, v_encounter);
    return private.soap_draft_answer(private.lease_soap_draft(v_draft), v_encounter);
  end if;

  if not exists (select from public.call_transcript_chunks where encounter_id = v_encounter.id) then
    if v_chunks = '[]' then
      return private.refuse('TRANSCRIPT_EMPTY', c_action || private.error_state('TRANSCRIPT_EMPTY'));
    end if;
    perform private.store_handed_in_transcript(v_encounter.id, v_caller.user_id, v_chunks);
  end if;

  v_draft := private.find_or_open_draft(v_encounter, p_model, p_prompt_version);
  perform private.settle_idempotency_key(v_caller.user_id, 'begin_soap_draft', p_idempotency_key, v_draft.id);
  return private.soap_draft_answer(v_draft, v_encounter);
end;
$$;

comment on function private.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) is 'Body of public.begin_soap_draft.';

-- Definer: the worker's key reaches no table.
create or replace function private.claim_soap_draft(p_draft_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot follow SOAP draft: ';
  v_encounter public.video_call_sessions;
  v_draft public.soap_drafts;
  v_code text := private.worker_refusal();
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  select * into v_draft from public.soap_drafts where id = p_draft_id;
  v_encounter := private.lock_encounter(private.acting_for(v_draft.created_by), v_draft.encounter_id);
  v_code := private.halt_soap_draft(v_draft, v_encounter);
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  select * into v_draft from public.soap_drafts where id = p_draft_id;
  if v_draft.state = 'drafting' and v_draft.deadline_at <= now() then
    perform private.fail_soap_draft(v_draft.id, 'deadline');
    select * into v_draft from public.soap_drafts where id = p_draft_id;
  end if;
  return private.soap_draft_answer(private.lease_soap_draft(v_draft), v_encounter);
end;
$$;

comment on function private.claim_soap_draft(uuid) is 'Body of public.claim_soap_draft.';

grant execute on function private.claim_soap_draft(uuid) to service_role;

-- Definer: the worker's key reaches no table.
create or replace function private.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot complete SOAP draft: ';
  v_encounter public.video_call_sessions;
  v_draft public.soap_drafts;
  v_code text := private.worker_refusal();
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  select * into v_draft from public.soap_drafts where id = p_draft_id;
  v_encounter := private.lock_encounter(private.acting_for(v_draft.created_by), v_draft.encounter_id);
  v_code := private.halt_soap_draft(v_draft, v_encounter);
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  select * into v_draft from public.soap_drafts where id = p_draft_id for update;
  if v_draft.state = 'failed' then
    return private.refuse('REVISION_CONFLICT', c_action || 'draft was given up');
  end if;

  if v_draft.state = 'drafting' and v_draft.deadline_at <= now() then
    perform private.fail_soap_draft(v_draft.id, 'deadline');
    return private.refuse('REVISION_CONFLICT', c_action || 'draft was given up');
  end if;

  -- Who lost the lease lost the draft: whoever took over writes it.
  if v_draft.state = 'drafting' and v_draft.lease_id = p_lease_id then
    update public.soap_drafts
    set
      state = 'draft_ready',
      draft = private.with_note_identity(
        private.parse_soap_note(p_note), private.draft_identity(v_draft, v_encounter.appointment_id)
      ),
      completed_at = now(),
      phase = 'store',
      lease_id = null,
      lease_until = null
    where id = v_draft.id
    returning * into v_draft;
    perform private.note_from_draft(v_draft, v_encounter);
    perform private.advance_encounter(v_encounter.id, 'soap_ready', 'draft_ready');
  end if;

  v_draft.lease_id := null;
  return private.soap_draft_answer(v_draft, v_encounter);
end;
$$;

comment on function private.complete_soap_draft(uuid, jsonb, uuid) is 'Body of public.complete_soap_draft.';

grant execute on function private.complete_soap_draft(uuid, jsonb, uuid) to service_role;

-- Definer: clients have no UPDATE on alerts.
create or replace function private.dismiss_safety_alert(p_alert_id text, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot dismiss safety alert: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes;
  v_alert public.soap_safety_alerts;
  v_found integer;
  v_code text;
begin
  -- An id is unique in its note; the caller's open notes come first, so that a signed one does not stand in the way.
  select count(*) filter (where note.status = 'draft')
  into v_found
  from public.soap_safety_alerts as alert
  join public.soap_notes as note on note.id = alert.soap_note_id
  where alert.id = p_alert_id and note.provider_id = v_caller.user_id;

  select note.*
  into v_note
  from public.soap_safety_alerts as alert
  join public.soap_notes as note on note.id = alert.soap_note_id
  where alert.id = p_alert_id
  order by note.provider_id is not distinct from v_caller.user_id desc, note.status = 'draft' desc, note.id
  limit 1
  for update of note;

  v_code := private.note_refusal(v_caller, v_note);
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(case v_code when 'NOT_FOUND' then 'alert not found' end, private.error_state(v_code)));
  end if;
  if v_note.status <> 'draft' then
    return private.refuse('DRAFT_LOCKED', c_action || private.error_state('DRAFT_LOCKED'));
  end if;
  if v_found > 1 then
    return private.refuse('INVALID_REQUEST', c_action || 'alert id stands in several open notes');
  end if;
  if not private.has_visible_text(p_reason) or not private.is_note_text(to_jsonb(p_reason)) then
    return private.refuse('MISSING_PARAMS', c_action || 'reason is missing or overlong');
  end if;

  update public.soap_safety_alerts
  set status = 'dismissed', dismissed_reason = p_reason, dismissed_by = v_caller.user_id, dismissed_at = now()
  where soap_note_id = v_note.id and id = p_alert_id and status = 'open';
  if found then
    update public.soap_notes
    set revision = revision + 1, content_sha256 = private.soap_note_sha256(id)
    where id = v_note.id
    returning * into v_note;
  end if;

  select * into v_alert from public.soap_safety_alerts where soap_note_id = v_note.id and id = p_alert_id;
  return jsonb_build_object(
    'alertId', v_alert.id,
    'soapNoteId', v_note.id,
    'status', v_alert.status,
    'dismissedReason', v_alert.dismissed_reason,
    'dismissedAt', private.utc_text(v_alert.dismissed_at),
    'revision', v_note.revision,
    'contentSha256', v_note.content_sha256
  );
end;
$$;

comment on function private.dismiss_safety_alert(text, text) is 'Body of public.dismiss_safety_alert.';

create or replace function private.fail_soap_draft(p_draft_id uuid, p_failure text) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  with failed as (
    update public.soap_drafts
    set state = 'failed', failure = p_failure, completed_at = now(), lease_id = null, lease_until = null
    where id = p_draft_id and state = 'drafting'
    returning id, encounter_id
  ),
  abandoned as (
    update private.model_calls
    set state = 'abandoned'
    from failed
    where draft_id = failed.id and model_calls.state = 'reserved'
  )
  update public.video_call_sessions
  set soap_status = 'failed'
  from failed
  where video_call_sessions.id = failed.encounter_id and soap_status = 'drafting'
$$;

comment on function private.fail_soap_draft(uuid, text) is
  'Gives a draft in progress up for good (deadline, budget, signed, access), and lets the app see it unless the encounter''s note is further already. A later request makes a new revision.';

create or replace function private.find_or_open_draft(
  p_encounter public.video_call_sessions, p_model text, p_prompt_version text
) returns public.soap_drafts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- A stand-in for a model that was down: asking again soon gets it again, asking later tries the model once more.
  c_fallback_stands constant interval := '10 minutes';
  v_transcript_sha256 text := private.sha256_hex(private.transcript(p_encounter.id));
  v_draft public.soap_drafts;
begin
  -- A draft of the same inputs in progress is joined, not doubled: whoever completes it first wins, the other gets it.
  select * into v_draft
  from public.soap_drafts
  where encounter_id = p_encounter.id
    and (
      state = 'draft_ready' and (draft #>> '{meta,fallback_reason}' is null or completed_at > now() - c_fallback_stands)
      or state = 'drafting' and deadline_at > now()
    )
    and snapshot_id is not distinct from p_encounter.context_snapshot_id
    and transcript_sha256 = v_transcript_sha256
    and model = p_model
    and prompt_version = p_prompt_version
  order by revision desc
  limit 1;
  if found then
    perform private.restore_drafted_note(v_draft, p_encounter);
    return private.lease_soap_draft(v_draft);
  end if;

  perform private.fail_soap_draft(id, 'deadline')
  from public.soap_drafts
  where encounter_id = p_encounter.id and state = 'drafting' and deadline_at <= now();

  insert into public.soap_drafts
    (encounter_id, revision, snapshot_id, transcript_sha256, transcript_chunks, model, prompt_version, created_by)
  select
    p_encounter.id,
    coalesce(max(revision), 0) + 1,
    p_encounter.context_snapshot_id,
    v_transcript_sha256,
    (select count(*) from public.call_transcript_chunks where encounter_id = p_encounter.id),
    p_model,
    p_prompt_version,
    p_encounter.provider_id
  from public.soap_drafts
  where encounter_id = p_encounter.id
  returning * into v_draft;
  perform private.advance_encounter(p_encounter.id, 'soap_drafting', 'drafting');
  return private.lease_soap_draft(v_draft);
end;
$$;

comment on function private.find_or_open_draft(public.video_call_sessions, text, text) is
  'The draft of exactly this snapshot, transcript, model and prompt, finished or in progress, else a new revision that is drafting; with a lease where the caller is to write it. The encounter is locked.';

create or replace function private.halt_soap_draft(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns text
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

create or replace function private.has_visible_text(p_text text) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(private.visible_characters(p_text) <> '', false)
$$;

comment on function private.has_visible_text(text) is 'Whether a text says anything that can be seen; a reason that shows nothing is none.';

create or replace function private.join_draft_alerts(p_note_id uuid, p_alerts jsonb) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.keep_safety_alerts(p_note_id, coalesce(
    (
      -- A draft's danger is not silenced by another alert that has its id already.
      select jsonb_agg(
        case when taken.id is null then alert.item
        else alert.item || jsonb_build_object('id', left(private.sha256_hex(alert.item - 'evidence'), 32)) end
        order by alert.place
      )
      from jsonb_array_elements(p_alerts) with ordinality as alert (item, place)
      left join public.soap_safety_alerts as taken
        on taken.soap_note_id = p_note_id and taken.id = alert.item ->> 'id'
        and (taken.alert_type, taken.severity, taken.message)
          is distinct from (alert.item ->> 'alert_type', alert.item ->> 'severity', alert.item ->> 'message')
    ),
    '[]'
  ))
$$;

comment on function private.join_draft_alerts(uuid, jsonb) is
  'Adds the alerts of a draft to a note somebody wrote or edited, open; those the note has already stay as they are.';

create or replace function private.latest_draft(p_encounter_id uuid) returns public.soap_drafts
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

create or replace function private.lease_soap_draft(p_draft public.soap_drafts) returns public.soap_drafts
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

create or replace function private.leased_soap_draft(p_draft_id uuid, p_lease_id uuid) returns public.soap_drafts
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

create or replace function private.life_refusal(p_caller private.caller, p_note public.soap_notes, p_reason text) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return coalesce(
    private.note_refusal(p_caller, p_note),
    case
      when p_note.status = 'draft' then 'NOTE_NOT_SIGNED'
      when not private.has_visible_text(p_reason) then 'MISSING_PARAMS'
      when length(p_reason) > 2000 then 'INVALID_REQUEST'
    end
  );
end;
$$;

comment on function private.life_refusal(private.caller, public.soap_notes, text) is
  'Why the caller may not retract or amend a note for this reason; null when they may. Only the provider who signed it may, while the patient is in care, and the reason is 1 to 2,000 characters.';

create or replace function private.model_call_tokens(p_call private.model_calls) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_call.input_tokens is not null
    then least(p_call.input_tokens::bigint + coalesce(p_call.output_tokens, 0), p_call.reserved_tokens)::integer
    when p_call.state = 'failed' and p_call.fault ~ '^(http_[45]|unreachable)' then 0
    else p_call.reserved_tokens
  end
$$;

comment on function private.model_call_tokens(private.model_calls) is
  'What a call counts against budgets: the tokens it was billed, as far as they were reserved, so that no count of a model''s side can use up more; nothing where the model''s side refused or was never reached; else its whole reservation, since nobody knows.';

create or replace function private.model_circuit(p_model text) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  -- What one request got for itself (truncated, refused, not the schema, http_400, http_413) says nothing about the next
  -- encounter's and does not count: nobody's words may close the model to everybody else.
  with latest as (
    select settled_at, state = 'failed' and fault ~ '^(http_(401|403|404|408|429|5\d\d)$|timeout|unreachable)' as is_outage
    from private.model_calls
    where model = p_model and state in ('answered', 'failed')
    order by settled_at desc
    limit 5
  )
  select case
    when count(*) < 5 or not bool_and(is_outage) then 'closed'
    when max(settled_at) > now() - interval '30 seconds' then 'open'
    when exists (
      select from private.model_calls
      where model = p_model and state = 'reserved' and started_at > now() - interval '30 seconds'
    ) then 'open'
    else 'half_open'
  end
  from latest
$$;

comment on function private.model_circuit(text) is
  'Whether a model may be called (https://martinfowler.com/bliki/CircuitBreaker.html): closed; open for 30 s after five outages in a row, of whatever facility, since all share the endpoint; then half_open, when one call may find out.';

create or replace function private.note_from_draft(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
begin
  select * into v_note
  from public.soap_notes
  where encounter_id = p_encounter.id and status = 'draft'
  for update;

  -- A later draft is worth more than this one.
  if exists (
    select from public.soap_drafts
    where encounter_id = p_encounter.id and revision > p_draft.revision and state = 'draft_ready'
  ) then
    return;
  end if;

  -- A clinician's edit stays as it is; a danger found since then joins it all the same.
  if v_note.edited_by_clinician then
    perform private.join_draft_alerts(v_note.id, p_draft.draft -> 'safetyAlerts');
    update public.soap_notes set content_sha256 = private.soap_note_sha256(id) where id = v_note.id;
    return;
  end if;

  if v_note.id is null then
    v_note := private.open_soap_note(p_encounter, false);
  else
    update public.soap_notes set revision = revision + 1 where id = v_note.id;
    -- What the new draft does not raise again it has looked for; what was dismissed stays dismissed.
    delete from public.soap_safety_alerts where soap_note_id = v_note.id and status = 'open';
  end if;
  perform private.join_draft_alerts(v_note.id, p_draft.draft -> 'safetyAlerts');
  perform private.write_soap_note(v_note.id, p_draft.draft);
  update public.soap_notes set draft_id = p_draft.id where id = v_note.id;
end;
$$;

comment on function private.note_from_draft(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft the encounter''s open note, unless a later draft was finished. A note a clinician edited gains its new safety alerts and nothing else.';

-- Definer: clients have no INSERT on emergency accesses.
create or replace function private.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot open emergency access: ';
  v_caller private.caller := private.current_caller();
  v_facility_name text;
  v_access public.emergency_accesses;
  v_replayed boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if v_caller.may_practise is not true then
    return private.refuse('FORBIDDEN', c_action || private.error_state('FORBIDDEN'));
  end if;
  if p_patient_id is null or btrim(coalesce(p_reason, '')) = '' then
    return private.refuse('MISSING_PARAMS', c_action || private.error_state('MISSING_PARAMS'));
  end if;
  if length(p_reason) > 1000 or length(regexp_replace(private.visible_characters(p_reason), '[^[:alnum:]]', '', 'g')) < 10 then
    return private.refuse('INVALID_REQUEST', c_action || 'reason does not say why in 10 to 1000 characters');
  end if;
  if p_patient_id = v_caller.user_id or private.has_care_relationship(v_caller, p_patient_id) then
    return private.refuse('INVALID_REQUEST', c_action || 'patient''s history is open to the caller already');
  end if;
  if not exists (select from public.patient_profiles where user_id = p_patient_id) then
    return private.refuse('PATIENT_NOT_FOUND', c_action || private.error_state('PATIENT_NOT_FOUND'));
  end if;

  -- One provider's calls take turns, so that two at once open one access.
  select facility_name into v_facility_name
  from public.medical_provider_profiles where user_id = v_caller.user_id for no key update;
  select * into v_access
  from public.emergency_accesses
  where provider_id = v_caller.user_id and patient_id = p_patient_id and revoked_at is null and expires_at > now();
  v_replayed := found;
  if not v_replayed then
    insert into public.emergency_accesses (provider_id, patient_id, reason, facility_name, expires_at)
    values (v_caller.user_id, p_patient_id, btrim(p_reason), v_facility_name, now() + private.emergency_access_duration())
    returning * into v_access;
    raise log 'emergency access opened: %', v_access.id;
  end if;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.open_emergency_access(uuid, text) is 'Body of public.open_emergency_access.';

create or replace function private.open_review(p_note_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with decisions as materialized (
    select * from private.review_decisions_of(p_note_id)
  ),
  -- Hashed once each, and only where something was rejected: a note may have hundreds of items.
  subjects as materialized (
    select section, item_id, content,
      case when is_contested then private.sha256_hex(content) end as item_sha256,
      case when is_contested then private.statement_sha256(section, content) end as statement_sha256
    from private.review_subjects(p_note_id) as subject
    cross join lateral (
      select exists (select from decisions where decisions.section = subject.section and decision = 'reject')
    ) as contest (is_contested)
  )
  select coalesce(
    jsonb_agg(jsonb_build_object('section', section, 'id', item_id, 'content', content) order by section, item_id),
    '[]'
  )
  from subjects as subject
  cross join lateral (
    select not exists (
      select from decisions where decisions.section = subject.section and decisions.item_id = subject.item_id
    )
  ) as undecided (is_undecided)
  where case section
    when 'confirmation' then is_undecided
    when 'safetyAlerts' then content ->> 'severity' = 'critical' and content ->> 'status' = 'open' and is_undecided
    else (
      -- What was said about this item itself counts first, then what was said about the same statement.
      select decision
      from decisions
      where decisions.section = subject.section
        and case
          when decisions.statement_sha256 is null then
            decisions.item_id = subject.item_id and decisions.item_sha256 = subject.item_sha256
          else decisions.statement_sha256 = subject.statement_sha256
        end
      order by decisions.item_id = subject.item_id desc, id desc
      limit 1
    ) = 'reject'
  end
$$;

comment on function private.open_review(uuid) is
  'What keeps a note from being signed: confirmations nobody decided, critical safety alerts nobody decided, and items that state what was rejected, under whatever id: [{section, id, content}].';

create or replace function private.record_if_signed(p_note public.soap_notes, p_signed_by uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  perform private.attest_note(p_note.id, p_signed_by, private.encounter_moment(p_note.encounter_id));
  -- A copy out of the table: the rows of what is undone may be swept away at once.
  v_record := private.read_record(p_note.patient_id) || '{}';
  -- The one way to know exactly what a signature would do is to do it, and not to keep it.
  raise exception using errcode = 'PTRBK', message = 'undone on purpose';
exception
  when sqlstate 'PTRBK' then
    return v_record;
end;
$$;

comment on function private.record_if_signed(public.soap_notes, uuid) is
  'The record as the signature of a draft would make it. Nothing is written: signature and merge are undone before this returns.';

-- Definer: the worker's key reaches no table.
create or replace function private.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot call model: ';
  c_max_attempts constant integer := 3;
  v_code text := private.worker_refusal();
  v_draft public.soap_drafts;
  v_facility_name text;
  v_reason text;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if (p_prompt_sha256 ~ '^[0-9a-f]{64}$' and p_tokens between 1 and 10000000) is not true then
    return private.refuse('INVALID_REQUEST', c_action || 'the call is malformed');
  end if;

  v_draft := private.leased_soap_draft(p_draft_id, p_lease_id);
  if v_draft.id is null then
    return jsonb_build_object('attempt', null, 'reason', 'lease_lost');
  end if;
  v_facility_name := private.draft_facility_name(v_draft);

  -- Reservations take turns, so that no two of them both find the last place of a budget or both probe a model.
  perform pg_advisory_xact_lock(hashtextextended('private.model_calls', 0));
  v_reason := case
    when v_draft.attempts >= c_max_attempts then 'attempts'
    when private.model_circuit(v_draft.model) = 'open' then 'circuit_open'
    when private.model_budget_is_used_up(v_draft.created_by, v_facility_name, p_tokens) then 'budget'
  end;
  if v_reason = 'budget' and v_draft.attempts = 0 then
    perform private.fail_soap_draft(v_draft.id, 'budget');
    return private.refuse('LLM_BUDGET_EXHAUSTED', c_action || 'budget is used up');
  end if;
  if v_reason is not null then
    return jsonb_build_object('attempt', null, 'reason', v_reason);
  end if;

  -- A call whose worker is gone was perhaps answered and billed: it keeps its reservation, and another one is made.
  update private.model_calls set state = 'abandoned' where draft_id = v_draft.id and state = 'reserved';
  update public.soap_drafts set attempts = attempts + 1, phase = 'generate' where id = v_draft.id returning * into v_draft;
  insert into private.model_calls
    (draft_id, attempt, provider_id, facility_name, model, prompt_version, prompt_sha256, reserved_tokens, lease_id)
  values (
    v_draft.id, v_draft.attempts, v_draft.created_by, v_facility_name, v_draft.model, v_draft.prompt_version,
    p_prompt_sha256, p_tokens, p_lease_id
  );
  return jsonb_build_object('attempt', v_draft.attempts, 'reason', null);
end;
$$;

comment on function private.reserve_model_call(uuid, uuid, text, integer) is 'Body of public.reserve_model_call.';

grant execute on function private.reserve_model_call(uuid, uuid, text, integer) to service_role;

create or replace function private.restore_drafted_note(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_draft.state <> 'draft_ready'
    or exists (select from public.soap_notes where encounter_id = p_encounter.id and status = 'draft') then
    return;
  end if;
  perform private.note_from_draft(private.latest_draft(p_encounter.id), p_encounter);
  perform private.advance_encounter(p_encounter.id, 'soap_ready', 'draft_ready');
end;
$$;

comment on function private.restore_drafted_note(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft that is answered again the open note where there is none any more, since the note was retracted: with its questions and alerts, to be decided anew.';

create or replace function private.review_decisions_of(p_note_id uuid) returns setof private.review_decisions
language sql
stable
security invoker
set search_path = ''
as $$
  with recursive line as (
    select id, amends_note_id from public.soap_notes where id = p_note_id
    union all
    select note.id, note.amends_note_id
    from line
    join public.soap_notes as note on note.id = line.amends_note_id
  )
  select decision.*
  from line
  join private.review_decisions as decision on decision.soap_note_id = line.id
$$;

comment on function private.review_decisions_of(uuid) is 'What was decided about the items of a note and of the notes it takes the place of.';

-- Definer: clients have no INSERT on decisions.
create or replace function private.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot review SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.provider_refusal(v_caller, v_encounter);
  v_note public.soap_notes;
begin
  v_code := coalesce(v_code, case when private.encounter_is_signed(v_encounter.id) then 'DRAFT_LOCKED' end);
  if v_code is null then
    select * into v_note from public.soap_notes where encounter_id = v_encounter.id and status = 'draft' for update;
    v_code := case when v_note.id is null then 'NOT_FOUND' end;
  end if;
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_expected_revision is distinct from v_note.revision then
    return private.refuse('REVISION_CONFLICT', c_action || 'note has another revision');
  end if;
  if not private.are_review_decisions(v_note.id, p_decisions) then
    return private.refuse('INVALID_REQUEST', c_action || 'a decision is malformed or about no item of the note');
  end if;
  if exists (
    select from jsonb_array_elements(p_decisions) as decided
    where decided ->> 'section' = 'safetyAlerts' and decided ->> 'decision' = 'reject' and decided ->> 'text' is null
  ) then
    return private.refuse('MISSING_PARAMS', c_action || 'a safety alert is rejected with a reason in text');
  end if;

  insert into private.review_decisions
    (soap_note_id, note_revision, section, item_id, item_sha256, statement_sha256, decision, text, decided_by)
  select v_note.id, v_note.revision, subject.section, subject.item_id, private.sha256_hex(subject.content),
    private.statement_sha256(subject.section, subject.content),
    decided ->> 'decision', decided ->> 'text', v_caller.user_id
  from jsonb_array_elements(p_decisions) with ordinality as decisions (decided, place)
  join private.review_subjects(v_note.id) as subject
    on subject.section = decided ->> 'section' and subject.item_id = decided ->> 'id'
  order by place;

  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'revision', v_note.revision,
    'contentSha256', v_note.content_sha256,
    'open', private.open_review(v_note.id),
    'transcriptSinceDraft', private.transcript_since_draft(v_note)
  );
end;
$$;

comment on function private.review_soap_draft(uuid, integer, jsonb) is 'Body of public.review_soap_draft.';

create or replace function private.review_subjects(p_note_id uuid) returns table (section text, item_id text, content jsonb)
language sql
stable
security invoker
set search_path = ''
as $$
  with note as (
    select private.read_soap_note(p_note_id) as content
  ),
  drafted as (
    select draft.draft as content
    from public.soap_notes as note
    join public.soap_drafts as draft on draft.id in (note.draft_id, (private.latest_draft(note.encounter_id)).id)
    where note.id = p_note_id
  )
  select array_to_string(places.path, '.'), item ->> 'id', item
  from note
  cross join private.soap_note_sections() as places
  cross join lateral jsonb_array_elements(note.content #> places.path) as item
  union all
  select 'subjective.chiefComplaint', note.content #>> '{subjective,chiefComplaint,id}', note.content #> '{subjective,chiefComplaint}'
  from note
  where note.content #> '{subjective,chiefComplaint}' <> 'null'
  -- What a draft asked stays asked, whatever a client saves, and whether the note or the draft was there first.
  union
  select 'confirmation', left(private.sha256_hex(subject), 16), subject
  from (select content from note union all select content from drafted) as versions
  cross join lateral jsonb_array_elements(content #> '{meta,aiFlags,needs_clinician_confirmation}') as flag
  cross join lateral jsonb_build_object('itemId', flag -> 'itemId', 'reason', flag -> 'reason') as subject
$$;

comment on function private.review_subjects(uuid) is
  'Everything a clinician can decide about a note: its items by section and id, and what it, the draft it was made from and the encounter''s last draft asked to be confirmed (section confirmation, an id made of what is asked).';

-- Definer: clients have no INSERT or UPDATE on notes and their items.
create or replace function private.save_soap_note(p_encounter_id uuid, p_note jsonb, p_expected_revision integer) returns uuid
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
    perform private.reject(v_code, c_action || private.error_state(v_code));
  end if;

  select * into v_note
  from public.soap_notes
  where encounter_id = v_encounter.id and status = 'draft'
  for update;
  if p_expected_revision <> coalesce(v_note.revision, 0) then
    perform private.reject('REVISION_CONFLICT', c_action || 'note has another revision');
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
  return v_note.id;
end;
$$;

comment on function private.save_soap_note(uuid, jsonb, integer) is 'Body of public.save_soap_note.';

-- Definer: the worker's key reaches no table.
create or replace function private.settle_model_call(p_draft_id uuid, p_lease_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot settle model call: ';
  v_code text := private.worker_refusal();
  v_settled boolean;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if not private.is_model_outcome(p_outcome) then
    return private.refuse('INVALID_REQUEST', c_action || 'outcome is malformed');
  end if;

  -- What a call cost is true however late it is told, and whoever has the draft or may have it by then: the lease is the
  -- one it was reserved on. Only the first word counts.
  update private.model_calls
  set
    state = case when p_outcome ->> 'fault' is null then 'answered' else 'failed' end,
    fault = p_outcome ->> 'fault',
    input_tokens = (p_outcome ->> 'input_tokens')::integer,
    cached_input_tokens = (p_outcome ->> 'cached_input_tokens')::integer,
    output_tokens = (p_outcome ->> 'output_tokens')::integer,
    latency_ms = (p_outcome ->> 'latency_ms')::integer,
    settled_at = clock_timestamp()
  where draft_id = p_draft_id and attempt = p_attempt and lease_id = p_lease_id and state in ('reserved', 'abandoned');
  v_settled := found;
  return jsonb_build_object('settled', v_settled);
end;
$$;

comment on function private.settle_model_call(uuid, uuid, integer, jsonb) is 'Body of public.settle_model_call.';

grant execute on function private.settle_model_call(uuid, uuid, integer, jsonb) to service_role;

-- Definer: clients have no UPDATE on notes; only their provider signs them, once.
create or replace function private.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot sign SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_content_sha256 <> private.soap_note_sha256(v_note.id) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note is not what was seen');
  end if;

  if v_note.status = 'draft' and private.open_review(v_note.id) <> '[]' then
    return private.refuse('REVIEW_INCOMPLETE', c_action || 'review is not complete, review_soap_draft says what is open');
  end if;

  if v_note.status = 'draft' then
    -- What is still pending counts among what the signer did not see.
    perform private.merge_pending_notes(v_note.patient_id);
    v_note := private.attest_note(v_note.id, v_caller.user_id, private.encounter_moment(v_note.encounter_id));
    perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'signed');
  end if;

  return private.note_answer(v_note) || jsonb_build_object(
    'changesSinceSnapshot', private.changes_since_snapshot(v_note),
    'transcriptSinceDraft', private.transcript_since_draft(v_note)
  );
end;
$$;

comment on function private.sign_soap_note(uuid, text) is 'Body of public.sign_soap_note.';

create or replace function private.statement_sha256(p_section text, p_item jsonb) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select private.sha256_hex(to_jsonb(lower(private.visible_characters(
    case p_section
      when 'coding' then jsonb_build_array(p_item -> 'code_system', p_item -> 'code')
      else p_item - '{id,evidence}'::text[]
    end::text
  ))))
$$;

comment on function private.statement_sha256(text, jsonb) is
  'SHA-256 of what an item of a note states, whatever its id, evidence, case and spacing: the same words are the same statement. A code is its system and itself.';

create or replace function private.transcript_since_draft(p_note public.soap_notes) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_draft public.soap_drafts := private.latest_draft(p_note.encounter_id);
  v_drafted integer;
  v_stored integer;
begin
  select count(*), count(*) filter (where created_at <= v_draft.created_at)
  into v_stored, v_drafted
  from public.call_transcript_chunks
  where encounter_id = p_note.encounter_id;
  -- A draft of the previous release did not count them.
  v_drafted := coalesce(v_draft.transcript_chunks, v_drafted);
  if v_draft.id is null or v_stored = v_drafted then
    return null;
  end if;
  return jsonb_build_object('draftedChunks', v_drafted, 'arrivedChunks', v_stored - v_drafted);
end;
$$;

comment on function private.transcript_since_draft(public.soap_notes) is
  'How much of what was said no draft of a note''s encounter has seen: {draftedChunks, arrivedChunks}; null when the last draft has seen all, or when there is none.';

create or replace function private.visible_characters(p_text text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  -- White space, controls, format characters, default ignorables and blanks of their own (Hangul fillers, U+2800):
  -- https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
  select regexp_replace(
    p_text,
    '[\u0001-\u0020\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+',
    '', 'g'
  )
$$;

comment on function private.visible_characters(text) is 'What of a text can be seen: without white space and the characters that show nothing.';

create or replace function private.worker_refusal() returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when private.token_claims() ->> 'iss' like 'https://securetoken.google.com/%' then 'ROLE_CLAIM_MISSING'
  end
$$;

comment on function private.worker_refusal() is
  'Why a request that runs as service_role is not the draft worker''s all the same: it came with a Firebase token, whose role claim took it there; null for the platform''s own key.';

create or replace function private.write_amendment(p_note public.soap_notes, p_content jsonb, p_reason text, p_signed_by uuid)
returns public.soap_notes
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_amendment public.soap_notes;
begin
  insert into public.soap_notes (
    encounter_id, appointment_id, patient_id, provider_id, edited_by_clinician, amends_note_id, amendment_reason
  )
  values (
    p_note.encounter_id, p_note.appointment_id, p_note.patient_id, p_note.provider_id, true, p_note.id, p_reason
  )
  returning * into v_amendment;
  -- What the note warned of it warns of still, and what was answered to it stays answered.
  insert into public.soap_safety_alerts (
    soap_note_id, id, position, alert_type, severity, message, status, dismissed_reason, evidence, dismissed_by, dismissed_at
  )
  select
    v_amendment.id, id, position, alert_type, severity, message, status, dismissed_reason, evidence, dismissed_by, dismissed_at
  from public.soap_safety_alerts
  where soap_note_id = p_note.id;
  perform private.write_soap_note(
    v_amendment.id, private.with_note_identity(private.parse_soap_note(p_content), private.note_identity(p_note.meta))
  );
  -- What stood open when the note was signed was signed with it; what the amendment adds is asked.
  if exists (
    select from jsonb_array_elements(private.open_review(v_amendment.id)) as added
    where not exists (
      select from jsonb_array_elements(private.open_review(p_note.id)) as known
      where (known ->> 'section', known ->> 'id') = (added ->> 'section', added ->> 'id')
    )
  ) then
    perform private.reject(
      'REVIEW_INCOMPLETE',
      'Cannot amend SOAP note: it adds a question, a critical alert or a rejected item, leave that out or retract and review anew'
    );
  end if;
  -- It speaks of the visit the note was about, so it takes that note's place in time.
  v_amendment := private.attest_note(v_amendment.id, p_signed_by, p_note.encounter_at);
  update public.soap_notes set status = 'amended' where id = p_note.id;
  return v_amendment;
end;
$$;

comment on function private.write_amendment(public.soap_notes, jsonb, text, uuid) is
  'Writes and signs the note that takes the place of a signed one. Its safety alerts and decisions of the review go with it. Raises INVALID_REQUEST for content that is no SoapNote, REVIEW_INCOMPLETE for content that would have to be reviewed.';

create or replace function public.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.advance_soap_draft(p_draft_id, p_lease_id, p_phase)
$$;

comment on function public.advance_soap_draft(uuid, uuid, text) is
  'A worker''s sign of life: renews its lease and says which phase it is in: {held}. held is false when the draft is no longer its own to finish, or anybody''s. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

grant execute on function public.advance_soap_draft(uuid, uuid, text) to service_role;

create or replace function public.amend_soap_note(p_soap_note_id uuid, p_note jsonb, p_reason text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.amend_soap_note(p_soap_note_id, p_note, p_reason)
$$;

comment on function public.amend_soap_note(uuid, jsonb, text) is
  'Signs p_note, a whole SoapNote, in the place of a signed note, as the provider who signed that one; the record is written anew and both notes stay readable; its safety alerts go with it. Answers {soapNoteId, status, signedAt, contentSha256, revision, amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, changes, replayed}; the same call again answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, NOTE_RETRACTED, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT (another amendment stands: amend that one). Raises: INVALID_REQUEST, REVIEW_INCOMPLETE (p_note adds a question, a critical alert or an item that was rejected: leave it out, or retract the note and review anew).';

create or replace function public.claim_soap_draft(p_draft_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.claim_soap_draft(p_draft_id)
$$;

comment on function public.claim_soap_draft(uuid) is
  'How a draft stands, and the work itself when whoever had it is gone: as begin_soap_draft answers, with lease_id where the caller is to go on, soap_status failed where it was given up. For the draft worker alone, on behalf of the draft''s provider as they stand now. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), FORBIDDEN, USER_DISABLED, NOT_FOUND, DRAFT_LOCKED.';

grant execute on function public.claim_soap_draft(uuid) to service_role;

create or replace function public.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.complete_soap_draft(p_draft_id, p_note, p_lease_id)
$$;

comment on function public.complete_soap_draft(uuid, jsonb, uuid) is
  'Stores the draft of whoever holds its lease, and makes it the encounter''s open note unless a clinician edited that one. Answers how the draft stands then, as claim_soap_draft. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, FORBIDDEN, USER_DISABLED, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT (given up).';

grant execute on function public.complete_soap_draft(uuid, jsonb, uuid) to service_role;

create or replace function public.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.reserve_model_call(p_draft_id, p_lease_id, p_prompt_sha256, p_tokens)
$$;

comment on function public.reserve_model_call(uuid, uuid, text, integer) is
  'Records a call of a model before it is sent, for whoever holds the draft''s lease, and takes its tokens from the budgets: {attempt, reason}. attempt is null where no call may be made: lease_lost, attempts, circuit_open, budget (of a repeated attempt). For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, LLM_BUDGET_EXHAUSTED (of the first attempt; the draft is given up).';

grant execute on function public.reserve_model_call(uuid, uuid, text, integer) to service_role;

create or replace function public.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.review_soap_draft(p_encounter_id, p_expected_revision, p_decisions)
$$;

comment on function public.review_soap_draft(uuid, integer, jsonb) is
  'Records what the encounter''s provider decided about items of the open note: [{section, id, decision: accept, modify or reject, text?}], of its revision as shown. Answers {soapNoteId, revision, contentSha256, open: [{section, id, content}], transcriptSinceDraft as sign_soap_note}: open is what is left to decide before it can be signed; no decisions at all just asks. Changes nothing in the note: save_soap_note does. Refuses: FORBIDDEN, SESSION_NOT_FOUND, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT, INVALID_REQUEST, MISSING_PARAMS (a safety alert is rejected with a reason).';

create or replace function public.settle_model_call(p_draft_id uuid, p_lease_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.settle_model_call(p_draft_id, p_lease_id, p_attempt, p_outcome)
$$;

comment on function public.settle_model_call(uuid, uuid, integer, jsonb) is
  'Says how a call ended that was reserved on this lease: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?}, as soon as it did and before its answer is used: {settled}. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

grant execute on function public.settle_model_call(uuid, uuid, integer, jsonb) to service_role;

create or replace function public.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text default null) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.sign_soap_note(p_soap_note_id, p_content_sha256)
$$;

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision, changesSinceSnapshot, transcriptSinceDraft}, again when repeated; changesSinceSnapshot tells what became known of the patient since the snapshot the note was written on, null when nothing did; transcriptSinceDraft {draftedChunks, arrivedChunks} tells how much was said that no draft has seen, null when nothing was. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, REVISION_CONFLICT, REVIEW_INCOMPLETE (review_soap_draft says what is open).';
