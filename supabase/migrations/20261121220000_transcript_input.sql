-- Transcripts: phones that begin anew when they rejoin, the order of talk, attendees named by a label. Drafts: a model's
-- answer outlives the worker that asked for it.
set check_function_bodies = off;

alter table public.soap_drafts
  add column model_answer text,
  add check (state = 'drafting' or model_answer is null);

comment on column public.soap_drafts.model_answer is 'What a model answered, from when its call is settled until the draft is stored or given up: a worker that takes over in between need not have it answered, and paid for, again.';

drop index public.call_transcript_chunks_source_idx;
create unique index call_transcript_chunks_source_idx on public.call_transcript_chunks (encounter_id, stored_by, source_sequence, attendee_id, started_at)
  nulls not distinct where source_sequence is not null;

comment on column public.call_transcript_chunks.source_sequence is 'The number its phone gave it, where that number stood for other words already, another phone''s or its own of before a rejoin; null where the number was free.';
comment on column public.call_transcript_chunks.started_at is 'When it was said, by the phone that heard it; orders the talk of several phones.';

create or replace function private.are_transcript_chunks(p_chunks jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_chunks) is distinct from 'array' then false
    when jsonb_array_length(p_chunks) not between 1 and 5000 then false
    else not exists (
      select from jsonb_array_elements(p_chunks) as chunk
      where not coalesce(
        jsonb_typeof(chunk) = 'object'
          and private.is_whole_number(chunk -> 'sequence', 1)
          -- Room for the numbers that replace those already used.
          and (chunk ->> 'sequence')::numeric <= 1000000000
          and private.is_transcript_text(chunk -> 'text')
          and coalesce(jsonb_typeof(chunk -> 'attendee_id'), 'null') in ('string', 'null')
          and coalesce(jsonb_typeof(chunk -> 'speaker'), 'null') in ('string', 'null')
          and coalesce(jsonb_typeof(chunk -> 'started_at'), 'null') in ('string', 'null')
          and private.is_rfc3339(coalesce(chunk ->> 'started_at', '2000-01-01T00:00:00Z')),
        false
      )
    )
  end
$$;

comment on function private.are_transcript_chunks(jsonb) is
  'Whether a value is [{sequence, text, attendee_id?, speaker?, started_at?}] of 1 to 5000 chunks, as append_transcript_chunks takes it.';

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
      (chunk ->> 'sequence')::numeric::integer as number,
      coalesce(attendee.speaker_role, p_caller_role) as speaker_role,
      chunk ->> 'text' as text,
      attendee.attendee_id,
      (chunk ->> 'started_at')::timestamptz as started_at
    from jsonb_array_elements(p_chunks) as chunk
    left join public.video_call_attendees as attendee
      on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
  ),
  -- Of a number that is sent for several utterances at once, each but the first needs another.
  told_apart as (
    select sent.*,
      coalesce(started_at, min(started_at) over same_number) as moment,
      coalesce(attendee_id, min(attendee_id) over same_number) as attendee
    from sent
    window same_number as (partition by number)
  ),
  utterances as (
    select told_apart.*, dense_rank() over (partition by number order by moment, attendee) as nth, row_number() over () as id
    from told_apart
  ),
  -- What the number stands for: this phone's words of that moment and attendee, or the same words from another phone.
  known as (
    select distinct on (utterances.id) utterances.id, stored.sequence
    from utterances
    join public.call_transcript_chunks as stored
      on stored.encounter_id = p_encounter_id and coalesce(stored.source_sequence, stored.sequence) = number
    cross join lateral (
      select (stored.text, stored.speaker_role) = (utterances.text, utterances.speaker_role) as is_equal
    ) as words
    where coalesce(stored.started_at = utterances.started_at, true)
      and coalesce(stored.attendee_id = utterances.attendee_id, true)
      and (stored.stored_by = p_caller_id or stored.source_sequence is null and words.is_equal)
    order by utterances.id, words.is_equal desc, stored.sequence desc
  ),
  placed as (
    select utterances.*, known.sequence as known_at,
      known.sequence is null and (nth > 1 or taken.sequence is not null) as must_move
    from utterances
    left join known using (id)
    left join public.call_transcript_chunks as taken
      on taken.encounter_id = p_encounter_id and taken.sequence = number
  ),
  last_taken as (
    select greatest(
      (select max(sequence) from public.call_transcript_chunks where encounter_id = p_encounter_id),
      (select max(number) from sent)
    ) as sequence
  )
  select
    p_encounter_id,
    case
      when must_move then last_taken.sequence + dense_rank() over (partition by must_move order by nth, number)::integer
      else coalesce(known_at, number)
    end,
    speaker_role,
    text,
    attendee_id,
    started_at,
    p_caller_id,
    now(),
    case when must_move or known_at <> number then number end
  from placed, last_taken
$$;

comment on function private.transcript_rows(uuid, text, uuid, jsonb) is 'The rows that well-formed chunks become, each once. The role is the attendee''s, else the caller''s. Each phone numbers its own words, and begins anew when it rejoins: a number that stands for other words already, another phone''s or this one''s of another moment or attendee, is replaced by the next free one, and found again by source_sequence.';

create or replace function private.transcript(p_encounter_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with told as (
    -- Nothing is said after it arrives: a phone whose clock is ahead is put right by the server's.
    select *, case when started_at < created_at then started_at when started_at is not null then created_at end as told_at
    from public.call_transcript_chunks
    where encounter_id = p_encounter_id
  ),
  heard as (
    -- Words without a time stand where their phone put them: after those before them, else before those after them.
    select sequence, speaker_role, text,
      coalesce(
        told_at,
        max(told_at) over (partition by stored_by order by sequence),
        min(told_at) over (partition by stored_by order by sequence rows between current row and unbounded following),
        case when bool_or(told_at is not null) over () then created_at end
      ) as said_at
    from told
  )
  select coalesce(
    jsonb_agg(
      jsonb_build_object('sequence', sequence, 'speaker_role', speaker_role, 'text', text) order by said_at, sequence
    ),
    '[]'
  )
  from heard
$$;

comment on function private.transcript(uuid) is 'What was said in an encounter, in the order of talk: [{sequence, speaker_role, text}]. The order is that of the times the phones give, of arrival for a phone that gives none beside one that does, and of sequence where no phone gives any, or within one moment.';

create or replace function private.store_handed_in_transcript(p_encounter_id uuid, p_provider_id uuid, p_chunks jsonb) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.call_transcript_chunks
    (encounter_id, sequence, speaker_role, text, attendee_id, started_at, stored_by)
  select
    p_encounter_id,
    (chunk ->> 'sequence')::integer,
    coalesce(
      attendee.speaker_role,
      -- In a call whose attendees are known, nobody else becomes one by a label.
      case when chunk ->> 'attendee_id' is null or not call.has_attendees then private.speaker_of_label(chunk ->> 'speaker') end,
      'unknown'
    ),
    chunk ->> 'text',
    attendee.attendee_id,
    (chunk ->> 'started_at')::timestamptz,
    p_provider_id
  from jsonb_array_elements(p_chunks) as chunk
  cross join (
    select exists (select from public.video_call_attendees where encounter_id = p_encounter_id) as has_attendees
  ) as call
  left join lateral (
    select known.attendee_id, known.speaker_role
    from public.video_call_attendees as known
    where known.encounter_id = p_encounter_id and known.attendee_id in (chunk ->> 'attendee_id', chunk ->> 'speaker')
    order by known.attendee_id = chunk ->> 'attendee_id' desc nulls last
    limit 1
  ) as attendee on true
$$;

comment on function private.store_handed_in_transcript(uuid, uuid, jsonb) is
  'Stores a transcript the provider handed in whole. The speaker is the role of the attendee, who is named by id or by a label that is an attendee''s id; else the label the provider vouches for; else unknown; never a guess from the text.';

create or replace function private.keep_draft_forward() returns trigger
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

create or replace function private.is_model_outcome(p_outcome jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_typeof(p_outcome) is not distinct from 'object'
    and coalesce(p_outcome ->> 'fault', 'none') ~ '^[a-z][a-z0-9_]{0,63}$'
    and coalesce(jsonb_typeof(p_outcome -> 'answer'), 'null') in ('string', 'null')
    and coalesce(length(p_outcome ->> 'answer'), 0) <= 1048576
    and not exists (
      select
      from unnest(array['input_tokens', 'cached_input_tokens', 'output_tokens', 'latency_ms']) as name
      where p_outcome ->> name is not null and not private.is_whole_number(p_outcome -> name, 0)
    )
$$;

comment on function private.is_model_outcome(jsonb) is 'Whether a value is what settle_model_call takes: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?, answer?}.';

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
  if v_settled and p_outcome ->> 'fault' is null then
    update public.soap_drafts set model_answer = p_outcome ->> 'answer'
    where id = p_draft_id and lease_id = p_lease_id and state = 'drafting';
  end if;
  return jsonb_build_object('settled', v_settled);
end;
$$;

comment on function private.settle_model_call(uuid, uuid, integer, jsonb) is 'Body of public.settle_model_call.';

grant execute on function private.settle_model_call(uuid, uuid, integer, jsonb) to service_role;

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
  -- Answered and paid for: the worker that asked is gone, its answer is not.
  if v_draft.model_answer is not null then
    return jsonb_build_object('attempt', null, 'reason', 'answered', 'answer', v_draft.model_answer);
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
