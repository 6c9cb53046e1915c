-- Care relationships become rows that bookings keep, administrators of a facility see who and when, and a provider may
-- break the glass in an emergency.
set check_function_bodies = off;

create function private.role_refusal(p_caller private.caller) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_caller.refusal is not null then p_caller.refusal
    when not p_caller.is_patient and not p_caller.is_provider then 'FORBIDDEN'
  end
$$;

comment on function private.role_refusal(private.caller) is
  'Why the caller takes no part in care at all, whatever they name: not accepted, or neither patient nor provider; null for everybody else.';

create function private.settle_care_relationship(p_provider_id uuid, p_patient_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_ended_at timestamptz;
  v_state text;
begin
  insert into private.care_relationships (provider_id, patient_id, state)
  values (p_provider_id, p_patient_id, 'cancelled')
  on conflict do nothing;
  -- Locked before the bookings are counted, so that two changes at once take turns and the later one sees both.
  select ended_at into v_ended_at
  from private.care_relationships
  where provider_id = p_provider_id and patient_id = p_patient_id
  for no key update;

  v_state := case
    when exists (
      select from public.appointments
      where provider_id = p_provider_id and patient_id = p_patient_id and status <> 'cancelled'
        and created_at > coalesce(v_ended_at, '-infinity')
    ) then 'live'
    when v_ended_at is not null then 'ended'
    else 'cancelled'
  end;
  update private.care_relationships
  set state = v_state, ended_at = case v_state when 'ended' then v_ended_at end, updated_at = now()
  where provider_id = p_provider_id and patient_id = p_patient_id and state <> v_state;
end;
$$;

comment on function private.settle_care_relationship(uuid, uuid) is
  'Brings one care relationship in line with its bookings: live while one stands that was made after the clinic last ended it.';

-- Definer: whoever books needs no privilege on what follows from a booking.
create function private.keep_care_relationship() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- One more booking of a live relationship changes nothing, and a share lock keeps it live until it is committed:
  -- booking never waits for those who are seeing the patient.
  if tg_op = 'INSERT' and new.status <> 'cancelled' then
    perform from private.care_relationships
    where provider_id = new.provider_id and patient_id = new.patient_id and state = 'live'
    for share;
    if found then
      return null;
    end if;
  end if;
  if tg_op <> 'INSERT' then
    perform private.settle_care_relationship(old.provider_id, old.patient_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and (new.provider_id, new.patient_id) <> (old.provider_id, old.patient_id)) then
    perform private.settle_care_relationship(new.provider_id, new.patient_id);
  end if;
  return null;
end;
$$;

comment on function private.keep_care_relationship() is
  'Trigger: a booking that is made, changed or removed settles the care relationships it bears on.';

create function private.end_care_relationship(p_provider_id uuid, p_patient_id uuid) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  update private.care_relationships
  set state = 'ended', ended_at = now(), updated_at = now()
  where provider_id = p_provider_id and patient_id = p_patient_id and state <> 'ended'
$$;

comment on function private.end_care_relationship(uuid, uuid) is
  'Ends a care relationship at once, as the clinic: the bookings stay as they are, the provider sees the patient no more. For the owner of the schema alone.';

-- Definer: a policy that read public.administrator_profiles under RLS would need itself.
create function private.administered_facility() returns text
language sql
stable
security definer
set search_path = ''
as $$
  select facility_name
  from public.administrator_profiles
  where user_id = private.current_user_id() and approved_at is not null and suspended_at is null
$$;

comment on function private.administered_facility() is
  'The facility the caller administers; null for everybody else, and while not approved or suspended.';

grant execute on function private.administered_facility() to authenticated;

-- Definer: policies of the tables it reads call it.
create function private.people_of_administered_facility() returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_facility_name text := private.administered_facility();
begin
  if v_facility_name is not null then
    return query
      select providers.user_id
      from public.medical_provider_profiles as providers
      where providers.facility_name = v_facility_name
      union
      select unnest(array[appointments.patient_id, appointments.provider_id])
      from public.appointments
      where appointments.facility_name = v_facility_name;
  end if;
end;
$$;

comment on function private.people_of_administered_facility() is
  'Providers of the facility the caller administers, and everybody who ever had a booking there.';

grant execute on function private.people_of_administered_facility() to authenticated;

create function private.emergency_access_duration() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '4 hours'
$$;

comment on function private.emergency_access_duration() is 'How long an emergency access lasts once opened.';

create function private.use_emergency_access(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- Counted where it is checked: there is no use that leaves no trace, and a revocation waits for us or us for it.
  update public.emergency_accesses
  set reads = reads + 1, last_read_at = now()
  where provider_id = p_caller.user_id and patient_id = p_patient_id
    and revoked_at is null and expires_at > now();
  return found;
end;
$$;

comment on function private.use_emergency_access(private.caller, uuid) is
  'Whether the caller is a practising provider who opened an emergency access to this patient that is neither over nor revoked; counts the use.';

create table public.administrator_profiles (
  user_id uuid primary key references public.users (id) on delete restrict,
  facility_name text not null check (btrim(facility_name) <> '' and length(facility_name) <= 200),
  approved_at timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.administrator_profiles is 'One row per administrator of a facility, kept by the clinic. Administrators see people, bookings and emergency accesses of their facility, never a note or a record.';
comment on column public.administrator_profiles.facility_name is 'The facility as appointments and provider profiles write it.';

create table public.emergency_accesses (
  id uuid primary key default gen_random_uuid(),
  provider_id uuid not null references public.medical_provider_profiles (user_id) on delete restrict,
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  reason text not null check (length(btrim(reason)) between 10 and 1000),
  facility_name text,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > opened_at),
  revoked_at timestamptz,
  revoked_by uuid references public.users (id) on delete restrict,
  reads integer not null default 0 check (reads >= 0),
  last_read_at timestamptz,
  check ((revoked_at is null) = (revoked_by is null)),
  check ((reads = 0) = (last_read_at is null))
);

create index emergency_accesses_provider_id_idx on public.emergency_accesses (provider_id, patient_id);
create index emergency_accesses_patient_id_idx on public.emergency_accesses (patient_id);
create index emergency_accesses_facility_name_idx on public.emergency_accesses (facility_name);
create index emergency_accesses_revoked_by_idx on public.emergency_accesses (revoked_by);

comment on table public.emergency_accesses is 'Break-glass: a provider without a care relationship who read a patient''s history in an emergency. Opened for a time, with a reason; listed for the patient and the administrators; never deleted.';
comment on column public.emergency_accesses.reason is 'Why, in the provider''s words; the patient reads it.';
comment on column public.emergency_accesses.facility_name is 'The provider''s facility when it was opened.';
comment on column public.emergency_accesses.reads is 'How many requests rested on it.';

create table private.care_relationships (
  provider_id uuid not null references public.medical_provider_profiles (user_id) on delete restrict,
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  state text not null check (state in ('live', 'ended', 'cancelled')),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (provider_id, patient_id),
  check ((state = 'ended') = (ended_at is not null))
);

create index care_relationships_patient_id_idx on private.care_relationships (patient_id);

alter table private.care_relationships enable row level security;

comment on table private.care_relationships is 'Who has whom in care, kept from the bookings by trigger: live while a booking stands, cancelled when none does, ended when the clinic said so.';
comment on column private.care_relationships.ended_at is 'When the clinic ended it by private.end_care_relationship; only a booking made later opens it again.';

create index appointments_facility_name_idx on public.appointments (facility_name);
create index medical_provider_profiles_facility_name_idx on public.medical_provider_profiles (facility_name);
comment on table public.appointments is 'Bookings, kept by the clinic''s booking system. A booking that was not cancelled is what gives a provider a care relationship (private.care_relationships).';

create trigger keep_care_relationship after insert or delete or update of provider_id, patient_id, status
  on public.appointments
  for each row execute function private.keep_care_relationship();

-- The bookings made so far, after the trigger and before anybody rests on the rows: none is missed, nobody is refused.
select private.settle_care_relationship(provider_id, patient_id)
from (select distinct provider_id, patient_id from public.appointments) as bookings;

create or replace function private.has_care_relationship(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- The share lock makes an end wait for us or us for it: nothing is written after a relationship ended.
  perform from private.care_relationships
  where provider_id = p_caller.user_id and patient_id = p_patient_id and state = 'live'
  for share;
  return found;
end;
$$;

comment on function private.has_care_relationship(private.caller, uuid) is
  'Whether the caller is a practising provider with a live care relationship to this patient, kept true until the transaction ends.';

-- Definer: clients do not reach private.care_relationships.
create or replace function private.patients_in_care() returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_caller private.caller := private.current_caller();
begin
  if v_caller.may_practise then
    return query
      select relationships.patient_id
      from private.care_relationships as relationships
      where relationships.provider_id = v_caller.user_id and relationships.state = 'live';
  end if;
end;
$$;

comment on function private.patients_in_care() is
  'Patients the caller has a live care relationship with. A set, so that a policy computes it once per statement.';

grant execute on function private.patients_in_care() to authenticated;

alter table public.administrator_profiles enable row level security;
alter table public.administrator_profiles force row level security;

grant select on public.administrator_profiles to authenticated;

create policy administrator_profiles_firebase_project on public.administrator_profiles as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy administrator_profiles_firebase_project on public.administrator_profiles is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy administrator_profiles_select on public.administrator_profiles for select to authenticated
  using (user_id = (select private.current_user_id()));
comment on policy administrator_profiles_select on public.administrator_profiles is 'Oneself.';

alter table public.emergency_accesses enable row level security;
alter table public.emergency_accesses force row level security;

grant select on public.emergency_accesses to authenticated;

create policy emergency_accesses_firebase_project on public.emergency_accesses as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy emergency_accesses_firebase_project on public.emergency_accesses is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy emergency_accesses_select on public.emergency_accesses for select to authenticated
  using (
    patient_id = (select private.current_user_id())
    or provider_id = (select private.current_user_id())
    or facility_name = (select private.administered_facility())
    or patient_id in (select private.people_of_administered_facility())
  );
comment on policy emergency_accesses_select on public.emergency_accesses is 'The patient; the provider who opened it; administrators of the provider''s facility, and of those where the patient is known.';

alter policy appointments_select on public.appointments
  using (
    patient_id = (select private.current_user_id())
    or (provider_id = (select private.current_user_id()) and patient_id in (select private.patients_in_care()))
    or facility_name = (select private.administered_facility())
  );
comment on policy appointments_select on public.appointments is 'The patient; the provider while the patient is in care; administrators those of their facility.';

alter policy users_select on public.users
  using (
    id = (select private.current_user_id())
    or id in (select private.patients_in_care())
    or id in (select private.people_of_administered_facility())
  );
comment on policy users_select on public.users is 'Oneself; a provider also the patients in care; an administrator the people of the facility.';

-- A provider who could rename the facility could step out of its administrators' sight.
revoke update (facility_name) on public.medical_provider_profiles from authenticated;
comment on policy medical_provider_profiles_update on public.medical_provider_profiles is 'The provider, in the columns granted; licence, specialty, facility and approval are the clinic''s.';

create or replace function private.history_refusal(p_caller private.caller, p_patient_id uuid, p_appointment_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_is_self boolean := p_caller.is_patient and p_caller.user_id = p_patient_id;
  v_appointment public.appointments;
begin
  if p_caller.refusal is not null then
    return p_caller.refusal;
  end if;
  if v_is_self is not true then
    if p_caller.is_provider and not p_caller.may_practise then
      return 'FORBIDDEN';
    end if;
    if not private.has_care_relationship(p_caller, p_patient_id)
      and not private.use_emergency_access(p_caller, p_patient_id) then
      return 'PATIENT_NOT_FOUND';
    end if;
  end if;
  if p_appointment_id is null then
    return null;
  end if;

  select * into v_appointment
  from public.appointments
  where id = p_appointment_id
    and (
      patient_id = p_caller.user_id
      or (provider_id = p_caller.user_id and private.has_care_relationship(p_caller, patient_id))
    );
  return case
    when v_appointment.id is null then 'APPOINTMENT_NOT_FOUND'
    when v_appointment.patient_id <> p_patient_id then 'INVALID_REQUEST'
  end;
end;
$$;

comment on function private.history_refusal(private.caller, uuid, uuid) is
  'Why the caller may not read this patient''s history, or not together with this appointment; null when they may. INVALID_REQUEST: the appointment is theirs to see but another patient''s.';

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
  select * into v_draft from public.soap_drafts where id = v_claim.result_id and state <> 'failed';
  if found then
    return private.soap_draft_answer(v_draft, v_encounter);
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

-- Definer: clients have no UPDATE on drafts and no INSERT on notes.
create or replace function private.complete_soap_draft(p_draft_id uuid, p_note jsonb) returns jsonb
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
  v_note_id uuid;
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

  if v_draft.state = 'drafting' then
    update public.soap_drafts
    set
      state = 'draft_ready',
      draft = private.with_note_identity(
        private.parse_soap_note(p_note), private.draft_identity(v_draft, v_encounter.appointment_id)
      ),
      completed_at = now()
    where id = v_draft.id
    returning * into v_draft;
    perform private.note_from_draft(v_draft, v_encounter);
    perform private.advance_encounter(v_encounter.id, 'soap_ready', 'draft_ready');
  end if;

  select id into v_note_id from public.soap_notes where encounter_id = v_encounter.id and status = 'draft';
  return jsonb_build_object(
    'draft_id', v_draft.id,
    'revision', v_draft.revision,
    'soap_status', v_draft.state,
    'soap_draft', v_draft.draft,
    'soap_note_id', v_note_id,
    'soap_note', private.read_soap_note(v_note_id)
  );
end;
$$;

comment on function private.complete_soap_draft(uuid, jsonb) is 'Body of public.complete_soap_draft.';

grant execute on function private.complete_soap_draft(uuid, jsonb) to authenticated;

create function private.emergency_access_answer(p_access public.emergency_accesses, p_replayed boolean) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'emergencyAccessId', p_access.id,
    'patientId', p_access.patient_id,
    'openedAt', private.utc_text(p_access.opened_at),
    'expiresAt', private.utc_text(p_access.expires_at),
    'revokedAt', private.utc_text(p_access.revoked_at),
    'replayed', p_replayed
  )
$$;

comment on function private.emergency_access_answer(public.emergency_accesses, boolean) is
  'An emergency access as the RPCs answer it: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}.';

create function private.may_revoke_emergency_access(p_caller private.caller, p_access public.emergency_accesses) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select p_caller.user_id in (p_access.patient_id, p_access.provider_id)
    or p_access.facility_name = private.administered_facility()
    or p_access.patient_id in (select private.people_of_administered_facility())
$$;

comment on function private.may_revoke_emergency_access(private.caller, public.emergency_accesses) is
  'Whether the caller sees this emergency access: whoever sees it may end it. Null where there is none.';

-- Definer: clients have no INSERT on emergency accesses.
create function private.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
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
  if length(p_reason) > 1000 or length(regexp_replace(p_reason, '[^[:alnum:]]', '', 'g')) < 10 then
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

grant execute on function private.open_emergency_access(uuid, text) to authenticated;

-- Definer: clients have no UPDATE on emergency accesses; who may revoke is decided here.
create function private.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot revoke emergency access: ';
  v_caller private.caller := private.current_caller();
  v_access public.emergency_accesses;
  v_replayed boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;

  select * into v_access from public.emergency_accesses where id = p_emergency_access_id for update;
  if private.may_revoke_emergency_access(v_caller, v_access) is not true then
    return private.refuse('NOT_FOUND', c_action || 'emergency access not found');
  end if;

  v_replayed := v_access.revoked_at is not null;
  if not v_replayed then
    update public.emergency_accesses
    set revoked_at = now(), revoked_by = v_caller.user_id
    where id = v_access.id
    returning * into v_access;
    raise log 'emergency access revoked: %', v_access.id;
  end if;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.revoke_emergency_access(uuid) is 'Body of public.revoke_emergency_access.';

grant execute on function private.revoke_emergency_access(uuid) to authenticated;

create function private.keep_emergency_access() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.provider_id, new.patient_id, new.reason, new.facility_name, new.opened_at, new.expires_at)
      is distinct from (old.id, old.provider_id, old.patient_id, old.reason, old.facility_name, old.opened_at, old.expires_at)
    or (old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by))
    or new.reads < old.reads then
    raise exception 'Cannot % emergency_accesses: what was opened stays on record', lower(tg_op) using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_emergency_access() is
  'Trigger: of an emergency access only its uses and its one revocation are ever written after it was opened, whoever asks.';

create function public.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.open_emergency_access(p_patient_id, p_reason)
$$;

comment on function public.open_emergency_access(uuid, text) is
  'Break-glass: opens a patient''s history to a practising provider without a care relationship, for four hours, on record: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}; the one that is open where there is one. p_reason: 10 to 1000 characters, which the patient reads. Refuses: FORBIDDEN, MISSING_PARAMS, INVALID_REQUEST, PATIENT_NOT_FOUND.';

grant execute on function public.open_emergency_access(uuid, text) to authenticated;

create function public.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_emergency_access(p_emergency_access_id)
$$;

comment on function public.revoke_emergency_access(uuid) is
  'Ends an emergency access at once, as its patient, its provider or an administrator who sees it: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Refuses: NOT_FOUND.';

grant execute on function public.revoke_emergency_access(uuid) to authenticated;

create trigger set_updated_at before update on public.administrator_profiles
  for each row execute function private.set_updated_at();

create trigger keep_emergency_access before update or delete on public.emergency_accesses
  for each row execute function private.keep_emergency_access();

create trigger refuse_truncate before truncate on public.emergency_accesses
  for each statement execute function private.refuse_change();
