-- Drafting with models: a draft is a job with phases, a lease and a deadline; calls of a model are recorded, budgeted and settled.
set check_function_bodies = off;

drop function public.complete_soap_draft(uuid, jsonb);
drop function private.complete_soap_draft(uuid, jsonb);

alter table public.soap_drafts
  add column phase text not null default 'transcript' check (
    phase in ('context', 'transcript', 'generate', 'ground', 'check', 'store')
  ),
  add column attempts integer not null default 0 check (attempts >= 0),
  add column lease_id uuid,
  add column lease_until timestamptz,
  add column deadline_at timestamptz not null default now() + interval '120 seconds',
  add column failure text check (failure in ('deadline', 'budget'));

-- Nobody could give a draft up before, so the only failed ones are those an operator ended.
update public.soap_drafts set failure = 'deadline' where state = 'failed';

alter table public.soap_drafts
  add check ((lease_id is null) = (lease_until is null)),
  add check (state = 'drafting' or lease_id is null),
  add check ((state = 'failed') = (failure is not null));

create index soap_drafts_deadline_at_idx on public.soap_drafts (deadline_at) where state = 'drafting';

alter table public.soap_notes
  add column draft_id uuid references public.soap_drafts (id) on delete restrict;

create index soap_notes_draft_id_idx on public.soap_notes (draft_id);

comment on column public.soap_notes.draft_id is 'The draft the note was made from; null where a clinician wrote it without one.';
comment on table public.soap_drafts is 'Drafts of an encounter''s note, one row per revision: the job while it is drafting, the result once it is ready.';
comment on column public.soap_drafts.draft is 'SoapNote as the drafter wrote it; never changed by a clinician''s edit.';
comment on column public.soap_drafts.phase is 'How far the work is: what was last begun. It goes back only with another attempt.';
comment on column public.soap_drafts.attempts is 'How many calls of a model were recorded for this draft; 0 for the offline drafter.';
comment on column public.soap_drafts.lease_id is 'Who works on it: only the holder of the lease stores a result. Null or past lease_until: whoever asks next takes over.';
comment on column public.soap_drafts.deadline_at is 'When a draft that is not ready is given up: state failed.';
comment on column public.soap_drafts.failure is 'Why it was given up: deadline (nobody finished it in time) or budget (no model call was left to make).';

alter table public.call_transcript_chunks
  add column source_sequence integer check (source_sequence >= 1);

create unique index call_transcript_chunks_source_idx on public.call_transcript_chunks (encounter_id, stored_by, source_sequence);

comment on column public.call_transcript_chunks.source_sequence is 'The number its phone gave it, where another phone''s words had that number already; null where the number was free.';

create table private.model_calls (
  draft_id uuid not null references public.soap_drafts (id) on delete restrict,
  attempt integer not null check (attempt >= 1),
  provider_id uuid not null references public.users (id) on delete restrict,
  facility_name text not null,
  model text not null,
  prompt_version text not null,
  prompt_sha256 text not null check (prompt_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'reserved' check (state in ('reserved', 'answered', 'failed', 'abandoned')),
  reserved_tokens integer not null check (reserved_tokens >= 0),
  input_tokens integer check (input_tokens >= 0),
  cached_input_tokens integer check (cached_input_tokens >= 0),
  output_tokens integer check (output_tokens >= 0),
  latency_ms integer check (latency_ms >= 0),
  fault text check (fault ~ '^[a-z][a-z0-9_]{0,63}$'),
  started_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (draft_id, attempt),
  check ((state in ('answered', 'failed')) = (settled_at is not null)),
  check ((state = 'failed') = (fault is not null))
);

create index model_calls_provider_idx on private.model_calls (provider_id, started_at);
create index model_calls_facility_idx on private.model_calls (facility_name, started_at);
create index model_calls_settled_idx on private.model_calls (model, settled_at) where state in ('answered', 'failed');

alter table private.model_calls enable row level security;

comment on table private.model_calls is 'Every call of a language model, recorded before it is sent and settled after: what budgets count, and what drafting cost. No words of an encounter.';
comment on column private.model_calls.facility_name is 'Where the encounter takes place, for the facility''s budget; empty where nobody said.';
comment on column private.model_calls.state is 'reserved: sent or about to be; abandoned: its worker is gone, so its cost is not known and the reservation stands.';
comment on column private.model_calls.prompt_sha256 is 'SHA-256 over the instructions and the answer''s schema as sent, without the encounter.';
comment on column private.model_calls.fault is 'What went wrong, as one word of ours: http_503, timeout, truncated.';

create table private.model_budgets (
  scope text not null check (scope in ('provider', 'facility')),
  period text not null check (period in ('hour', 'day')),
  max_requests integer not null check (max_requests >= 0),
  max_tokens bigint not null check (max_tokens >= 0),
  primary key (scope, period)
);

alter table private.model_budgets enable row level security;

comment on table private.model_budgets is 'How many model calls and tokens one provider, and all providers of one facility, may use in any hour and any day. Operators change the rows; a missing row is no limit.';

insert into private.model_budgets (scope, period, max_requests, max_tokens)
values
  ('provider', 'hour', 60, 1000000),
  ('provider', 'day', 200, 4000000),
  ('facility', 'hour', 600, 10000000),
  ('facility', 'day', 3000, 50000000);

create table private.review_decisions (
  id bigint generated always as identity primary key,
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  note_revision integer not null check (note_revision >= 1),
  section text not null,
  item_id text not null check (length(item_id) between 1 and 64),
  item_sha256 text not null check (item_sha256 ~ '^[0-9a-f]{64}$'),
  decision text not null check (decision in ('accept', 'modify', 'reject')),
  text text check (text ~ '\S'),
  decided_by uuid not null references public.users (id) on delete restrict,
  decided_at timestamptz not null default now()
);

create index review_decisions_note_idx on private.review_decisions (soap_note_id, section, item_id, id);
create index review_decisions_decided_by_idx on private.review_decisions (decided_by);

alter table private.review_decisions enable row level security;

comment on table private.review_decisions is 'What a clinician decided about each item of a drafted note, in order; the last word on an item counts. Rows are added and never changed.';
comment on column private.review_decisions.section is 'Where the item stands in the SoapNote: plan.medications, safetyAlerts, coding …; confirmation for what a draft asked to be confirmed.';
comment on column private.review_decisions.item_sha256 is 'SHA-256 of the item as it was when it was decided on.';
comment on column private.review_decisions.text is 'The clinician''s words: what a modified item should say, or why it was rejected.';

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

grant execute on function private.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) to authenticated;

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
    return private.lease_soap_draft(v_draft);
  end if;

  perform private.fail_soap_draft(id, 'deadline')
  from public.soap_drafts
  where encounter_id = p_encounter.id and state = 'drafting' and deadline_at <= now();

  insert into public.soap_drafts
    (encounter_id, revision, snapshot_id, transcript_sha256, model, prompt_version, created_by)
  select
    p_encounter.id,
    coalesce(max(revision), 0) + 1,
    p_encounter.context_snapshot_id,
    v_transcript_sha256,
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
    perform private.keep_safety_alerts(v_note.id, p_draft.draft -> 'safetyAlerts');
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
  perform private.write_soap_note(v_note.id, p_draft.draft);
  update public.soap_notes set draft_id = p_draft.id where id = v_note.id;
end;
$$;

comment on function private.note_from_draft(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft the encounter''s open note, unless a later draft was finished. A note a clinician edited gains its new safety alerts and nothing else.';

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
    return private.refuse('REVIEW_INCOMPLETE', c_action || 'review is not complete');
  end if;

  if v_note.status = 'draft' then
    -- What is still pending counts among what the signer did not see.
    perform private.merge_pending_notes(v_note.patient_id);
    v_note := private.attest_note(v_note.id, v_caller.user_id, private.encounter_moment(v_note.encounter_id));
    perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'signed');
  end if;

  return private.note_answer(v_note) || jsonb_build_object('changesSinceSnapshot', private.changes_since_snapshot(v_note));
end;
$$;

comment on function private.sign_soap_note(uuid, text) is 'Body of public.sign_soap_note.';

grant execute on function private.sign_soap_note(uuid, text) to authenticated;

create or replace function private.soap_draft_answer(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_answer jsonb := jsonb_build_object(
    'draft_id', p_draft.id,
    'revision', p_draft.revision,
    'soap_status', p_draft.state,
    'phase', p_draft.phase,
    'attempts', p_draft.attempts,
    'lease_id', p_draft.lease_id
  );
  v_note_id uuid;
begin
  if p_draft.state = 'draft_ready' then
    select id into v_note_id from public.soap_notes where encounter_id = p_encounter.id and status = 'draft';
    return v_answer || jsonb_build_object(
      'soap_draft', p_draft.draft, 'soap_note_id', v_note_id, 'soap_note', private.read_soap_note(v_note_id)
    );
  end if;
  if p_draft.lease_id is null then
    return v_answer;
  end if;
  return v_answer || jsonb_build_object(
    'remaining_ms', floor(extract(epoch from p_draft.deadline_at - clock_timestamp()) * 1000)::integer,
    'encounter', jsonb_build_object(
      'encounter_id', p_encounter.id,
      'appointment_id', p_encounter.appointment_id,
      'patient_id', p_encounter.patient_id,
      'provider_id', p_encounter.provider_id
    ),
    'snapshot', (
      select private.snapshot_answer(snapshot) from public.context_snapshots as snapshot where snapshot.id = p_draft.snapshot_id
    ),
    'transcript', private.transcript(p_encounter.id),
    'transcript_sha256', p_draft.transcript_sha256
  );
end;
$$;

comment on function private.soap_draft_answer(public.soap_drafts, public.video_call_sessions) is
  'How a draft stands; with the draft and the encounter''s open note when it is ready, with everything a drafter needs when the caller holds its lease.';

create or replace function private.transcript_rows(
  p_encounter_id uuid, p_caller_role text, p_caller_id uuid, p_chunks jsonb
) returns setof public.call_transcript_chunks
language sql
stable
security invoker
set search_path = ''
as $$
  with sent as (
    select distinct
      (chunk ->> 'sequence')::numeric::integer as sequence,
      coalesce(attendee.speaker_role, p_caller_role) as speaker_role,
      chunk ->> 'text' as text,
      attendee.attendee_id,
      (chunk ->> 'started_at')::timestamptz as started_at
    from jsonb_array_elements(p_chunks) as chunk
    left join public.video_call_attendees as attendee
      on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
  ),
  placed as (
    select sent.*, moved.sequence as moved_to,
      moved.sequence is null and other.sequence is not null as must_move
    from sent
    left join public.call_transcript_chunks as moved
      on moved.encounter_id = p_encounter_id and moved.stored_by = p_caller_id and moved.source_sequence = sent.sequence
    left join public.call_transcript_chunks as other
      on other.encounter_id = p_encounter_id and other.sequence = sent.sequence
      and (other.stored_by <> p_caller_id or other.source_sequence is not null)
      and (other.text, other.speaker_role) is distinct from (sent.text, sent.speaker_role)
  ),
  last_taken as (
    select greatest(
      (select max(sequence) from public.call_transcript_chunks where encounter_id = p_encounter_id),
      (select max(sequence) from sent)
    ) as sequence
  )
  select
    p_encounter_id,
    case
      when must_move then last_taken.sequence + dense_rank() over (partition by must_move order by placed.sequence)::integer
      else coalesce(moved_to, placed.sequence)
    end,
    speaker_role,
    text,
    attendee_id,
    started_at,
    p_caller_id,
    now(),
    case when must_move or moved_to is not null then placed.sequence end
  from placed, last_taken
$$;

comment on function private.transcript_rows(uuid, text, uuid, jsonb) is 'The rows that well-formed chunks become, each once. The role is the attendee''s, else the caller''s. Each phone numbers its own words: a number that stands for another phone''s words already is replaced by the next free one, and found again by source_sequence.';

create or replace function private.speaker_of_label(p_label text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when label ~ '^(dr|doctor|physician|clinician|provider)( [0-9]+)?$' then 'provider'
    -- Up to four words of a name, none a possessive: "Dr. Amara's nurse" is somebody else.
    when label ~ '^(dr|doctor)( [^ ()/,:]+){1,4}$' and label !~ '[''’]s( |$)' then 'provider'
    when label ~ '^(pt|patient)( [0-9]+)?$' then 'patient'
    when label = 'other' then 'other'
  end
  from (select btrim(lower(regexp_replace(p_label, '[\s._]+', ' ', 'g'))) as label) as plain
$$;

comment on function private.speaker_of_label(text) is
  'The role a speaker label claims: a word for it, with a number or, after Dr. or Doctor, a name; null for a label that names none, such as a person''s name.';

create or replace function private.handed_in_chunks(p_transcript jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with turns as (
    select to_jsonb(line) as turn, place
    from regexp_split_to_table(p_transcript #>> '{}', '\r?\n') with ordinality as lines (line, place)
    where jsonb_typeof(p_transcript) = 'string' and line ~ '\S'
    union all
    select turn, place
    from jsonb_array_elements(case jsonb_typeof(p_transcript) when 'array' then p_transcript else '[]' end)
      with ordinality as elements (turn, place)
  )
  select coalesce(
    jsonb_agg(
      case jsonb_typeof(turn)
        when 'object' then jsonb_build_object(
          'text', turn -> 'text',
          'attendee_id', turn -> 'attendee_id',
          'speaker', coalesce(turn -> 'speaker', turn -> 'speaker_role'),
          'started_at', turn -> 'started_at'
        )
        when 'string' then case
          when private.speaker_of_label(spoken[1]) is null then jsonb_build_object('text', turn)
          else jsonb_build_object('text', spoken[2], 'speaker', spoken[1])
        end
        else jsonb_build_object('text', turn)
      end || jsonb_build_object('sequence', sequence)
      order by sequence
    ),
    '[]'
  )
  from (
    select turn, regexp_match(turn #>> '{}', '^([^:]{1,80}):\s*(\S.*)$') as spoken, row_number() over (order by place) as sequence
    from turns
  ) as numbered
$$;

comment on function private.handed_in_chunks(jsonb) is
  'A transcript handed in whole, a text (one chunk per line) or an array of turns (texts, or {text, speaker?, attendee_id?, started_at?}), as numbered chunks. A text that begins with a label of a role ("Doctor: …") is that speaker''s; the label is taken off, so that what is stored is what was said.';

-- Definer: clients have no UPDATE on drafts.
create function private.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot advance SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_held boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if private.soap_draft_step(p_phase) is null then
    return private.refuse('INVALID_REQUEST', c_action || 'phase is unknown');
  end if;

  -- The lease is the right to work on this draft.
  update public.soap_drafts
  set
    lease_until = now() + private.soap_draft_lease(),
    phase = case when private.soap_draft_step(p_phase) > private.soap_draft_step(phase) then p_phase else phase end
  where id = p_draft_id and lease_id = p_lease_id and created_by = v_caller.user_id
    and state = 'drafting' and deadline_at > now();
  v_held := found;
  return jsonb_build_object('held', v_held);
end;
$$;

comment on function private.advance_soap_draft(uuid, uuid, text) is 'Body of public.advance_soap_draft.';

grant execute on function private.advance_soap_draft(uuid, uuid, text) to authenticated;

create function private.are_review_decisions(p_note_id uuid, p_decisions jsonb) returns boolean
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
          and (coalesce(decided -> 'text', 'null') = 'null' or private.is_note_text(decided -> 'text'))
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

-- Definer: clients have no UPDATE on drafts.
create function private.claim_soap_draft(p_draft_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot follow SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions;
  v_draft public.soap_drafts;
  v_code text;
begin
  v_encounter := private.lock_encounter(v_caller, (select encounter_id from public.soap_drafts where id = p_draft_id));
  v_code := private.provider_refusal(v_caller, v_encounter);
  if v_code is not null then
    v_code := case v_code when 'SESSION_NOT_FOUND' then 'NOT_FOUND' else v_code end;
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

grant execute on function private.claim_soap_draft(uuid) to authenticated;

-- Definer: clients have no UPDATE on drafts and no INSERT on notes.
create function private.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot complete SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions;
  v_draft public.soap_drafts;
  v_code text;
begin
  v_encounter := private.lock_encounter(v_caller, (select encounter_id from public.soap_drafts where id = p_draft_id));
  v_code := coalesce(private.role_refusal(v_caller), private.provider_refusal(v_caller, v_encounter));
  if v_code is not null then
    v_code := case v_code when 'SESSION_NOT_FOUND' then 'NOT_FOUND' else v_code end;
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if private.encounter_is_signed(v_encounter.id) then
    return private.refuse('DRAFT_LOCKED', c_action || private.error_state('DRAFT_LOCKED'));
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

grant execute on function private.complete_soap_draft(uuid, jsonb, uuid) to authenticated;

create function private.draft_acceptance(p_since timestamptz default '-infinity') returns table (
  model text, prompt_version text, section text, notes integer, drafted integer, kept integer, edits integer, acceptance_rate numeric
)
language sql
stable
security invoker
set search_path = ''
as $$
  select
    draft.draft #>> '{meta,model}',
    draft.draft #>> '{meta,promptVersion}',
    edited.section,
    count(distinct note.id)::integer,
    sum(edited.drafted)::integer,
    sum(edited.kept)::integer,
    sum(edited.modified + edited.removed + edited.added)::integer,
    round(sum(edited.kept)::numeric / nullif(sum(edited.drafted), 0), 4)
  from public.soap_notes as note
  join public.soap_drafts as draft on draft.id = note.draft_id
  cross join lateral private.draft_edits(note.id) as edited
  where note.status = 'signed' and note.signed_at >= p_since
  group by 1, 2, 3
$$;

comment on function private.draft_acceptance(timestamptz) is
  'How drafts fared under the clinicians who signed them, by model, prompt version and section: the share of drafted items kept as they were, and the edit distance in items.';

create function private.draft_edits(p_note_id uuid) returns table (
  section text, drafted integer, kept integer, modified integer, removed integer, added integer
)
language sql
stable
security invoker
set search_path = ''
as $$
  with versions as (
    select draft.draft as before, private.read_soap_note(note.id) as after
    from public.soap_notes as note
    join public.soap_drafts as draft on draft.id = note.draft_id
    where note.id = p_note_id
  ),
  items as (
    select array_to_string(places.path, '.') as section,
      pair.before - 'evidence' as before,
      pair.after - 'evidence' as after
    from versions
    cross join private.soap_note_sections() as places
    cross join lateral (
      select old_item as before, new_item as after
      from jsonb_array_elements(versions.before #> places.path) as old_item
      full join jsonb_array_elements(versions.after #> places.path) as new_item on new_item ->> 'id' = old_item ->> 'id'
    ) as pair
    where places.path <> '{safetyAlerts}'
  )
  select
    section,
    count(before)::integer,
    count(*) filter (where before = after)::integer,
    count(*) filter (where before <> after)::integer,
    count(*) filter (where after is null)::integer,
    count(*) filter (where before is null)::integer
  from items
  group by section
$$;

comment on function private.draft_edits(uuid) is
  'How far a note is from the draft it was made from, per section: items drafted, and of them kept, modified and removed, and items added. modified + removed + added is the edit distance in items.';

create function private.draft_facility_name(p_draft public.soap_drafts) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(appointment.facility_name, provider.facility_name, '')
  from public.video_call_sessions as encounter
  join public.appointments as appointment on appointment.id = encounter.appointment_id
  join public.medical_provider_profiles as provider on provider.user_id = encounter.provider_id
  where encounter.id = p_draft.encounter_id
$$;

comment on function private.draft_facility_name(public.soap_drafts) is 'The facility of a draft''s encounter: the appointment''s, else its provider''s; empty where nobody said.';

create function private.fail_soap_draft(p_draft_id uuid, p_failure text) returns void
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
  'Gives a draft in progress up for good, and lets the app see it unless the encounter''s note is further already. A later request makes a new revision.';

create function private.is_model_outcome(p_outcome jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_typeof(p_outcome) is not distinct from 'object'
    and coalesce(p_outcome ->> 'fault', 'none') ~ '^[a-z][a-z0-9_]{0,63}$'
    and not exists (
      select
      from unnest(array['input_tokens', 'cached_input_tokens', 'output_tokens', 'latency_ms']) as name
      where p_outcome ->> name is not null and not private.is_whole_number(p_outcome -> name, 0)
    )
$$;

comment on function private.is_model_outcome(jsonb) is 'Whether a value is what settle_model_call takes: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?}.';

-- Definer: the worker's key may update drafts, and has no door to the schema of the helpers.
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
  return new;
end;
$$;

comment on function private.keep_draft_forward() is 'Trigger: a draft that is ready or given up never changes, and its work goes back to an earlier phase only for another attempt.';

create function private.lease_soap_draft(p_draft public.soap_drafts) returns public.soap_drafts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_draft public.soap_drafts;
begin
  -- Skip locked: whoever holds the row right now is about to take the lease, renew it or end the work.
  select * into v_draft
  from public.soap_drafts
  where id = p_draft.id and state = 'drafting' and (lease_until is null or lease_until <= now())
  for update skip locked;
  if found then
    update public.soap_drafts
    set lease_id = gen_random_uuid(), lease_until = now() + private.soap_draft_lease()
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

create function private.model_budget_is_used_up(p_provider_id uuid, p_facility_name text, p_tokens integer) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select
    from private.model_budgets as budget
    cross join lateral (
      select count(*) as requests, coalesce(sum(private.model_call_tokens(call)), 0) as tokens
      from private.model_calls as call
      where call.started_at > now() - case budget.period when 'hour' then interval '1 hour' else interval '1 day' end
        and case budget.scope when 'provider' then call.provider_id = p_provider_id else call.facility_name = p_facility_name end
    ) as used
    where used.requests + 1 > budget.max_requests or used.tokens + p_tokens > budget.max_tokens
  )
$$;

comment on function private.model_budget_is_used_up(uuid, text, integer) is
  'Whether one more call of so many tokens would exceed a budget of the provider or the facility, over the last hour or the last day.';

create function private.model_call_tokens(p_call private.model_calls) returns integer
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
  'What a call counts against budgets: the tokens it was billed, as far as they were reserved, so that no word of a client can use up more; nothing where the model''s side refused or was never reached; else its whole reservation, since nobody knows.';

create function private.model_circuit(p_model text) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  -- Faults of one answer (truncated, refused, not the schema) say nothing about the next encounter's and do not count.
  with latest as (
    select settled_at, state = 'failed' and fault ~ '^(http_|timeout|unreachable)' as is_outage
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
  'Whether a model may be called (https://martinfowler.com/bliki/CircuitBreaker.html): closed; open for 30 s after five outages in a row; then half_open, when one call may find out.';

create function private.open_review(p_note_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('section', section, 'id', item_id, 'content', content) order by section, item_id),
    '[]'
  )
  from private.review_subjects(p_note_id)
  left join lateral (
    select decision, item_sha256
    from private.review_decisions
    where soap_note_id = p_note_id and review_decisions.section = review_subjects.section
      and review_decisions.item_id = review_subjects.item_id
    order by id desc
    limit 1
  ) as latest on true
  where case section
    when 'confirmation' then latest.decision is null
    when 'safetyAlerts' then
      content ->> 'severity' = 'critical' and content ->> 'status' = 'open' and latest.decision is null
    else latest.decision = 'reject' and latest.item_sha256 = private.sha256_hex(content)
  end
$$;

comment on function private.open_review(uuid) is
  'What keeps a note from being signed: confirmations nobody decided, critical safety alerts nobody decided, and items that were rejected and still stand in it unchanged: [{section, id, content}].';

-- Definer: clients have no access to calls and budgets.
create function private.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot call model: ';
  c_max_attempts constant integer := 3;
  v_caller private.caller := private.current_caller();
  v_draft public.soap_drafts;
  v_facility_name text;
  v_reason text;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if (p_prompt_sha256 ~ '^[0-9a-f]{64}$' and p_tokens between 1 and 10000000) is not true then
    return private.refuse('INVALID_REQUEST', c_action || 'the call is malformed');
  end if;

  select * into v_draft
  from public.soap_drafts
  where id = p_draft_id and lease_id = p_lease_id and created_by = v_caller.user_id
    and state = 'drafting' and deadline_at > now()
  for update;
  if not found then
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
    (draft_id, attempt, provider_id, facility_name, model, prompt_version, prompt_sha256, reserved_tokens)
  values (
    v_draft.id, v_draft.attempts, v_draft.created_by, v_facility_name, v_draft.model, v_draft.prompt_version,
    p_prompt_sha256, p_tokens
  );
  return jsonb_build_object('attempt', v_draft.attempts, 'reason', null);
end;
$$;

comment on function private.reserve_model_call(uuid, uuid, text, integer) is 'Body of public.reserve_model_call.';

grant execute on function private.reserve_model_call(uuid, uuid, text, integer) to authenticated;

-- Definer: clients have no INSERT on decisions.
create function private.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
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

  insert into private.review_decisions
    (soap_note_id, note_revision, section, item_id, item_sha256, decision, text, decided_by)
  select v_note.id, v_note.revision, subject.section, subject.item_id, private.sha256_hex(subject.content),
    decided ->> 'decision', decided ->> 'text', v_caller.user_id
  from jsonb_array_elements(p_decisions) with ordinality as decisions (decided, place)
  join private.review_subjects(v_note.id) as subject
    on subject.section = decided ->> 'section' and subject.item_id = decided ->> 'id'
  order by place;

  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'revision', v_note.revision,
    'contentSha256', v_note.content_sha256,
    'open', private.open_review(v_note.id)
  );
end;
$$;

comment on function private.review_soap_draft(uuid, integer, jsonb) is 'Body of public.review_soap_draft.';

grant execute on function private.review_soap_draft(uuid, integer, jsonb) to authenticated;

create function private.review_subjects(p_note_id uuid) returns table (section text, item_id text, content jsonb)
language sql
stable
security invoker
set search_path = ''
as $$
  with note as (
    select private.read_soap_note(p_note_id) as content,
      (
        select draft.draft
        from public.soap_notes
        join public.soap_drafts as draft on draft.id = draft_id
        where soap_notes.id = p_note_id
      ) as drafted
  )
  select array_to_string(places.path, '.'), item ->> 'id', item
  from note
  cross join private.soap_note_sections() as places
  cross join lateral jsonb_array_elements(note.content #> places.path) as item
  union all
  select 'subjective.chiefComplaint', note.content #>> '{subjective,chiefComplaint,id}', note.content #> '{subjective,chiefComplaint}'
  from note
  where note.content #> '{subjective,chiefComplaint}' <> 'null'
  -- What a draft asked stays asked, whatever a client saves.
  union
  select 'confirmation', left(private.sha256_hex(subject), 16), subject
  from note
  cross join lateral (values (note.content), (note.drafted)) as versions (version)
  cross join lateral jsonb_array_elements(version #> '{meta,aiFlags,needs_clinician_confirmation}') as flag
  cross join lateral jsonb_build_object('itemId', flag -> 'itemId', 'reason', flag -> 'reason') as subject
$$;

comment on function private.review_subjects(uuid) is
  'Everything a clinician can decide about a note: its items by section and id, and what its draft asked to be confirmed (section confirmation, an id made of what is asked).';

-- Definer: clients have no access to calls.
create function private.settle_model_call(p_draft_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot settle model call: ';
  v_caller private.caller := private.current_caller();
  v_settled boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if not private.is_model_outcome(p_outcome) then
    return private.refuse('INVALID_REQUEST', c_action || 'outcome is malformed');
  end if;

  -- What a call cost is true however late it is told; only the first word counts.
  update private.model_calls
  set
    state = case when p_outcome ->> 'fault' is null then 'answered' else 'failed' end,
    fault = p_outcome ->> 'fault',
    input_tokens = (p_outcome ->> 'input_tokens')::integer,
    cached_input_tokens = (p_outcome ->> 'cached_input_tokens')::integer,
    output_tokens = (p_outcome ->> 'output_tokens')::integer,
    latency_ms = (p_outcome ->> 'latency_ms')::integer,
    settled_at = clock_timestamp()
  where draft_id = p_draft_id and attempt = p_attempt and provider_id = v_caller.user_id
    and state in ('reserved', 'abandoned');
  v_settled := found;
  return jsonb_build_object('settled', v_settled);
end;
$$;

comment on function private.settle_model_call(uuid, integer, jsonb) is 'Body of public.settle_model_call.';

grant execute on function private.settle_model_call(uuid, integer, jsonb) to authenticated;

create function private.soap_draft_lease() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '15 seconds'
$$;

comment on function private.soap_draft_lease() is
  'How long a worker holds a draft without a sign of life; it renews the lease every five seconds, so that a dead worker is replaced within fifteen.';

create function private.soap_draft_step(p_phase text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select array_position(array['context', 'transcript', 'generate', 'ground', 'check', 'store'], p_phase)
$$;

comment on function private.soap_draft_step(text) is 'The place of a phase in the order of the work on a draft; null for an unknown one.';

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

create function public.claim_soap_draft(p_draft_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.claim_soap_draft(p_draft_id)
$$;

comment on function public.claim_soap_draft(uuid) is
  'How a draft stands, and the work itself when whoever had it is gone: as begin_soap_draft answers, with lease_id where the caller is to go on, soap_status failed where it was given up. Refuses: FORBIDDEN, NOT_FOUND.';

grant execute on function public.claim_soap_draft(uuid) to authenticated;

create function public.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.advance_soap_draft(p_draft_id, p_lease_id, p_phase)
$$;

comment on function public.advance_soap_draft(uuid, uuid, text) is
  'A worker''s sign of life: renews its lease and says which phase it is in: {held}. held is false when the draft is no longer its own to finish. Refuses: INVALID_REQUEST.';

grant execute on function public.advance_soap_draft(uuid, uuid, text) to authenticated;

create function public.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.complete_soap_draft(p_draft_id, p_note, p_lease_id)
$$;

comment on function public.complete_soap_draft(uuid, jsonb, uuid) is
  'Stores the draft of whoever holds its lease, and makes it the encounter''s open note unless a clinician edited that one. Answers how the draft stands then, as claim_soap_draft. Refuses: INVALID_REQUEST, FORBIDDEN, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT (given up).';

grant execute on function public.complete_soap_draft(uuid, jsonb, uuid) to authenticated;

create function public.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.reserve_model_call(p_draft_id, p_lease_id, p_prompt_sha256, p_tokens)
$$;

comment on function public.reserve_model_call(uuid, uuid, text, integer) is
  'Records a call of a model before it is sent, for whoever holds the draft''s lease, and takes its tokens from the budgets: {attempt, reason}. attempt is null where no call may be made: lease_lost, attempts, circuit_open, budget (of a repeated attempt). Refuses: INVALID_REQUEST, LLM_BUDGET_EXHAUSTED (of the first attempt; the draft is given up).';

grant execute on function public.reserve_model_call(uuid, uuid, text, integer) to authenticated;

create function public.settle_model_call(p_draft_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.settle_model_call(p_draft_id, p_attempt, p_outcome)
$$;

comment on function public.settle_model_call(uuid, integer, jsonb) is
  'Says how a recorded call ended: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?}, as soon as it did and before its answer is used: {settled}. Refuses: INVALID_REQUEST.';

grant execute on function public.settle_model_call(uuid, integer, jsonb) to authenticated;

create function public.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.review_soap_draft(p_encounter_id, p_expected_revision, p_decisions)
$$;

comment on function public.review_soap_draft(uuid, integer, jsonb) is
  'Records what the encounter''s provider decided about items of the open note: [{section, id, decision: accept, modify or reject, text?}], of its revision as shown. Answers {soapNoteId, revision, contentSha256, open: [{section, id, content}]}: what is left to decide before it can be signed; no decisions at all just asks. Changes nothing in the note: save_soap_note does. Refuses: FORBIDDEN, SESSION_NOT_FOUND, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT, INVALID_REQUEST.';

grant execute on function public.review_soap_draft(uuid, integer, jsonb) to authenticated;

comment on function public.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) is
  'Begins a draft of an encounter''s note, or answers the draft that was made of the same snapshot and transcript by the same model and prompt: {draft_id, revision, soap_status, phase, attempts, lease_id} with {soap_draft, soap_note_id, soap_note} when it is ready, or {remaining_ms, encounter, snapshot, transcript, transcript_sha256} when lease_id says that the caller is to write it. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, TRANSCRIPT_EMPTY, IDEMPOTENCY_KEY_REUSED.';

create trigger keep_draft_forward before update on public.soap_drafts
  for each row execute function private.keep_draft_forward();

create trigger refuse_change before update or delete on private.review_decisions
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on private.review_decisions
  for each statement execute function private.refuse_change();

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision, changesSinceSnapshot}, again when repeated; changesSinceSnapshot tells what became known of the patient since the snapshot the note was written on, null when nothing did. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, REVISION_CONFLICT, REVIEW_INCOMPLETE (review_soap_draft says what is open).';

-- As in sweep_pending_merges.sql: the schema does not depend on pg_cron, whatever it refuses with.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron with schema pg_catalog;
    perform cron.schedule('sweep-soap-drafts', '10 seconds', 'select private.sweep_soap_drafts()');
  end if;
exception
  when others then
    raise warning 'Cannot schedule the sweep of drafts: SQLSTATE %', sqlstate;
end;
$$;
