-- The life of a signed note: it is merged, amended by another, retracted; what waits for its merge; conflicts and their
-- decisions; the record as it stood. Functions call each other in no particular order.
set check_function_bodies = off;

alter table public.soap_notes
  drop constraint soap_notes_status_check,
  add constraint soap_notes_status_check check (status in ('draft', 'signed', 'amended', 'retracted')),
  add column merged_at timestamptz,
  add column amends_note_id uuid,
  add column amendment_reason text,
  add foreign key (amends_note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict,
  add constraint soap_notes_amendment_check check ((amends_note_id is null) = (amendment_reason is null));

create index soap_notes_pending_merge_idx on public.soap_notes (patient_id) where status = 'signed' and merged_at is null;
create index soap_notes_amends_note_idx on public.soap_notes (amends_note_id, patient_id);
create unique index soap_notes_one_amendment_per_note on public.soap_notes (amends_note_id) where status <> 'retracted';

comment on column public.soap_notes.status is 'draft; signed: it counts in the record; amended: a later signed note stands in its place; retracted: it never counts again.';
comment on column public.soap_notes.merged_at is 'When the note entered the record. Signed and not merged is what a merge is still due for.';
comment on column public.soap_notes.amends_note_id is 'The signed note this one takes the place of.';

alter policy soap_notes_select on public.soap_notes
  using (
    (patient_id = (select private.current_user_id()) and status in ('signed', 'amended'))
    or (
      patient_id in (select private.patients_in_care())
      and (status in ('signed', 'amended') or provider_id = (select private.current_user_id()))
    )
  );
comment on policy soap_notes_select on public.soap_notes is 'Signed notes, amended ones among them: the patient, and every provider who has the patient in care. Drafts and retracted notes: their provider alone.';

create table public.record_conflicts (
  id uuid primary key,
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  kind text not null,
  section text not null,
  field text,
  item_ids jsonb not null check (jsonb_typeof(item_ids) = 'array'),
  sides jsonb not null check (jsonb_typeof(sides) = 'array'),
  status text not null default 'open' check (status in ('open', 'decided', 'withdrawn')),
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  unique (id, patient_id),
  check ((status = 'open') = (closed_at is null))
);

create index record_conflicts_patient_id_idx on public.record_conflicts (patient_id) where status = 'open';
create index record_conflicts_of_patient_idx on public.record_conflicts (patient_id, opened_at);

comment on table public.record_conflicts is
  'The conflict ledger: every open question the fold ever found in a record, with both sides side by side. Written with the record; see public.resolve_conflict.';
comment on column public.record_conflicts.id is 'Made from kind, section, field and sides: when a side changes it is another conflict.';
comment on column public.record_conflicts.kind is 'lower_allergy_severity, reported_after_refutation, incomplete_regimen, same_day_doses, ambiguous_identity, drug_allergy, none_known_after_recorded.';
comment on column public.record_conflicts.item_ids is 'Ids of the record''s items it is about.';
comment on column public.record_conflicts.sides is 'sides[] {item_id, value, soap_note_id, encounter_at, signed_by}: who said what, and when.';
comment on column public.record_conflicts.status is 'open; decided: a decision answers it; withdrawn: what the notes say no longer conflicts.';

create table public.record_decisions (
  id uuid primary key default gen_random_uuid(),
  patient_id uuid not null,
  conflict_id uuid not null,
  decision text not null check (decision in ('accept', 'reject', 'modify')),
  value jsonb,
  patch jsonb not null check (jsonb_typeof(patch) = 'object'),
  reason text not null check (reason ~ '\S'),
  decided_by uuid not null references public.users (id) on delete restrict,
  decided_at timestamptz not null,
  supersedes uuid references public.record_decisions (id) on delete restrict,
  unique (supersedes),
  foreign key (conflict_id, patient_id) references public.record_conflicts (id, patient_id) on delete restrict,
  check ((decision = 'modify') = (value is not null))
);

create unique index record_decisions_first_of_conflict on public.record_decisions (conflict_id) where supersedes is null;
create index record_decisions_conflict_idx on public.record_decisions (conflict_id, patient_id);
create index record_decisions_patient_id_idx on public.record_decisions (patient_id);
create index record_decisions_decided_by_idx on public.record_decisions (decided_by);

comment on table public.record_decisions is
  'What clinicians decided on conflicts, append-only: an input of the fold like a note. The last of a chain counts; it holds while the fold finds that very conflict.';
comment on column public.record_decisions.decision is 'accept: the later side is right; reject: it is not; modify: neither, the value is.';
comment on column public.record_decisions.value is 'modify: what is right instead, of the type the kind of conflict asks for.';
comment on column public.record_decisions.patch is 'The keys of the item that the decision sets, as the fold lays them over it.';

create table private.record_events (
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('merge', 'retraction', 'decision', 'rebuild')),
  soap_note_id uuid,
  decision_id uuid references public.record_decisions (id) on delete restrict,
  record_version text not null,
  recorded_by uuid references public.users (id) on delete restrict,
  recorded_at timestamptz not null,
  primary key (patient_id, sequence),
  foreign key (soap_note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict,
  check ((soap_note_id is not null) = (kind in ('merge', 'retraction'))),
  check ((decision_id is not null) = (kind = 'decision'))
);

create index record_events_version_idx on private.record_events (patient_id, record_version, sequence);
create index record_events_soap_note_idx on private.record_events (soap_note_id, patient_id);
create index record_events_decision_idx on private.record_events (decision_id);
create index record_events_recorded_by_idx on private.record_events (recorded_by);

alter table private.record_events enable row level security;

comment on table private.record_events is
  'The journal of the cumulative record, append-only: one row for every version a patient''s record ever had, in order, with what made it. What was known at a moment is read from here.';
comment on column private.record_events.kind is
  'merge: a note entered, in the place of the one it amends; retraction: it left; decision: a conflict was decided; rebuild: the rules of the fold changed.';
comment on column private.record_events.recorded_at is 'Wall clock behind the patient''s lock, so that it rises with sequence.';

create view private.merge_lag with (security_invoker = true) as
  select
    count(*) as pending_notes,
    min(signed_at) as oldest_signed_at,
    coalesce(extract(epoch from now() - min(signed_at)), 0) as oldest_age_seconds
  from public.soap_notes
  where status = 'signed' and merged_at is null;

comment on view private.merge_lag is
  'How far the records are behind the signatures: signed notes no record has yet, and the age of the oldest. Reads soap_notes_pending_merge_idx alone.';

alter table public.record_conflicts enable row level security;
alter table public.record_conflicts force row level security;

grant select on public.record_conflicts to authenticated;

create policy record_conflicts_firebase_project on public.record_conflicts as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy record_conflicts_firebase_project on public.record_conflicts is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy record_conflicts_select on public.record_conflicts for select to authenticated
  using (patient_id in (select private.patients_in_care()));
comment on policy record_conflicts_select on public.record_conflicts is 'Providers who have the patient in care.';

alter table public.record_decisions enable row level security;
alter table public.record_decisions force row level security;

grant select on public.record_decisions to authenticated;

create policy record_decisions_firebase_project on public.record_decisions as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy record_decisions_firebase_project on public.record_decisions is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy record_decisions_select on public.record_decisions for select to authenticated
  using (patient_id in (select private.patients_in_care()));
comment on policy record_decisions_select on public.record_decisions is 'Providers who have the patient in care.';

create or replace function private.is_step_of_life(p_old public.soap_notes, p_new public.soap_notes) returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_is_amended boolean;
begin
  if p_new.merged_at is distinct from p_old.merged_at then
    return p_old.status = 'signed' and p_new.status = 'signed' and p_old.merged_at is null
      and exists (select from public.soap_note_merges where soap_note_id = p_old.id);
  end if;
  if p_new.status = 'retracted' then
    return p_old.status in ('signed', 'amended');
  end if;
  v_is_amended := exists (
    select from public.soap_notes where amends_note_id = p_old.id and status in ('signed', 'amended')
  );
  return case p_new.status
    when 'amended' then p_old.status = 'signed' and v_is_amended
    when 'signed' then p_old.status = 'amended' and not v_is_amended
    else false
  end;
end;
$$;

comment on function private.is_step_of_life(public.soap_notes, public.soap_notes) is
  'Whether a signed note may go from one row to the other: merged once, and only with its row in the merge ledger; amended while an amendment of it stands, signed again when that one was retracted; retracted from either, for good.';

create or replace function private.keep_signed_note() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- What happens to a note after its signature; the note itself stays as it was signed.
  c_life constant text[] := array['status', 'retracted_at', 'retracted_by', 'retraction_reason', 'merged_at', 'updated_at'];
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - c_life = to_jsonb(old) - c_life and private.is_step_of_life(old, new) then
    return new;
  end if;
  raise exception 'Cannot % SOAP note: note is %', pg_catalog.lower(tg_op), old.status using errcode = '42501';
end;
$$;

comment on function private.keep_signed_note() is
  'Trigger: what was signed never changes, for no role; the note lives on only in the steps of private.is_step_of_life().';

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
    when p_note.id is null then 'NOT_FOUND'
    when not private.has_care_relationship(p_caller, p_note.patient_id) then 'NOT_FOUND'
    when p_note.provider_id = p_caller.user_id then null
    when p_note.status in ('signed', 'amended') then 'FORBIDDEN'
    else 'NOT_FOUND'
  end;
end;
$$;

comment on function private.note_refusal(private.caller, public.soap_notes) is
  'Why the caller may not act on a note as its provider; null when they may. Whoever is no practising provider is FORBIDDEN, whatever note they name; so is a provider who may see it but not act; everybody else finds nothing.';

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
      when p_reason is null or p_reason !~ '\S' then 'MISSING_PARAMS'
      when length(p_reason) > 2000 then 'INVALID_REQUEST'
    end
  );
end;
$$;

comment on function private.life_refusal(private.caller, public.soap_notes, text) is
  'Why the caller may not retract or amend a note for this reason; null when they may. Only the provider who signed it may, while the patient is in care, and the reason is 1 to 2,000 characters.';

create or replace function private.lock_note(p_caller private.caller, p_note_id uuid) returns public.soap_notes
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
begin
  select * into v_note from public.soap_notes where id = p_note_id and p_caller.user_id in (provider_id, patient_id);
  -- Encounter, patient, note: the order in which everything that touches two of them locks.
  perform private.lock_encounter(p_caller, v_note.encounter_id);
  perform from public.patient_profiles where user_id = v_note.patient_id for no key update;
  select * into v_note from public.soap_notes where id = p_note_id for no key update;
  return v_note;
end;
$$;

comment on function private.lock_note(private.caller, uuid) is
  'A note, locked with its encounter and its patient''s record until the transaction ends; for who takes no part in it, nothing but the note is.';

create or replace function private.encounter_moment(p_encounter_id uuid) returns timestamptz
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(encounter.started_at, appointment.scheduled_start)
  from public.video_call_sessions as encounter
  join public.appointments as appointment on appointment.id = encounter.appointment_id
  where encounter.id = p_encounter_id
$$;

comment on function private.encounter_moment(uuid) is
  'Start of an encounter: of its call, or of its booking when the call was never opened. A signature freezes it as soap_notes.encounter_at.';

create or replace function private.attest_note(p_note_id uuid, p_signed_by uuid, p_encounter_at timestamptz) returns public.soap_notes
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.soap_notes
  set
    status = 'signed',
    signed_at = clock_timestamp(),
    signed_by = p_signed_by,
    encounter_at = p_encounter_at,
    content_sha256 = private.soap_note_sha256(id)
  where id = p_note_id
  returning *
$$;

comment on function private.attest_note(uuid, uuid, timestamptz) is
  'Signs a note: who (a person the verified token named), when (the database''s clock), and the SHA-256 of the whole canonical note, encounter and appointment included.';

create or replace function private.note_answer(p_note public.soap_notes) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'soapNoteId', p_note.id,
    'status', p_note.status,
    'signedAt', private.utc_text(p_note.signed_at),
    'contentSha256', p_note.content_sha256,
    'revision', p_note.revision
  )
$$;

comment on function private.note_answer(public.soap_notes) is
  'A signature as it is answered: {soapNoteId, status, signedAt, contentSha256, revision}.';

create or replace function private.changes_since_snapshot(p_note public.soap_notes) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_snapshot public.context_snapshots;
  v_seen integer;
  v_signed integer := private.record_sequence_at(p_note.patient_id, p_note.signed_at);
  v_record jsonb;
begin
  select * into v_snapshot
  from public.context_snapshots
  where id::text = p_note.meta ->> 'snapshotId' and encounter_id = p_note.encounter_id;
  v_seen := (
    select coalesce(max(sequence), 0)
    from private.record_events
    where patient_id = p_note.patient_id and record_version = v_snapshot.record_version and sequence <= v_signed
  );
  if v_snapshot.id is null or v_seen = v_signed then
    return null;
  end if;

  v_record := private.record_at(p_note.patient_id, v_signed);
  return jsonb_build_object(
    'snapshotId', v_snapshot.id,
    'snapshotRecordVersion', v_snapshot.record_version,
    'recordVersion', v_record #> '{metadata,record_version}',
    'events', private.record_events_between(p_note.patient_id, v_seen, v_signed),
    'changes', private.record_difference(private.record_at(p_note.patient_id, v_seen), v_record)
  );
end;
$$;

comment on function private.changes_since_snapshot(public.soap_notes) is
  'What became known of the patient between the snapshot a note was written on and its signature: {snapshotId, snapshotRecordVersion, recordVersion, events[], changes}; null when nothing did, or when there was no snapshot.';

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

create or replace function private.record_event(
  p_patient_id uuid, p_kind text, p_record_version text, p_soap_note_id uuid default null, p_decision_id uuid default null
) returns private.record_events
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
begin
  insert into private.record_events (
    patient_id, sequence, kind, soap_note_id, decision_id, record_version, recorded_by, recorded_at
  )
  select p_patient_id, coalesce(max(last.sequence), 0) + 1, p_kind, p_soap_note_id, p_decision_id, p_record_version,
    private.current_user_id(),
    -- A clock that was set back does not put a version before the one it came from.
    greatest(clock_timestamp(), max(last.recorded_at) + interval '1 microsecond')
  from (
    select sequence, recorded_at from private.record_events
    where patient_id = p_patient_id
    order by sequence desc
    limit 1
  ) as last
  returning * into v_event;
  return v_event;
end;
$$;

comment on function private.record_event(uuid, text, text, uuid, uuid) is
  'Writes the next version of a patient''s record into the journal; the patient''s row is locked.';

create or replace function private.keep_allergies() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_lost boolean;
begin
  select kind = 'merge' and note.amends_note_id is null into v_lost
  from private.record_events as event
  left join public.soap_notes as note on note.id = event.soap_note_id
  where event.patient_id = new.user_id
  order by event.sequence desc
  limit 1;
  if v_lost then
    raise exception 'Cannot write cumulative record: an allergy would be lost' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_allergies() is
  'Trigger on a record with fewer allergies than before under the same rules: only a retraction, an amendment or a decision takes one away, a merge never.';

create or replace function private.keep_conflict() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_state constant text[] := array['status', 'opened_at', 'closed_at'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - c_state = to_jsonb(old) - c_state then
    return new;
  end if;
  raise exception 'Cannot % conflict: its sides are what was found', pg_catalog.lower(tg_op) using errcode = '42501';
end;
$$;

comment on function private.keep_conflict() is 'Trigger: a conflict is opened and closed, what it says never changes, and none goes.';

create or replace function private.mark_note_merged() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  update public.soap_notes set merged_at = new.merged_at where id = new.soap_note_id;
  return null;
end;
$$;

comment on function private.mark_note_merged() is 'Trigger: a note with a row in the merge ledger is no longer pending.';

-- Definer: at commit the role is the caller's again, who reads no journal.
create or replace function private.keep_record_in_step() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_status text := (select status from public.soap_notes where id = new.id);
  v_version integer := (select max(sequence) from private.record_events where patient_id = new.patient_id);
begin
  if exists (select from private.record_events where soap_note_id = new.id and kind = 'merge')
    and (new.id = any (private.record_notes_at(new.patient_id, v_version))) <> (v_status = 'signed') then
    raise exception 'Cannot update SOAP note: the record does not follow' using errcode = '42501';
  end if;
  return null;
end;
$$;

comment on function private.keep_record_in_step() is
  'Trigger at commit: a merged note that was amended, retracted or restored has left the record, or come back, in the same transaction, whoever asks.';

create or replace function private.broken_attestations(p_patient_id uuid default null) returns setof uuid
language sql
stable
security invoker
set search_path = ''
as $$
  select id
  from public.soap_notes
  where status <> 'draft' and (p_patient_id is null or patient_id = p_patient_id)
    and content_sha256 is distinct from private.soap_note_sha256(id)
$$;

comment on function private.broken_attestations(uuid) is
  'Signed notes whose content is no longer what was signed: none, unless somebody wrote past the triggers. For operators, and for a backup just restored.';

create or replace function private.record_decisions_of(p_patient_id uuid, p_sequence integer default null)
returns setof public.record_decisions
language sql
stable
security invoker
set search_path = ''
as $$
  with made as (
    select decision.*
    from public.record_decisions as decision
    where decision.patient_id = p_patient_id
      and (
        p_sequence is null
        or exists (
          select from private.record_events as event
          where event.decision_id = decision.id and event.sequence <= p_sequence
        )
      )
  )
  select made.*
  from made
  where not exists (select from made as later where later.supersedes = made.id)
$$;

comment on function private.record_decisions_of(uuid, integer) is
  'The decisions that count for a patient''s record, or counted for one of its versions: the last on each conflict.';

create or replace function private.record_decision_map(p_patient_id uuid, p_sequence integer default null) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_object_agg(
      decision.conflict_id,
      jsonb_build_object(
        'patch', decision.patch,
        'mark', jsonb_build_object(
          'conflict_id', decision.conflict_id,
          'kind', conflict.kind,
          'decision', decision.decision,
          'reason', decision.reason,
          'decided_by', decision.decided_by,
          'decided_at', private.utc_text(decision.decided_at)
        )
      )
    ),
    '{}'
  )
  from private.record_decisions_of(p_patient_id, p_sequence) as decision
  join public.record_conflicts as conflict on conflict.id = decision.conflict_id
$$;

comment on function private.record_decision_map(uuid, integer) is
  'The decisions on a patient''s record, or on one of its versions, as the fold takes them: {<conflict id>: {patch, mark}}.';

create or replace function private.fold_record(p_patient_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.fold_notes(private.record_source_notes(p_patient_id), private.record_decision_map(p_patient_id))
$$;

comment on function private.fold_record(uuid) is
  'The cumulative record of a patient, computed from their signed notes, the decisions on its conflicts, and nothing else; writes nothing, reads no clock. See private.fold_notes for the shape.';

create or replace function private.record_conflicts_found(p_patient_id uuid, p_conflicts jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  insert into public.record_conflicts as conflict (id, patient_id, kind, section, field, item_ids, sides)
  select found.id, p_patient_id, found.kind, found.section, found.field, found.item_ids, found.sides
  from jsonb_to_recordset(p_conflicts)
    as found (id uuid, kind text, section text, field text, item_ids jsonb, sides jsonb)
  on conflict (id) do update
  set status = 'open', opened_at = clock_timestamp(), closed_at = null
  where conflict.status <> 'open';

  update public.record_conflicts as conflict
  set
    status = case
      when exists (select from private.record_decisions_of(p_patient_id) as decision where decision.conflict_id = conflict.id)
        then 'decided'
      else 'withdrawn'
    end,
    closed_at = clock_timestamp()
  where conflict.patient_id = p_patient_id and conflict.status = 'open'
    and not exists (select from jsonb_array_elements(p_conflicts) as standing where standing ->> 'id' = conflict.id::text);
end;
$$;

comment on function private.record_conflicts_found(uuid, jsonb) is
  'Brings the conflict ledger in line with the conflicts[] a patient''s record has now: opens what is new or back, closes what is gone.';

-- Definer: the record and its ledger have no other writer, and clients no privilege on them.
create or replace function private.merge_soap_into_cumulative_record(p_patient_id uuid, p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot merge SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes;
  v_code text;
  v_was_merged boolean;
  v_record jsonb;
begin
  -- A note of another patient is as absent as one that does not exist.
  select * into v_note from public.soap_notes where id = p_soap_note_id and patient_id = p_patient_id;
  v_code := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'draft' then 'NOTE_NOT_SIGNED' when 'retracted' then 'NOTE_RETRACTED' end
  );
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  -- The lock first: whether this call merges the note or another did is decided behind it.
  perform from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return private.refuse('PATIENT_NOT_FOUND', c_action || private.error_state('PATIENT_NOT_FOUND'));
  end if;
  -- It may have been retracted while we waited.
  if exists (select from public.soap_notes where id = p_soap_note_id and status = 'retracted') then
    return private.refuse('NOTE_RETRACTED', c_action || private.error_state('NOTE_RETRACTED'));
  end if;
  v_was_merged := exists (select from public.soap_note_merges where soap_note_id = p_soap_note_id);
  v_record := private.read_record(p_patient_id);

  return jsonb_build_object(
    'patientId', p_patient_id,
    'soapNoteId', p_soap_note_id,
    'updatedRecord', v_record,
    'totalVisits', v_record #> '{metadata,total_visits}',
    'changes', (select changes from public.soap_note_merges where soap_note_id = p_soap_note_id),
    'replayed', v_was_merged
  );
end;
$$;

comment on function private.merge_soap_into_cumulative_record(uuid, uuid) is 'Body of public.merge_soap_into_cumulative_record.';

grant execute on function private.merge_soap_into_cumulative_record(uuid, uuid) to authenticated;

create or replace function private.sweep_pending_merges(p_limit integer default 100, p_grace interval default '1 minute') returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_patient record;
  v_patients integer := 0;
begin
  for v_patient in
    select patient_id
    from public.soap_notes
    where status = 'signed' and merged_at is null
    group by patient_id
    having min(signed_at) <= now() - p_grace
    order by min(signed_at), patient_id
  loop
    exit when v_patients >= p_limit;
    -- Somebody who holds the record is merging already, or will leave it to the next sweep.
    perform from public.patient_profiles where user_id = v_patient.patient_id for no key update skip locked;
    continue when not found;
    begin
      if private.merge_pending_notes(v_patient.patient_id) > 0 then
        v_patients := v_patients + 1;
      end if;
    exception
      -- One record that cannot be merged keeps no other waiting; merge_lag shows that it does not get less.
      when others then
        raise warning 'Cannot merge pending SOAP notes of a patient: SQLSTATE %', sqlstate;
    end;
  end loop;
  return v_patients;
end;
$$;

comment on function private.sweep_pending_merges(integer, interval) is
  'Merges signed notes whose merge call never came, for at most p_limit patients, longest waiting first, once they have waited for p_grace: until then the app''s own call has the way. Returns for how many. Safe to run at any time and side by side.';

create or replace function private.record_difference(p_before jsonb, p_after jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  with change as (
    select coalesce(after.section, before.section) as section, coalesce(after.id, before.id) as id,
      before.content as before, after.content as after,
      case when before.id is null then 'added' when after.id is null then 'removed' else 'updated' end as change
    from private.record_content(p_before) as before
    full join private.record_content(p_after) as after on after.section = before.section and after.id = before.id
    where before.content is distinct from after.content
  ),
  conflict as (
    select coalesce(after.conflict, before.conflict) as conflict, after.conflict is not null as is_open
    from jsonb_array_elements(p_before -> 'conflicts') as before (conflict)
    full join jsonb_array_elements(p_after -> 'conflicts') as after (conflict)
      on after.conflict ->> 'id' = before.conflict ->> 'id'
    where before.conflict is null or after.conflict is null
  )
  select jsonb_build_object(
    'items', (
      select coalesce(jsonb_agg(
        jsonb_build_object('section', section, 'id', id, 'change', change, 'before', before, 'after', after)
        order by section collate "C", id collate "C"
      ), '[]')
      from change
    ),
    'conflicts', (
      select jsonb_build_object(
        'opened', coalesce(jsonb_agg(conflict order by conflict ->> 'id' collate "C") filter (where is_open), '[]'),
        'closed', coalesce(jsonb_agg(conflict order by conflict ->> 'id' collate "C") filter (where not is_open), '[]')
      )
      from conflict
    )
  )
$$;

comment on function private.record_difference(jsonb, jsonb) is
  'What tells two records of one patient apart: items[] {section, id, change (added, updated, removed), before, after}, without what every mention moves; conflicts {opened[], closed[]}.';

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
  )
  select coalesce(array_agg(present.id order by present.encounter_at, present.id), '{}')
  from present
  where not exists (select from present as amendment where amendment.amends_note_id = present.id)
$$;

comment on function private.record_notes_at(uuid, integer) is
  'The notes a version of a patient''s record was made from: merged by then, not retracted by then, and not amended by one that was there.';

create or replace function private.record_at(p_patient_id uuid, p_sequence integer) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  -- The version that stands is stored.
  select profile.cumulative_medical_record into v_record
  from public.patient_profiles as profile
  join private.record_events as event on event.patient_id = profile.user_id and event.sequence = p_sequence
  where profile.user_id = p_patient_id
    and event.record_version = profile.cumulative_medical_record #>> '{metadata,record_version}';
  if found then
    return v_record;
  end if;
  return private.fold_notes(
    private.record_notes_at(p_patient_id, p_sequence), private.record_decision_map(p_patient_id, p_sequence)
  );
end;
$$;

comment on function private.record_at(uuid, integer) is
  'A version of a patient''s record, folded again from what it was made of, by the rules of today; 0 is the empty record.';

create or replace function private.record_sequence_at(p_patient_id uuid, p_at timestamptz) returns integer
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(max(sequence), 0) from private.record_events where patient_id = p_patient_id and recorded_at <= p_at
$$;

comment on function private.record_sequence_at(uuid, timestamptz) is
  'The version of a patient''s record that stood at a moment; 0 before the first.';

create or replace function private.record_version_answer(p_patient_id uuid, p_at timestamptz) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'at', private.utc_text(p_at),
    'recordVersion', event.record_version,
    'recordedAt', private.utc_text(event.recorded_at)
  )
  from (values (1)) as always (one)
  left join private.record_events as event
    on event.patient_id = p_patient_id and event.sequence = private.record_sequence_at(p_patient_id, p_at)
$$;

comment on function private.record_version_answer(uuid, timestamptz) is
  'Which version of a record stood at a moment: {at, recordVersion, recordedAt}; the last two null before the first.';

create or replace function private.record_events_between(p_patient_id uuid, p_after integer, p_to integer) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'kind', event.kind,
      'soapNoteId', event.soap_note_id,
      'amendsSoapNoteId', case event.kind when 'merge' then note.amends_note_id end,
      'decisionId', event.decision_id,
      'recordVersion', event.record_version,
      'recordedBy', event.recorded_by,
      'recordedAt', private.utc_text(event.recorded_at)
    )
    order by event.sequence
  ), '[]')
  from private.record_events as event
  left join public.soap_notes as note on note.id = event.soap_note_id
  where event.patient_id = p_patient_id and event.sequence > p_after and event.sequence <= p_to
$$;

comment on function private.record_events_between(uuid, integer, integer) is
  'What made one version of a record into another, in order: [{kind, soapNoteId, amendsSoapNoteId, decisionId, recordVersion, recordedBy, recordedAt}].';

-- Definer: clients do not read the journal, and the record may have to be brought up to date first.
create or replace function private.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot read record as of a time: ';
  v_code text := coalesce(
    private.history_refusal(private.current_caller(), p_patient_id, null),
    case when p_at is null then 'MISSING_PARAMS' end
  );
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  perform private.read_record(p_patient_id);
  return private.record_version_answer(p_patient_id, p_at) || jsonb_build_object(
    'patientId', p_patient_id, 'record', private.record_at(p_patient_id, private.record_sequence_at(p_patient_id, p_at))
  );
end;
$$;

comment on function private.record_as_of(uuid, timestamptz) is 'Body of public.record_as_of.';

grant execute on function private.record_as_of(uuid, timestamptz) to authenticated;

-- Definer: see private.record_as_of().
create or replace function private.record_diff(p_patient_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot compare records: ';
  v_code text := coalesce(
    private.history_refusal(private.current_caller(), p_patient_id, null),
    case
      when p_from is null or p_to is null then 'MISSING_PARAMS'
      when p_from > p_to then 'INVALID_REQUEST'
    end
  );
  v_from integer;
  v_to integer;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'times are in the wrong order'));
  end if;
  perform private.read_record(p_patient_id);
  v_from := private.record_sequence_at(p_patient_id, p_from);
  v_to := private.record_sequence_at(p_patient_id, p_to);
  return jsonb_build_object(
    'patientId', p_patient_id,
    'from', private.record_version_answer(p_patient_id, p_from),
    'to', private.record_version_answer(p_patient_id, p_to),
    'events', private.record_events_between(p_patient_id, v_from, v_to),
    'changes', private.record_difference(private.record_at(p_patient_id, v_from), private.record_at(p_patient_id, v_to))
  );
end;
$$;

comment on function private.record_diff(uuid, timestamptz, timestamptz) is 'Body of public.record_diff.';

grant execute on function private.record_diff(uuid, timestamptz, timestamptz) to authenticated;

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
      select id from public.soap_notes
      where id = p_note.amends_note_id and id = any (private.record_notes_at(v_event.patient_id, v_event.sequence))
    ),
    'recordVersion', v_after #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.retraction_answer(public.soap_notes) is
  'What a retraction answers, the first time and every other: {soapNoteId, patientId, status, retractedAt, reason, restoredSoapNoteId, recordVersion, totalVisits, changes}. restoredSoapNoteId: the note that counts again because what amended it is gone; changes as private.record_difference().';

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
    -- The note it stood in place of counts again, unless that one was retracted too.
    update public.soap_notes set status = 'signed' where id = v_note.amends_note_id and status = 'amended';
    perform private.refold_record(v_note.patient_id, 'retraction', v_note.id);
    if not private.encounter_is_signed(v_note.encounter_id) then
      perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'not_started');
    end if;
  end if;

  return private.retraction_answer(v_note) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.retract_soap_note(uuid, text) is 'Body of public.retract_soap_note.';

grant execute on function private.retract_soap_note(uuid, text) to authenticated;

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
  perform private.write_soap_note(
    v_amendment.id, private.with_note_identity(private.parse_soap_note(p_content), private.note_identity(p_note.meta))
  );
  -- It speaks of the visit the note was about, so it takes that note's place in time.
  v_amendment := private.attest_note(v_amendment.id, p_signed_by, p_note.encounter_at);
  update public.soap_notes set status = 'amended' where id = p_note.id;
  return v_amendment;
end;
$$;

comment on function private.write_amendment(public.soap_notes, jsonb, text, uuid) is
  'Writes and signs the note that takes the place of a signed one. Raises INVALID_REQUEST for content that is no SoapNote.';

create or replace function private.amendment_answer(p_note_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
  v_event private.record_events;
  v_after jsonb;
begin
  select * into v_note from public.soap_notes where id = p_note_id;
  select * into v_event
  from private.record_events
  where patient_id = v_note.patient_id and kind = 'merge' and soap_note_id = p_note_id;
  v_after := private.record_at(v_event.patient_id, v_event.sequence);

  return private.note_answer(v_note) || jsonb_build_object(
    'amendsSoapNoteId', v_note.amends_note_id,
    'patientId', v_note.patient_id,
    'reason', v_note.amendment_reason,
    'recordVersion', v_after #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.amendment_answer(uuid) is
  'What an amendment answers, the first time and every other: private.note_answer() with amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, and changes as private.record_difference().';

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
    v_amendment := private.write_amendment(v_note, p_note, p_reason, v_caller.user_id);
    perform private.merge_pending_notes(v_note.patient_id);
    perform private.settle_idempotency_key(v_caller.user_id, 'amend_soap_note', v_key, v_amendment.id);
  end if;

  return private.amendment_answer(v_amendment.id) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.amend_soap_note(uuid, jsonb, text) is 'Body of public.amend_soap_note.';

grant execute on function private.amend_soap_note(uuid, jsonb, text) to authenticated;

create or replace function private.status_patch(p_status jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_build_object('status', p_status, 'clinical_status', p_status)
$$;

comment on function private.status_patch(jsonb) is 'An allergy''s status, as a decision sets it.';

create or replace function private.regimen_patch(p_value jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if jsonb_typeof(p_value) is distinct from 'object' or p_value = '{}' then
    return null;
  end if;
  if exists (
    select from jsonb_each(p_value)
    where key not in ('dose', 'frequency', 'route') or not private.is_note_text(value)
  ) then
    return null;
  end if;
  return p_value || '{"carried_fields": []}';
end;
$$;

comment on function private.regimen_patch(jsonb) is
  'A regimen as a decision sets it, from {dose?, frequency?, route?}; null when it is none.';

create or replace function private.conflict_patch(p_kind text, p_sides jsonb, p_decision text, p_value jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  -- Of more than two sides no one is the earlier.
  v_earlier jsonb := case jsonb_array_length(p_sides) when 2 then p_sides #> '{0,value}' end;
  v_later jsonb := p_sides #> '{-1,value}';
begin
  return case p_kind || ' ' || p_decision
    when 'lower_allergy_severity accept' then
      jsonb_build_object('severity', v_later, 'severity_source', (p_sides -> -1) - '{item_id,value}'::text[])
    when 'lower_allergy_severity reject' then '{}'
    when 'lower_allergy_severity modify' then
      case when p_value <@ '["mild", "moderate", "severe", "life_threatening", "unknown"]' and jsonb_typeof(p_value) = 'string'
        then jsonb_build_object('severity', p_value, 'severity_source', null) end
    when 'reported_after_refutation accept' then private.status_patch(v_later)
    when 'reported_after_refutation reject' then private.status_patch(v_earlier)
    when 'reported_after_refutation modify' then
      case when p_value <@ '["active", "inactive", "refuted"]' and jsonb_typeof(p_value) = 'string'
        then private.status_patch(p_value) end
    when 'same_day_doses accept' then jsonb_build_object('dose', v_later)
    when 'same_day_doses reject' then case when v_earlier is not null then jsonb_build_object('dose', v_earlier) end
    when 'same_day_doses modify' then
      case when private.is_note_text(p_value) then jsonb_build_object('dose', p_value) end
    when 'incomplete_regimen accept' then '{"carried_fields": []}'
    when 'incomplete_regimen modify' then private.regimen_patch(p_value)
    when 'drug_allergy accept' then '{}'
    when 'none_known_after_recorded reject' then '{}'
    when 'ambiguous_identity reject' then '{}'
  end;
end;
$$;

comment on function private.conflict_patch(text, jsonb, text, jsonb) is
  'What a decision sets on the item it is about; null when this kind of conflict is not decided so, or not by this value. What no decision can say is said by a note: that a drug is stopped, an allergy refuted, a condition is another''s.';

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
    when p_conflict.id is null then 'NOT_FOUND'
    when not private.has_care_relationship(p_caller, p_conflict.patient_id) then 'NOT_FOUND'
    when p_decision is null or p_reason is null or p_reason !~ '\S' then 'MISSING_PARAMS'
    when p_decision = 'modify' and p_value is null then 'MISSING_PARAMS'
    when p_decision <> 'modify' and p_value is not null then 'INVALID_REQUEST'
    when length(p_reason) > 2000 then 'INVALID_REQUEST'
    when private.conflict_patch(p_conflict.kind, p_conflict.sides, p_decision, p_value) is null then 'INVALID_REQUEST'
  end;
end;
$$;

comment on function private.conflict_refusal(private.caller, public.record_conflicts, text, jsonb, text) is
  'Why the caller may not decide a conflict, or not so; null when they may. Every practising provider with the patient in care may.';

create or replace function private.decide_conflict(
  p_conflict public.record_conflicts, p_decision text, p_value jsonb, p_reason text, p_decided_by uuid, p_supersedes uuid
) returns public.record_decisions
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_decision public.record_decisions;
begin
  insert into public.record_decisions (
    patient_id, conflict_id, decision, value, patch, reason, decided_by, decided_at, supersedes
  )
  values (
    p_conflict.patient_id, p_conflict.id, p_decision, p_value,
    private.conflict_patch(p_conflict.kind, p_conflict.sides, p_decision, p_value),
    p_reason, p_decided_by, clock_timestamp(), p_supersedes
  )
  returning * into v_decision;
  perform private.refold_record(p_conflict.patient_id, 'decision', p_decision_id => v_decision.id);
  return v_decision;
end;
$$;

comment on function private.decide_conflict(public.record_conflicts, text, jsonb, text, uuid, uuid) is
  'Writes a decision on a conflict and the record it makes; the patient''s row is locked.';

create or replace function private.decision_answer(p_decision public.record_decisions) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
  v_after jsonb;
begin
  select * into v_event from private.record_events where decision_id = p_decision.id;
  v_after := private.record_at(v_event.patient_id, v_event.sequence);

  return jsonb_build_object(
    'decisionId', p_decision.id,
    'conflictId', p_decision.conflict_id,
    'patientId', p_decision.patient_id,
    'decision', p_decision.decision,
    'value', p_decision.value,
    'reason', p_decision.reason,
    'decidedBy', p_decision.decided_by,
    'decidedAt', private.utc_text(p_decision.decided_at),
    'recordVersion', v_after #> '{metadata,record_version}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.decision_answer(public.record_decisions) is
  'What a decision answers, the first time and every other: {decisionId, conflictId, patientId, decision, value, reason, decidedBy, decidedAt, recordVersion, changes}; changes as private.record_difference().';

-- Definer: clients have no INSERT on decisions, and the record has to be written anew.
create or replace function private.resolve_conflict(
  p_conflict_id uuid, p_decision text, p_value jsonb, p_reason text, p_supersedes uuid
) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot resolve conflict: ';
  v_caller private.caller := private.current_caller();
  v_conflict public.record_conflicts;
  v_last public.record_decisions;
  v_code text;
  v_is_repeat boolean;
begin
  select * into v_conflict from public.record_conflicts where id = p_conflict_id;
  v_code := private.conflict_refusal(v_caller, v_conflict, p_decision, p_value, p_reason);
  if v_code is not null then
    return private.refuse(
      v_code, c_action || coalesce(case v_code when 'NOT_FOUND' then 'conflict not found' end, private.error_state(v_code),
        'this kind of conflict is not decided so')
    );
  end if;

  -- Behind the lock, and with every signed note in the record, the ledger says what is open.
  perform from public.patient_profiles where user_id = v_conflict.patient_id for no key update;
  perform private.merge_pending_notes(v_conflict.patient_id);
  select * into v_conflict from public.record_conflicts where id = p_conflict_id;
  select * into v_last from private.record_decisions_of(v_conflict.patient_id) where conflict_id = p_conflict_id;

  v_is_repeat := coalesce(
    (v_last.decision, v_last.reason, v_last.decided_by) = (p_decision, p_reason, v_caller.user_id)
    and v_last.value is not distinct from p_value,
    false
  );
  if not v_is_repeat then
    if v_conflict.status = 'withdrawn' or v_last.id is distinct from p_supersedes then
      return private.refuse('REVISION_CONFLICT', c_action || 'it was decided or went away since it was read');
    end if;
    v_last := private.decide_conflict(v_conflict, p_decision, p_value, p_reason, v_caller.user_id, p_supersedes);
  end if;
  return private.decision_answer(v_last) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.resolve_conflict(uuid, text, jsonb, text, uuid) is 'Body of public.resolve_conflict.';

grant execute on function private.resolve_conflict(uuid, text, jsonb, text, uuid) to authenticated;

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
  v_record := private.read_record(p_note.patient_id);
  -- The one way to know exactly what a signature would do is to do it, and not to keep it.
  raise exception using errcode = 'PTRBK', message = 'undone on purpose';
exception
  when sqlstate 'PTRBK' then
    return v_record;
end;
$$;

comment on function private.record_if_signed(public.soap_notes, uuid) is
  'The record as the signature of a draft would make it. Nothing is written: signature and merge are undone before this returns.';

-- Definer: clients neither sign nor merge by themselves, and a preview does both and undoes it.
create or replace function private.merge_preview(p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot preview merge: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
  v_event private.record_events;
  v_before jsonb;
  v_after jsonb;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  v_before := private.read_record(v_note.patient_id);
  if v_note.status = 'draft' then
    v_after := private.record_if_signed(v_note, v_caller.user_id);
  else
    select * into v_event
    from private.record_events
    where patient_id = v_note.patient_id and kind = 'merge' and soap_note_id = v_note.id;
    v_before := private.record_at(v_event.patient_id, v_event.sequence - 1);
    v_after := private.record_at(v_event.patient_id, v_event.sequence);
  end if;
  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'patientId', v_note.patient_id,
    'status', v_note.status,
    'recordVersion', v_before #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(v_before, v_after)
  );
end;
$$;

comment on function private.merge_preview(uuid) is 'Body of public.merge_preview.';

grant execute on function private.merge_preview(uuid) to authenticated;

create or replace function public.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text default null) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.sign_soap_note(p_soap_note_id, p_content_sha256)
$$;

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision, changesSinceSnapshot}, again when repeated; changesSinceSnapshot tells what became known of the patient since the snapshot the note was written on, null when nothing did. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, REVISION_CONFLICT.';

grant execute on function public.sign_soap_note(uuid, text) to authenticated;

create or replace function public.retract_soap_note(p_soap_note_id uuid, p_reason text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.retract_soap_note(p_soap_note_id, p_reason)
$$;

comment on function public.retract_soap_note(uuid, text) is
  'Retracts a signed note, as the provider who signed it: the record becomes one in which it never was, and the note stays readable to its provider with the reason. Answers {soapNoteId, patientId, status, retractedAt, reason, restoredSoapNoteId, recordVersion, totalVisits, changes, replayed}; a repeat answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, MISSING_PARAMS, INVALID_REQUEST.';

grant execute on function public.retract_soap_note(uuid, text) to authenticated;

create or replace function public.amend_soap_note(p_soap_note_id uuid, p_note jsonb, p_reason text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.amend_soap_note(p_soap_note_id, p_note, p_reason)
$$;

comment on function public.amend_soap_note(uuid, jsonb, text) is
  'Signs p_note, a whole SoapNote, in the place of a signed note, as the provider who signed that one; the record is written anew and both notes stay readable. Answers {soapNoteId, status, signedAt, contentSha256, revision, amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, changes, replayed}; the same call again answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, NOTE_RETRACTED, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT (another amendment stands: amend that one).';

grant execute on function public.amend_soap_note(uuid, jsonb, text) to authenticated;

create or replace function public.resolve_conflict(
  p_conflict_id uuid,
  p_decision text,
  p_value jsonb default null,
  p_reason text default null,
  p_supersedes uuid default null
) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.resolve_conflict(p_conflict_id, p_decision, p_value, p_reason, p_supersedes)
$$;

comment on function public.resolve_conflict(uuid, text, jsonb, text, uuid) is
  'Decides a conflict of a record, as a provider who has the patient in care: accept (the later side is right), reject (it is not) or modify (p_value is), always for a reason; p_supersedes names the decision it takes the place of, when there is one. Answers {decisionId, conflictId, patientId, decision, value, reason, decidedBy, decidedAt, recordVersion, changes, replayed}; the same decision again answers the same with replayed true. The decision holds until a side of the conflict changes. Refuses: FORBIDDEN, NOT_FOUND, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT.';

grant execute on function public.resolve_conflict(uuid, text, jsonb, text, uuid) to authenticated;

create or replace function public.merge_preview(p_soap_note_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.merge_preview(p_soap_note_id)
$$;

comment on function public.merge_preview(uuid) is
  'What the signature of a draft would change in the record, as its provider, without signing: {soapNoteId, patientId, status, recordVersion (the record it was compared with), totalVisits, changes {items[], conflicts {opened[], closed[]}}}. Of a signed note, what its merge changed. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED.';

grant execute on function public.merge_preview(uuid) to authenticated;

create or replace function public.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.record_as_of(p_patient_id, p_at)
$$;

comment on function public.record_as_of(uuid, timestamptz) is
  'The cumulative record as it was known at a moment, for the patient and for providers who have the patient in care: what was merged by then, not retracted by then, decided by then, whatever the time it speaks of. Answers {patientId, at, recordVersion, recordedAt, record}; record is folded by the rules of today, so its own version differs from recordVersion where they changed. Refuses: MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.record_as_of(uuid, timestamptz) to authenticated;

create or replace function public.record_diff(p_patient_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.record_diff(p_patient_id, p_from, p_to)
$$;

comment on function public.record_diff(uuid, timestamptz, timestamptz) is
  'What became known of a patient between two moments, for the patient and for providers who have the patient in care. Answers {patientId, from, to, events[], changes}: the versions that stood, the merges, retractions, decisions and rebuilds between them, and what that changed {items[], conflicts}. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_from after p_to), FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.record_diff(uuid, timestamptz, timestamptz) to authenticated;

create trigger mark_note_merged after insert on public.soap_note_merges
  for each row execute function private.mark_note_merged();

create trigger keep_allergies before update of cumulative_medical_record on public.patient_profiles
  for each row
  when (
    jsonb_array_length(new.cumulative_medical_record -> 'allergies')
      < jsonb_array_length(old.cumulative_medical_record -> 'allergies')
    and new.cumulative_medical_record #> '{metadata,rules_version}' = old.cumulative_medical_record #> '{metadata,rules_version}'
  )
  execute function private.keep_allergies();

create constraint trigger keep_record_in_step after update of status on public.soap_notes
  deferrable initially deferred
  for each row when (old.status <> 'draft' and new.status <> old.status)
  execute function private.keep_record_in_step();

create trigger refuse_change before update or delete on private.record_events
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on private.record_events
  for each statement execute function private.refuse_change();

create trigger keep_conflict before update or delete on public.record_conflicts
  for each row execute function private.keep_conflict();

create trigger refuse_truncate before truncate on public.record_conflicts
  for each statement execute function private.refuse_change();

create trigger refuse_change before update or delete on public.record_decisions
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.record_decisions
  for each statement execute function private.refuse_change();

-- What the database holds already: every merge is a version of its patient's record, in the order it was written.
update public.soap_notes as note set merged_at = merges.merged_at
from public.soap_note_merges as merges
where merges.soap_note_id = note.id and note.status = 'signed';

insert into private.record_events (patient_id, sequence, kind, soap_note_id, record_version, recorded_by, recorded_at)
select merges.patient_id,
  row_number() over (partition by merges.patient_id order by merges.merged_at, note.encounter_at, note.id),
  'merge', merges.soap_note_id, merges.record_version, merges.merged_by,
  merges.merged_at + interval '1 microsecond' * row_number() over (
    partition by merges.patient_id, merges.merged_at order by note.encounter_at, note.id
  )
from public.soap_note_merges as merges
join public.soap_notes as note on note.id = merges.soap_note_id;

insert into public.record_conflicts (id, patient_id, kind, section, field, item_ids, sides)
select found.id, profile.user_id, found.kind, found.section, found.field, found.item_ids, found.sides
from public.patient_profiles as profile
cross join lateral jsonb_to_recordset(profile.cumulative_medical_record -> 'conflicts')
  as found (id uuid, kind text, section text, field text, item_ids jsonb, sides jsonb);

-- pg_cron is an extension of the platform; a database without it loads all the same, and is swept by whoever runs it.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron with schema pg_catalog;
    perform cron.schedule('sweep-pending-merges', '* * * * *', 'select private.sweep_pending_merges()');
  end if;
exception
  -- Present on the server but not for this database: pg_cron serves one database, only when it is preloaded, and each
  -- of its refusals has another SQLSTATE. The schema does not depend on it.
  when others then
    raise warning 'Cannot schedule the sweep of pending merges: SQLSTATE %', sqlstate;
end;
$$;
