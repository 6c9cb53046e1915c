-- Mended: a retraction in the middle of a line of amendments brought an earlier note back; a transcript took the square of its
-- chunks and had no bound; refused amendments were off record; a note could be of a time to come; a provider's own word was
-- taken for their name; a read and an opening of an emergency access waited for each other.

comment on column public.users.email is 'Where the person is reached; RFC 5321 4.5.3.1 bounds it at 254 characters. Names nobody and may repeat: families share an address, and an index that refused a second one would tell whose it is.';

create function private.note_line(p_note_id uuid) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
  with recursive line as (
    select id, amends_note_id, 1 as place from public.soap_notes where id = p_note_id
    union all
    select note.id, note.amends_note_id, line.place + 1
    from line
    join public.soap_notes as note on note.id = line.amends_note_id
  )
  select coalesce(array_agg(id order by place), '{}') from line
$$;

comment on function private.note_line(uuid) is 'A note and the notes it takes the place of, one after the other, itself first; {} where there is no such note.';

create function private.note_is_amended(p_note_id uuid) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  with recursive amendments as (
    select id, status from public.soap_notes where amends_note_id = p_note_id
    union all
    select note.id, note.status
    from amendments
    join public.soap_notes as note on note.amends_note_id = amendments.id
  )
  select exists (select from amendments where status in ('signed', 'amended'))
$$;

comment on function private.note_is_amended(uuid) is
  'Whether an amendment of a note stands, or one of an amendment, whatever became of those between them.';

create function private.has_transcript_room(
  p_encounter_id uuid, p_person_id uuid, p_rows public.call_transcript_chunks[]
) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select count(*) filter (where is_new) = 0
    or count(*) <= 10000 and sum(octet_length(text)) <= 2000000
  from (
    select text, false as is_new
    from public.call_transcript_chunks
    where encounter_id = p_encounter_id and stored_by = p_person_id
    union all
    select text, true
    from unnest(p_rows) as chunk
    where not exists (
      select from public.call_transcript_chunks as stored
      where stored.encounter_id = p_encounter_id and stored.sequence = chunk.sequence
    )
  ) as words
$$;

comment on function private.has_transcript_room(uuid, uuid, public.call_transcript_chunks[]) is
  'Whether these rows still fit into what one person may store of an encounter: 10000 chunks and 2 MB of words, more than anybody says in a day, and no more than a draft can be made of. Each has a room of their own, so that nobody takes the other''s. What is stored already always fits.';

create or replace function private.use_emergency_access(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- In the order in which openings and revocations lock them; whatever ended while we waited is none to choose from.
  perform from public.emergency_accesses
  where provider_id = p_caller.user_id and patient_id = p_patient_id
  order by id
  for no key update;
  -- Counted where it is answered on: there is no use that leaves no trace, and a revocation waits for us or us for it.
  update public.emergency_accesses
  set reads = reads + 1, last_read_at = now()
  where id = (
    select id from public.emergency_accesses
    where provider_id = p_caller.user_id and patient_id = p_patient_id and revoked_at is null and expires_at > now()
    order by opened_at desc, id desc
    limit 1
  );
  return found;
end;
$$;

comment on function private.use_emergency_access(private.caller, uuid) is
  'Whether the caller is a practising provider who opened an emergency access to this patient that is neither over nor revoked; counts the use, on the newest.';

-- Definer: clients have no INSERT or UPDATE on notes, and the record has to be written anew.
create or replace function private.amend_soap_note(p_soap_note_id uuid, p_note jsonb, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot amend SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.life_refusal(v_caller, v_note, p_reason),
    case when p_note is null then 'MISSING_PARAMS' when v_note.status = 'retracted' then 'NOTE_RETRACTED' end
  );
  -- The same words for the same note are the same amendment, however often they arrive.
  v_key text := private.sha256_hex(jsonb_build_array(p_soap_note_id, p_note, p_reason));
  v_claim record;
  v_amendment public.soap_notes;
  v_is_repeat boolean;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'reason is too long'));
  end if;

  v_claim := private.claim_idempotency_key(v_caller.user_id, 'amend_soap_note', v_key, to_jsonb(v_key));
  select * into v_amendment from public.soap_notes where id = v_claim.result_id and status <> 'retracted';
  v_is_repeat := found;
  if not v_is_repeat then
    if v_note.status = 'amended' then
      return private.refuse('REVISION_CONFLICT', c_action || 'note was amended since it was read');
    end if;
    perform private.merge_pending_notes(v_note.patient_id);
    begin
      v_amendment := private.write_amendment(v_note, p_note, p_reason, v_caller.user_id);
    exception
      -- What was written of it is undone here, so that the refusal can be returned and stays on record.
      when sqlstate 'PT409' then
        return private.refuse('REVIEW_INCOMPLETE', sqlerrm);
    end;
    perform private.merge_pending_notes(v_note.patient_id);
    perform private.settle_idempotency_key(v_caller.user_id, 'amend_soap_note', v_key, v_amendment.id);
  end if;

  return private.amendment_answer(v_amendment.id) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.amend_soap_note(uuid, jsonb, text) is 'Body of public.amend_soap_note.';

-- Definer: clients have no INSERT on public.call_transcript_chunks; who said what is decided here.
create or replace function private.append_transcript_chunks(p_encounter_id uuid, p_chunks jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot append transcript: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.participant_refusal(v_caller, v_encounter);
  v_role text := case v_encounter.patient_id when v_caller.user_id then 'patient' else 'provider' end;
  v_rows public.call_transcript_chunks[];
  v_stored integer;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if not private.are_transcript_chunks(p_chunks) then
    return private.refuse('INVALID_REQUEST', c_action || 'a chunk is malformed');
  end if;
  if private.has_speaker_conflict(v_encounter.id, v_role, p_chunks) then
    return private.refuse('INVALID_REQUEST', c_action || 'the speaker is not who the server knows');
  end if;

  v_rows := array(select private.transcript_rows(v_encounter.id, v_role, v_caller.user_id, p_chunks));
  if private.has_revision_conflict(v_rows) then
    return private.refuse('REVISION_CONFLICT', c_action || 'a sequence stands for other words already');
  end if;
  if private.encounter_is_signed(v_encounter.id) and exists (
    select from unnest(v_rows) as chunk
    where not exists (
      select from public.call_transcript_chunks as stored
      where stored.encounter_id = chunk.encounter_id and stored.sequence = chunk.sequence
    )
  ) then
    return private.refuse('DRAFT_LOCKED', c_action || private.error_state('DRAFT_LOCKED'));
  end if;
  if not private.has_transcript_room(v_encounter.id, v_caller.user_id, v_rows) then
    return private.refuse('INVALID_REQUEST', c_action || 'caller has more words in the encounter than a transcript has room for');
  end if;

  insert into public.call_transcript_chunks
  select * from unnest(v_rows)
  on conflict do nothing;
  get diagnostics v_stored = row_count;
  return jsonb_build_object('stored', v_stored, 'replayed', jsonb_array_length(p_chunks) - v_stored);
end;
$$;

comment on function private.append_transcript_chunks(uuid, jsonb) is 'Body of public.append_transcript_chunks.';

create or replace function private.are_transcript_chunks(p_chunks jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_chunks) is distinct from 'array' then false
    when jsonb_array_length(p_chunks) not between 1 and 5000 then false
    when (select sum(octet_length(chunk ->> 'text')) from jsonb_array_elements(p_chunks) as chunk) > 2000000 then false
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
  'Whether a value is [{sequence, text, attendee_id?, speaker?, started_at?}] of 1 to 5000 chunks and 2 MB of words, as append_transcript_chunks takes it.';

create or replace function private.attest_note(p_note_id uuid, p_signed_by uuid, p_encounter_at timestamptz) returns public.soap_notes
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.soap_notes
  set
    status = 'signed',
    signed_at = moment,
    signed_by = p_signed_by,
    -- Nobody signs what has not happened yet: a booking that lies ahead is no moment of the patient's.
    encounter_at = least(p_encounter_at, moment),
    content_sha256 = private.soap_note_sha256(id)
  from (select clock_timestamp() as moment) as signing
  where id = p_note_id
  returning soap_notes.*
$$;

comment on function private.attest_note(uuid, uuid, timestamptz) is
  'Signs a note: who (a person the verified token named), when (the database''s clock), and the SHA-256 of the whole canonical note, encounter and appointment included. The encounter''s moment is never later than the signature.';

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
  v_chunks jsonb;
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
  v_chunks := private.handed_in_chunks(p_transcript);
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

create or replace function private.is_step_of_life(p_old public.soap_notes, p_new public.soap_notes) returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_new.merged_at is distinct from p_old.merged_at then
    return p_old.status = 'signed' and p_new.status = 'signed' and p_old.merged_at is null
      and exists (select from public.soap_note_merges where soap_note_id = p_old.id);
  end if;
  if p_new.status = 'retracted' then
    return p_old.status in ('signed', 'amended');
  end if;
  return case p_new.status
    when 'amended' then p_old.status = 'signed' and private.note_is_amended(p_old.id)
    when 'signed' then p_old.status = 'amended' and not private.note_is_amended(p_old.id)
    else false
  end;
end;
$$;

comment on function private.is_step_of_life(public.soap_notes, public.soap_notes) is
  'Whether a signed note may go from one row to the other: merged once, and only with its row in the merge ledger; amended while an amendment of it stands, signed again when none does any more; retracted from either, for good.';

-- Definer: whoever changes a row of their own refuses through it.
create or replace function private.keep_contact_details() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_column text;
begin
  -- Before the constraints, whose messages quote the whole row.
  select rule.column_name into v_column
  from (
    values
      ('users', 'email', 254, '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$'),
      ('users', 'phone', 32, '^[-+().0-9 ]{3,}$'),
      ('users', 'profile_image_url', 2048, '^https://[^[:cntrl:][:space:]]+$'),
      ('patient_profiles', 'address', 500, ''),
      ('patient_profiles', 'emergency_contact_name', 200, ''),
      ('patient_profiles', 'emergency_contact_phone', 32, '^[-+().0-9 ]{3,}$'),
      ('patient_profiles', 'emergency_contact_relationship', 100, ''),
      ('medical_provider_profiles', 'display_name', 200, '^(?!.*[[:cntrl:]\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]).*[[:alnum:]]')
  ) as rule (table_name, column_name, most_characters, pattern)
  cross join lateral (
    select to_jsonb(new) ->> rule.column_name as said, to_jsonb(old) ->> rule.column_name as before
  ) as value
  where rule.table_name = tg_table_name
    and said is distinct from before
    and case
      when said is null then rule.column_name = 'display_name'
      else length(said) > rule.most_characters or said !~ rule.pattern
    end
  order by rule.column_name
  limit 1;
  if found then
    perform private.reject('INVALID_REQUEST', format('Cannot change %s: %s is too long or of another form', tg_table_name, v_column));
  end if;
  return new;
end;
$$;

comment on function private.keep_contact_details() is
  'Trigger: refuses what a person may not write of themselves (INVALID_REQUEST, naming the column and no value) before a constraint would, whose message quotes the row. An e-mail address has one @ and no white space; a name has a letter or a digit, and no character that is not seen or turns others around. Only what changes is looked at.';

create or replace function private.record_notes_at(p_patient_id uuid, p_sequence integer) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
  with present as (
    select note.id, note.encounter_at, note.amends_note_id
    from private.record_events as merge
    join public.soap_notes as note on note.id = merge.soap_note_id
    where merge.patient_id = p_patient_id and merge.kind = 'merge' and merge.sequence <= p_sequence
      and not exists (
        select from private.record_events as retraction
        where retraction.soap_note_id = merge.soap_note_id and retraction.kind = 'retraction'
          and retraction.sequence <= p_sequence
      )
  ),
  amended as (
    select unnest((private.note_line(id))[2:]) as id from present where amends_note_id is not null
  )
  select coalesce(array_agg(present.id order by present.encounter_at, present.id), '{}')
  from present
  where present.id not in (select id from amended)
$$;

comment on function private.record_notes_at(uuid, integer) is
  'The notes a version of a patient''s record was made from: merged by then, not retracted by then, and not amended by one that was there, were those between them retracted or not.';

create or replace function private.refold_record(p_patient_id uuid, p_kind text, p_soap_note_id uuid default null, p_decision_id uuid default null)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_item_ids uuid[] := array(
    select item_id::uuid
    from public.record_decisions as decision
    join public.record_conflicts as conflict on conflict.id = decision.conflict_id
    cross join lateral jsonb_array_elements_text(conflict.item_ids) as item_id
    where decision.id = p_decision_id
  );
begin
  perform private.ensure_state(p_patient_id);
  -- Whichever note of its line counts again is among them.
  perform private.refold(p_patient_id, private.note_line(p_soap_note_id), v_item_ids);
  perform private.record_event(
    p_patient_id, p_kind, (select record_version from private.record_states where patient_id = p_patient_id),
    p_soap_note_id, p_decision_id
  );
  perform private.write_record(
    p_patient_id,
    (
      select merges.soap_note_id
      from public.soap_note_merges as merges
      join public.soap_notes as note on note.id = merges.soap_note_id
      where merges.patient_id = p_patient_id and note.status = 'signed'
      order by merges.merged_at desc, note.encounter_at desc, note.id desc
      limit 1
    )
  );
end;
$$;

comment on function private.refold_record(uuid, text, uuid, uuid) is
  'Brings the record up to date after something else than a merge changed what it is made from: a retraction or a decision. The patient''s row is locked and every signed note merged.';

-- Definer: clients have no UPDATE on notes, and the record has to be written anew.
create or replace function private.retract_soap_note(p_soap_note_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot retract SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := private.life_refusal(v_caller, v_note, p_reason);
  v_is_repeat boolean := v_note.status = 'retracted';
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'reason is too long'));
  end if;

  if not v_is_repeat then
    perform private.merge_pending_notes(v_note.patient_id);
    update public.soap_notes
    set status = 'retracted', retracted_at = clock_timestamp(), retracted_by = v_caller.user_id, retraction_reason = p_reason
    where id = v_note.id
    returning * into v_note;
    -- The last note before it that stands counts again, unless a later one still stands in the place of both.
    update public.soap_notes
    set status = 'signed'
    where id = (
        select note.id
        from unnest(private.note_line(v_note.id)) with ordinality as line (id, place)
        join public.soap_notes as note on note.id = line.id and note.status = 'amended'
        order by place
        limit 1
      )
      and not private.note_is_amended(id);
    perform private.refold_record(v_note.patient_id, 'retraction', v_note.id);
    if not private.encounter_is_signed(v_note.encounter_id) then
      perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'not_started');
    end if;
  end if;

  return private.retraction_answer(v_note) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.retract_soap_note(uuid, text) is 'Body of public.retract_soap_note.';

create or replace function private.retraction_answer(p_note public.soap_notes) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
  v_after jsonb;
begin
  select * into v_event
  from private.record_events
  where patient_id = p_note.patient_id and kind = 'retraction' and soap_note_id = p_note.id;
  v_after := private.record_at(v_event.patient_id, v_event.sequence);

  return jsonb_build_object(
    'soapNoteId', p_note.id,
    'patientId', p_note.patient_id,
    'status', p_note.status,
    'retractedAt', private.utc_text(p_note.retracted_at),
    'reason', p_note.retraction_reason,
    'restoredSoapNoteId', (
      select id
      from unnest((private.note_line(p_note.id))[2:]) as id
      where id = any (private.record_notes_at(v_event.patient_id, v_event.sequence))
    ),
    'recordVersion', v_after #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.retraction_answer(public.soap_notes) is
  'What a retraction answers, the first time and every other: {soapNoteId, patientId, status, retractedAt, reason, restoredSoapNoteId, recordVersion, totalVisits, changes}. restoredSoapNoteId: the note that counts again because what amended it is gone; changes as private.record_difference().';

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
        -- Read backwards: a frame whose start moves would be searched anew for every chunk.
        min(told_at) over (partition by stored_by order by sequence desc),
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
    -- Two searches, each by an index: what an encounter has stored may be much.
    cross join lateral (
      select unmoved.* from public.call_transcript_chunks as unmoved
      where unmoved.encounter_id = p_encounter_id and unmoved.sequence = number and unmoved.source_sequence is null
      union all
      select moved.* from public.call_transcript_chunks as moved
      where moved.encounter_id = p_encounter_id and moved.stored_by = p_caller_id and moved.source_sequence = number
    ) as stored
    cross join lateral (
      select (stored.text, stored.speaker_role) = (utterances.text, utterances.speaker_role) as is_equal
    ) as words
    where coalesce(stored.started_at = utterances.started_at, true)
      and coalesce(stored.attendee_id = utterances.attendee_id, true)
      and (stored.stored_by = p_caller_id or words.is_equal)
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

-- Definer: clients do not reach the audit.
create or replace function private.who_accessed(p_patient_id uuid, p_before_id bigint) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot tell who accessed: ';
  c_page constant integer := 100;
  v_caller private.caller := private.current_caller();
  v_facility_name text := private.administered_facility();
  v_is_self boolean := v_caller.is_patient and v_caller.user_id = p_patient_id;
  v_code text;
  v_accesses jsonb;
begin
  v_code := case
    when v_caller.refusal is not null then v_caller.refusal
    when v_caller.is_patient is not true and v_facility_name is null then 'FORBIDDEN'
    when p_patient_id is null then 'MISSING_PARAMS'
    when v_is_self then null
    when v_facility_name is not null
      and exists (select from public.patient_profiles where user_id = p_patient_id)
      and p_patient_id in (select private.people_of_administered_facility()) then null
    else 'PATIENT_NOT_FOUND'
  end;
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'patient is missing'));
  end if;

  select coalesce(jsonb_agg(to_jsonb(page) order by page.id desc), '[]') into v_accesses
  from (
    select event.id, private.utc_text(event.occurred_at) as "accessedAt", event.actor_id as "actorId",
      event.actor_role as "actorRole",
      -- As the clinic knows them: what they call themselves they may change.
      case when providers.user_id is not null then coalesce(private.full_name(actors), providers.display_name) end as "actorName", event.action, event.rpc as "operation",
      event.purpose, event.outcome
    from audit.events as event
    left join public.medical_provider_profiles as providers on providers.user_id = event.actor_id
    left join public.users as actors on actors.id = event.actor_id
    where event.patient_id = p_patient_id and (p_before_id is null or event.id < p_before_id)
      -- A patient reads who got in; a facility what its own providers did and tried. What the draft worker does, a
      -- provider began.
      and case when v_is_self then event.outcome = 'OK' and event.actor_role <> 'worker' else providers.facility_name = v_facility_name end
    order by event.id desc
    limit c_page
  ) as page;
  return jsonb_build_object(
    'patientId', p_patient_id,
    'accesses', v_accesses,
    'nextBeforeId', case when jsonb_array_length(v_accesses) = c_page then v_accesses -> -1 -> 'id' end
  );
end;
$$;

comment on function private.who_accessed(uuid, bigint) is 'Body of public.who_accessed.';

comment on function private.encounter_moment(uuid) is
  'Start of an encounter: of its call, or of its booking when the call was never opened. A signature freezes it as soap_notes.encounter_at, or its own moment where the booking still lies ahead.';

comment on function public.amend_soap_note(uuid, jsonb, text) is
  'Signs p_note, a whole SoapNote, in the place of a signed note, as the provider who signed that one; the record is written anew and both notes stay readable; its safety alerts go with it. Answers {soapNoteId, status, signedAt, contentSha256, revision, amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, changes, replayed}; the same call again answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, NOTE_RETRACTED, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT (another amendment stands: amend that one), REVIEW_INCOMPLETE (p_note adds a question, a critical alert or an item that was rejected: leave it out, or retract the note and review anew).';

-- A note that was given back although a later one of its line stands has counted twice: it steps back, and the record with it.
do $$
declare
  v_patient_id uuid;
begin
  for v_patient_id in
    select distinct note.patient_id
    from public.soap_notes as note
    where note.status = 'signed' and private.note_is_amended(note.id)
  loop
    perform from public.patient_profiles where user_id = v_patient_id for no key update;
    update public.soap_notes as note
    set status = 'amended'
    where note.patient_id = v_patient_id and note.status = 'signed' and private.note_is_amended(note.id);
    perform private.rebuild_record(v_patient_id);
  end loop;
end;
$$;
