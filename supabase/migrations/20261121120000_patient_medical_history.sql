-- Made from supabase/schemas by scripts/write-migration.ts: change the schema file, then run it again.

-- supabase/schemas/10_private/private.sql
-- Functions call each other in no particular order; the tests run every one of them.
set check_function_bodies = off;

create schema private;

comment on schema private is 'What clients never reach by name: helpers, bodies of RPCs, tables of the machinery. Not exposed by the Data API.';

-- Policies and RPC wrappers run as the caller, who needs to look up the few functions granted one by one.
grant usage on schema private to authenticated;

-- PostgreSQL lets PUBLIC execute every new function, and older Supabase projects grant new objects in public to the
-- API roles. Here nothing is reachable without a grant written beside it.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

-- supabase/schemas/10_private/private.caller.sql
create type private.caller as (
  user_id uuid,
  is_patient boolean,
  is_provider boolean,
  may_practise boolean,
  refusal text
);

comment on type private.caller is
  'Who is calling. refusal is null for a person we know and accept, else the error code; may_practise: an approved provider who is not suspended.';

-- supabase/schemas/10_private/private.current_caller.sql
-- Definer: identity is decided from rows the caller may not read, before any row of theirs is known.
create function private.current_caller() returns private.caller
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_claims jsonb := private.token_claims();
  v_user record;
  v_caller private.caller;
begin
  if not private.token_is_ours() or jsonb_typeof(v_claims -> 'sub') is distinct from 'string' then
    v_caller.refusal := 'INVALID_FIREBASE_TOKEN';
    return v_caller;
  end if;

  if v_claims -> 'role' is distinct from '"authenticated"'::jsonb then
    v_caller.refusal := 'ROLE_CLAIM_MISSING';
    return v_caller;
  end if;

  select users.id, users.disabled_at, users.tokens_valid_after,
    patients.user_id is not null as is_patient,
    providers.user_id is not null as is_provider,
    providers.approved_at is not null and providers.suspended_at is null as may_practise
  into v_user
  from public.users as users
  left join public.patient_profiles as patients on patients.user_id = users.id
  left join public.medical_provider_profiles as providers on providers.user_id = users.id
  where users.firebase_uid = v_claims ->> 'sub';

  v_caller.refusal := case
    when v_user.id is null then 'USER_NOT_PROVISIONED'
    when v_user.disabled_at is not null then 'USER_DISABLED'
    when private.token_is_revoked(v_claims, v_user.tokens_valid_after) then 'TOKEN_REVOKED'
  end;
  if v_caller.refusal is null then
    v_caller.user_id := v_user.id;
    v_caller.is_patient := v_user.is_patient;
    v_caller.is_provider := v_user.is_provider;
    v_caller.may_practise := v_user.may_practise;
  end if;
  return v_caller;
end;
$$;

comment on function private.current_caller() is
  'Who is calling, from the Firebase uid in sub and nothing else: an accepted person, or the code to refuse with (INVALID_FIREBASE_TOKEN, ROLE_CLAIM_MISSING, USER_NOT_PROVISIONED, USER_DISABLED, TOKEN_REVOKED).';

-- supabase/schemas/10_private/private.current_user_id.sql
-- Definer: see private.current_caller().
create function private.current_user_id() returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select (private.current_caller()).user_id
$$;

comment on function private.current_user_id() is
  'users.id of an accepted caller, else null: wrong project, wrong role claim, unknown, disabled or revoked. Never auth.uid(), since a Firebase uid is no UUID.';

grant execute on function private.current_user_id() to authenticated;

-- supabase/schemas/10_private/private.has_care_relationship.sql
create function private.has_care_relationship(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- The share lock makes a cancellation wait for us or us for it: nothing is written after a relationship ended.
  perform from public.appointments
  where provider_id = p_caller.user_id and patient_id = p_patient_id and status <> 'cancelled'
  order by id
  for share;
  return found;
end;
$$;

comment on function private.has_care_relationship(private.caller, uuid) is
  'Whether the caller is a practising provider with a booking of this patient that was not cancelled, kept true until the transaction ends.';

-- supabase/schemas/10_private/private.http_status.sql
create function private.http_status(p_code text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_code
    when 'INVALID_REQUEST' then 400
    when 'MISSING_PARAMS' then 400
    when 'INVALID_FIREBASE_TOKEN' then 401
    when 'TOKEN_REVOKED' then 401
    when 'ROLE_CLAIM_MISSING' then 403
    when 'USER_NOT_PROVISIONED' then 403
    when 'USER_DISABLED' then 403
    when 'FORBIDDEN' then 403
    when 'SESSION_NOT_FOUND' then 404
    when 'APPOINTMENT_NOT_FOUND' then 404
    when 'PATIENT_NOT_FOUND' then 404
    when 'SNAPSHOT_NOT_FOUND' then 404
    when 'NOT_FOUND' then 404
    when 'NOTE_NOT_SIGNED' then 409
    when 'NOTE_RETRACTED' then 409
    when 'DRAFT_LOCKED' then 409
    when 'REVISION_CONFLICT' then 409
    when 'REVIEW_INCOMPLETE' then 409
    when 'PAYLOAD_TOO_LARGE' then 413
    when 'IDEMPOTENCY_KEY_REUSED' then 422
    when 'TRANSCRIPT_EMPTY' then 422
    when 'RATE_LIMITED' then 429
    when 'LLM_BUDGET_EXHAUSTED' then 429
    else 500
  end
$$;

comment on function private.http_status(text) is 'HTTP status of an error code; a code that is not in the table is our own fault: 500.';

-- supabase/schemas/10_private/private.patients_in_care.sql
-- Definer: a policy that read public.appointments under RLS would need itself.
create function private.patients_in_care() returns setof uuid
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
      select distinct appointments.patient_id
      from public.appointments
      where appointments.provider_id = v_caller.user_id and appointments.status <> 'cancelled';
  end if;
end;
$$;

comment on function private.patients_in_care() is
  'Patients the caller has a live care relationship with: a booking that was not cancelled. A set, so that a policy computes it once per statement.';

grant execute on function private.patients_in_care() to authenticated;

-- supabase/schemas/10_private/private.refuse.sql
create function private.refuse(p_code text, p_sentence text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_status text := private.http_status(p_code)::text;
begin
  -- PostgREST answers with this status: https://docs.postgrest.org/en/stable/references/transactions.html#response-status-code
  perform pg_catalog.set_config('response.status', v_status, true);
  return jsonb_build_object('code', 'PT' || v_status, 'message', p_sentence, 'hint', p_code, 'details', null);
end;
$$;

comment on function private.refuse(text, text) is
  'Answer of an RPC that refuses before it wrote anything: the body and status PostgREST would make of an error, without undoing what was recorded about the attempt. Clients read hint.';

-- supabase/schemas/10_private/private.reject.sql
create function private.reject(p_code text, p_sentence text) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || private.http_status(p_code),
    message = p_sentence,
    hint = p_code;
end;
$$;

comment on function private.reject(text, text) is
  'Refuses where work must be undone: raises PTnnn, which PostgREST turns into HTTP status nnn, with the code as hint.';

-- supabase/schemas/10_private/private.token_claims.sql
create function private.token_claims() returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  -- Not auth.jwt(), which raises on text that is not JSON: a policy must answer "nobody", never an error.
  select case
    when not pg_catalog.pg_input_is_valid(claims, 'jsonb') then '{}'
    when jsonb_typeof(claims::jsonb) = 'object' then claims::jsonb
    else '{}'
  end
  from (select coalesce(current_setting('request.jwt.claims', true), '') as claims) as setting
$$;

comment on function private.token_claims() is
  'Claims of the token the Data API verified for this request; {} when there are none or they are not a JSON object.';

-- supabase/schemas/10_private/private.token_is_ours.sql
-- Definer: the caller may not read private.firebase_project.
create function private.token_is_ours() returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_claims jsonb := private.token_claims();
begin
  return exists (
    select from private.firebase_project as project
    where v_claims -> 'iss' = to_jsonb('https://securetoken.google.com/' || project.project_id)
      and v_claims -> 'aud' = to_jsonb(project.project_id)
  );
end;
$$;

comment on function private.token_is_ours() is
  'Whether iss and aud name our own Firebase project: Google signs the tokens of all projects with the same keys.';

grant execute on function private.token_is_ours() to authenticated;

-- supabase/schemas/10_private/private.token_is_revoked.sql
create function private.token_is_revoked(p_claims jsonb, p_tokens_valid_after timestamptz) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  -- Compared as numeric: auth_time is the caller's, and to_timestamp() raises on absurd numbers.
  select p_tokens_valid_after is not null
    and case jsonb_typeof(p_claims -> 'auth_time')
      when 'number' then (p_claims ->> 'auth_time')::numeric < extract(epoch from p_tokens_valid_after)
      else true
    end
$$;

comment on function private.token_is_revoked(jsonb, timestamptz) is
  'Whether the sign-in behind a token is older than the moment from which the person''s sign-ins count; unknown counts as older.';

-- supabase/schemas/20_tables/public.users.sql
create table public.users (
  id uuid primary key default gen_random_uuid(),
  firebase_uid text not null unique check (length(firebase_uid) between 1 and 128),
  first_name text,
  last_name text,
  email text,
  phone text,
  profile_image_url text,
  date_of_birth date,
  gender text,
  sex_at_birth text check (sex_at_birth in ('male', 'female', 'other', 'unknown')),
  disabled_at timestamptz,
  tokens_valid_after timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.users is 'People: patients and providers alike. Identity comes from firebase_uid, never from e-mail.';
comment on column public.users.firebase_uid is 'Firebase Auth uid, the sub claim of the ID token; text, never a UUID.';
comment on column public.users.sex_at_birth is 'FHIR AdministrativeGender code.';
comment on column public.users.disabled_at is 'Since when this person is locked out; a valid token does not help.';
comment on column public.users.tokens_valid_after is 'Tokens with an earlier auth_time are revoked.';

-- supabase/schemas/20_tables/public.patient_profiles.sql
create table public.patient_profiles (
  user_id uuid primary key references public.users (id) on delete restrict,
  patient_number text unique,
  blood_type text check (blood_type in ('A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')),
  address text,
  emergency_contact_name text,
  emergency_contact_phone text,
  emergency_contact_relationship text,
  cumulative_medical_record jsonb not null default '{}' check (jsonb_typeof(cumulative_medical_record) = 'object'),
  medical_record_last_updated_at timestamptz,
  medical_record_last_soap_note_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.patient_profiles is 'One row per patient: contact details, and the cumulative record as the fold wrote it.';
comment on column public.patient_profiles.cumulative_medical_record is 'Projection of the patient''s signed SOAP notes, written by private.fold_record only.';
comment on column public.patient_profiles.medical_record_last_soap_note_id is 'The note whose merge wrote the record last.';

-- supabase/schemas/20_tables/public.medical_provider_profiles.sql
create table public.medical_provider_profiles (
  user_id uuid primary key references public.users (id) on delete restrict,
  display_name text not null,
  specialty text,
  facility_name text,
  license_number text,
  approved_at timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.medical_provider_profiles is 'One row per provider. A provider acts only while approved and not suspended.';

-- supabase/schemas/20_tables/public.appointments.sql
create table public.appointments (
  id uuid primary key default gen_random_uuid(),
  appointment_number text not null unique default 'APT-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)),
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  provider_id uuid not null references public.medical_provider_profiles (user_id) on delete restrict,
  status text not null default 'scheduled' check (status in ('scheduled', 'completed', 'cancelled', 'no_show')),
  appointment_type text not null default 'video',
  specialty text,
  facility_name text,
  chief_complaint text,
  scheduled_start timestamptz not null,
  scheduled_end timestamptz check (scheduled_end > scheduled_start),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, patient_id, provider_id)
);

create index appointments_patient_id_idx on public.appointments (patient_id, provider_id);
create index appointments_provider_id_idx on public.appointments (provider_id, patient_id);

comment on table public.appointments is 'Bookings, kept by the clinic''s booking system. A booking that was not cancelled is what gives a provider a care relationship.';

-- supabase/schemas/20_tables/public.video_call_sessions.sql
create table public.video_call_sessions (
  id uuid primary key default gen_random_uuid(),
  appointment_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  encounter_status text not null default 'scheduled' check (
    encounter_status in (
      'scheduled', 'precheck_open', 'ready_to_start', 'in_call', 'call_ended',
      'soap_drafting', 'soap_ready', 'soap_editing', 'soap_signed', 'closed'
    )
  ),
  soap_status text not null default 'not_started' check (
    soap_status in ('not_started', 'drafting', 'draft_ready', 'failed', 'editing', 'signed')
  ),
  context_snapshot_id uuid,
  started_at timestamptz,
  ended_at timestamptz check (ended_at >= started_at),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, patient_id, provider_id),
  unique (id, appointment_id, patient_id, provider_id),
  foreign key (appointment_id, patient_id, provider_id)
    references public.appointments (id, patient_id, provider_id) on delete restrict
);

create index video_call_sessions_appointment_id_idx on public.video_call_sessions (appointment_id, patient_id, provider_id);
create index video_call_sessions_patient_id_idx on public.video_call_sessions (patient_id);
create index video_call_sessions_provider_id_idx on public.video_call_sessions (provider_id);
create index video_call_sessions_context_snapshot_id_idx on public.video_call_sessions (context_snapshot_id, id);

comment on table public.video_call_sessions is 'Encounters: one row per video call. encounter_id, sessionId and this id are one thing.';
comment on column public.video_call_sessions.encounter_status is 'Where the encounter stands; it only moves forward.';
comment on column public.video_call_sessions.soap_status is 'Where its note stands; the app polls it for draft_ready.';
comment on column public.video_call_sessions.started_at is 'Start of the call; the appointment''s scheduled_start stands in for it when the call was never opened.';

-- supabase/schemas/20_tables/public.video_call_attendees.sql
create table public.video_call_attendees (
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  attendee_id text not null check (length(attendee_id) between 1 and 128),
  speaker_role text not null check (speaker_role in ('provider', 'patient', 'other')),
  created_at timestamptz not null default now(),
  primary key (encounter_id, attendee_id)
);

comment on table public.video_call_attendees is 'Who is who in a call, written by the service that opens the call. The speaker of a transcript chunk comes from here, never from its text.';

-- supabase/schemas/20_tables/public.call_transcript_chunks.sql
create table public.call_transcript_chunks (
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  sequence integer not null check (sequence >= 1),
  speaker_role text not null check (speaker_role in ('provider', 'patient', 'other', 'unknown')),
  text text not null check (text ~ '\S'),
  attendee_id text,
  started_at timestamptz,
  stored_by uuid not null references public.users (id) on delete restrict,
  created_at timestamptz not null default now(),
  primary key (encounter_id, sequence),
  foreign key (encounter_id, attendee_id) references public.video_call_attendees (encounter_id, attendee_id) on delete restrict
);

create index call_transcript_chunks_attendee_id_idx on public.call_transcript_chunks (encounter_id, attendee_id);
create index call_transcript_chunks_stored_by_idx on public.call_transcript_chunks (stored_by);

comment on table public.call_transcript_chunks is 'What was said, in order, exactly as recognised. Immutable: evidence points into it by offset.';
comment on column public.call_transcript_chunks.speaker_role is 'From who calls or from video_call_attendees; unknown when an unlabelled transcript was handed in whole.';

-- supabase/schemas/20_tables/public.context_snapshots.sql
create table public.context_snapshots (
  id uuid primary key default gen_random_uuid(),
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  snapshot_version integer not null check (snapshot_version >= 1),
  record_version text not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  created_by uuid not null references public.users (id) on delete restrict,
  created_at timestamptz not null default now(),
  unique (encounter_id, snapshot_version),
  unique (id, encounter_id)
);

create index context_snapshots_created_by_idx on public.context_snapshots (created_by);

alter table public.video_call_sessions
  add constraint video_call_sessions_context_snapshot_id_fkey
  foreign key (context_snapshot_id, id) references public.context_snapshots (id, encounter_id) on delete restrict;

comment on table public.context_snapshots is 'What was known of the patient when the provider opened the encounter. Immutable; a changed record makes a new version.';
comment on column public.context_snapshots.content is 'The snapshot as create-context-snapshot answers it, without id, version and time.';
comment on column public.context_snapshots.record_version is 'SHA-256 of the record''s content the snapshot saw.';

-- supabase/schemas/20_tables/public.soap_notes.sql
create table public.soap_notes (
  id uuid primary key default gen_random_uuid(),
  encounter_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  status text not null default 'draft' check (status in ('draft', 'signed', 'retracted')),
  revision integer not null default 1 check (revision >= 1),
  schema_version text not null default '1',
  list_states jsonb not null default '{}' check (jsonb_typeof(list_states) = 'object'),
  meta jsonb not null default '{}' check (jsonb_typeof(meta) = 'object'),
  encounter_at timestamptz,
  edited_by_clinician boolean not null default false,
  content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz,
  signed_by uuid references public.users (id) on delete restrict,
  retracted_at timestamptz,
  retracted_by uuid references public.users (id) on delete restrict,
  retraction_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, patient_id),
  foreign key (encounter_id, appointment_id, patient_id, provider_id)
    references public.video_call_sessions (id, appointment_id, patient_id, provider_id) on delete restrict,
  check (
    status = 'draft'
    or (signed_at is not null and signed_by is not null and content_sha256 is not null and encounter_at is not null)
  ),
  check ((status = 'retracted') = (retracted_at is not null and retracted_by is not null and retraction_reason is not null))
);

create unique index soap_notes_one_open_per_encounter on public.soap_notes (encounter_id) where status = 'draft';
create index soap_notes_encounter_idx on public.soap_notes (encounter_id, appointment_id, patient_id, provider_id);
create index soap_notes_patient_encounter_at_idx on public.soap_notes (patient_id, encounter_at, id) where status = 'signed';
create index soap_notes_provider_id_idx on public.soap_notes (provider_id);
create index soap_notes_signed_by_idx on public.soap_notes (signed_by);
create index soap_notes_retracted_by_idx on public.soap_notes (retracted_by);

alter table public.patient_profiles
  add constraint patient_profiles_last_soap_note_fkey
  foreign key (medical_record_last_soap_note_id, user_id) references public.soap_notes (id, patient_id) on delete restrict;

create index patient_profiles_last_soap_note_idx on public.patient_profiles (medical_record_last_soap_note_id, user_id);

comment on table public.soap_notes is 'SOAP notes. A draft is written through save_soap_note; a signed note never changes.';
comment on column public.soap_notes.list_states is 'SoapNote.subjective.listStates as saved: per list listed, none_known or not_asked, bare or with evidence.';
comment on column public.soap_notes.meta is 'SoapNote.meta: where the draft came from and what it flagged.';
comment on column public.soap_notes.encounter_at is 'Start of the encounter, frozen at signing; the fold orders notes by (encounter_at, id).';
comment on column public.soap_notes.content_sha256 is 'SHA-256 over the canonical note that was signed.';

-- supabase/schemas/20_tables/public.soap_note_merges.sql
create table public.soap_note_merges (
  soap_note_id uuid primary key,
  patient_id uuid not null,
  record_version text not null,
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  merged_by uuid references public.users (id) on delete restrict,
  merged_at timestamptz not null default now(),
  foreign key (soap_note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict
);

create index soap_note_merges_patient_id_idx on public.soap_note_merges (patient_id);
create index soap_note_merges_note_patient_idx on public.soap_note_merges (soap_note_id, patient_id);
create index soap_note_merges_merged_by_idx on public.soap_note_merges (merged_by);

comment on table public.soap_note_merges is 'The merge ledger: which signed note entered the record, when, and what it changed then.';
comment on column public.soap_note_merges.changes is 'Per section of the record: added, updated, confirmed, carried, conflicts.';

-- supabase/schemas/20_tables/public.soap_drafts.sql
create table public.soap_drafts (
  id uuid primary key default gen_random_uuid(),
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  revision integer not null check (revision >= 1),
  state text not null default 'drafting' check (state in ('drafting', 'draft_ready', 'failed')),
  snapshot_id uuid,
  transcript_sha256 text not null check (transcript_sha256 ~ '^[0-9a-f]{64}$'),
  model text not null,
  prompt_version text not null,
  draft jsonb check (jsonb_typeof(draft) = 'object'),
  created_by uuid not null references public.users (id) on delete restrict,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  unique (encounter_id, revision),
  foreign key (snapshot_id, encounter_id) references public.context_snapshots (id, encounter_id) on delete restrict,
  check ((state = 'draft_ready') = (draft is not null)),
  check ((state = 'drafting') = (completed_at is null))
);

create index soap_drafts_snapshot_id_idx on public.soap_drafts (snapshot_id, encounter_id);
create index soap_drafts_created_by_idx on public.soap_drafts (created_by);

comment on table public.soap_drafts is 'Drafts of an encounter''s note, one row per revision: the job while it is drafting, the result once it is ready.';
comment on column public.soap_drafts.draft is 'SoapNote as the drafter wrote it; never changed by a clinician''s edit.';

-- supabase/schemas/20_tables/public.soap_subjective_allergies.sql
create table public.soap_subjective_allergies (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  allergen text not null check (allergen ~ '\S'),
  reaction text,
  severity text check (severity in ('mild', 'moderate', 'severe', 'life_threatening', 'unknown')),
  status text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_allergies is 'Allergies and intolerances.';
comment on column public.soap_subjective_allergies.severity is 'Null when nobody said how bad; never guessed.';
comment on column public.soap_subjective_allergies.status is 'active or refuted; null reads as active.';
comment on column public.soap_subjective_allergies.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_subjective_history.sql
create table public.soap_subjective_history (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  kind text not null check (kind in ('medical', 'surgical', 'family', 'social')),
  name text not null check (name ~ '\S'),
  icd10_code text,
  status text,
  severity text check (severity in ('mild', 'moderate', 'severe', 'life_threatening', 'unknown')),
  date text,
  relationship text,
  age_of_onset text,
  surgeon text,
  notes text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_history is 'Medical, surgical, family and social history.';
comment on column public.soap_subjective_history.name is 'Condition, procedure or social topic, by kind.';
comment on column public.soap_subjective_history.icd10_code is 'ICD-10-CM code, for medical and family history.';
comment on column public.soap_subjective_history.date is 'Onset or procedure date as known: a FHIR partial date (2019, 2019-04) or the words said.';
comment on column public.soap_subjective_history.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_subjective_hpi.sql
create table public.soap_subjective_hpi (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  element text not null check (
    element in (
      'chief_complaint', 'onset', 'location', 'duration', 'character', 'aggravating_factors', 'relieving_factors',
      'timing', 'severity', 'associated_symptoms', 'context', 'narrative'
    )
  ),
  description text not null check (description ~ '\S'),
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

create unique index soap_subjective_hpi_one_chief_complaint on public.soap_subjective_hpi (soap_note_id) where element = 'chief_complaint';

comment on table public.soap_subjective_hpi is 'History of present illness by element; the chief complaint is its own element, at most one per note.';
comment on column public.soap_subjective_hpi.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_subjective_medications.sql
create table public.soap_subjective_medications (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  medication_name text not null check (medication_name ~ '\S'),
  dose text,
  route text,
  frequency text,
  duration text,
  indication text,
  status text,
  rxnorm_code text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_medications is 'Medications the patient takes when the encounter begins, as reported.';
comment on column public.soap_subjective_medications.rxnorm_code is 'RxNorm concept id.';
comment on column public.soap_subjective_medications.status is 'The note''s own word, such as active or discontinued.';
comment on column public.soap_subjective_medications.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_subjective_review_of_systems.sql
create table public.soap_subjective_review_of_systems (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  system text not null check (
    system in (
      'constitutional', 'eyes', 'ears_nose_mouth_throat', 'cardiovascular', 'respiratory', 'gastrointestinal',
      'genitourinary', 'musculoskeletal', 'skin', 'neurological', 'psychiatric', 'endocrine',
      'hematologic_lymphatic', 'allergic_immunologic', 'other'
    )
  ),
  finding text not null check (finding ~ '\S'),
  status text check (status in ('positive', 'negative')),
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_review_of_systems is 'Review of systems: what the patient reports or denies, by system.';
comment on column public.soap_subjective_review_of_systems.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_objective_diagnostics.sql
create table public.soap_objective_diagnostics (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  test_name text not null check (test_name ~ '\S'),
  result_value text,
  unit text,
  interpretation text,
  loinc_code text,
  date text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_objective_diagnostics is 'Results of laboratory tests, imaging and other studies.';
comment on column public.soap_objective_diagnostics.loinc_code is 'LOINC code of the test.';
comment on column public.soap_objective_diagnostics.unit is 'UCUM unit of the result.';
comment on column public.soap_objective_diagnostics.date is 'When the test was done: a FHIR partial date or the words said.';
comment on column public.soap_objective_diagnostics.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_objective_physical_exam.sql
create table public.soap_objective_physical_exam (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  system text not null check (
    system in (
      'constitutional', 'eyes', 'ears_nose_mouth_throat', 'cardiovascular', 'respiratory', 'gastrointestinal',
      'genitourinary', 'musculoskeletal', 'skin', 'neurological', 'psychiatric', 'endocrine',
      'hematologic_lymphatic', 'allergic_immunologic', 'other'
    )
  ),
  finding text not null check (finding ~ '\S'),
  status text check (status in ('normal', 'abnormal')),
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_objective_physical_exam is 'Physical examination findings by system.';
comment on column public.soap_objective_physical_exam.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_objective_vital_signs.sql
create table public.soap_objective_vital_signs (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  vital_name text not null check (vital_name ~ '\S'),
  vital_value text not null check (vital_value ~ '\S'),
  unit text,
  loinc_code text,
  measured_at timestamptz,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_objective_vital_signs is 'Vital signs as measured.';
comment on column public.soap_objective_vital_signs.vital_value is 'The value as read, such as 128/82 or 98.6.';
comment on column public.soap_objective_vital_signs.unit is 'UCUM unit, such as mm[Hg] or /min.';
comment on column public.soap_objective_vital_signs.loinc_code is 'LOINC code of the observation.';
comment on column public.soap_objective_vital_signs.measured_at is 'When it was measured; the encounter''s start stands in for it when unknown.';
comment on column public.soap_objective_vital_signs.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_assessment_problem_list.sql
create table public.soap_assessment_problem_list (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  diagnosis_name text not null check (diagnosis_name ~ '\S'),
  icd10_code text,
  status text,
  severity text check (severity in ('mild', 'moderate', 'severe', 'life_threatening', 'unknown')),
  onset_date text,
  notes text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_assessment_problem_list is 'Problems the clinician assessed.';
comment on column public.soap_assessment_problem_list.icd10_code is 'ICD-10-CM code.';
comment on column public.soap_assessment_problem_list.status is 'The note''s own word: new, stable, worsening, resolved …';
comment on column public.soap_assessment_problem_list.onset_date is 'A FHIR partial date or the words said.';
comment on column public.soap_assessment_problem_list.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_plan_items.sql
create table public.soap_plan_items (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  category text not null check (
    category in (
      'diagnostic_test', 'procedure', 'referral', 'follow_up', 'education', 'lifestyle', 'therapy', 'other'
    )
  ),
  description text not null check (description ~ '\S'),
  due text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_plan_items is 'What else is to be done: tests, referrals, follow-up, education.';
comment on column public.soap_plan_items.due is 'When, in the words said or as an ISO 8601 date.';
comment on column public.soap_plan_items.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_plan_medication.sql
create table public.soap_plan_medication (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  medication_name text not null check (medication_name ~ '\S'),
  dose text,
  route text,
  frequency text,
  duration text,
  indication text,
  status text,
  rxnorm_code text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_plan_medication is 'Medications started, continued, changed or stopped by this note.';
comment on column public.soap_plan_medication.rxnorm_code is 'RxNorm concept id.';
comment on column public.soap_plan_medication.status is 'The note''s own word, such as active, increased or discontinued.';
comment on column public.soap_plan_medication.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_safety_alerts.sql
create table public.soap_safety_alerts (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  alert_type text not null check (alert_type ~ '\S'),
  severity text not null check (severity in ('info', 'warning', 'critical')),
  message text not null check (message ~ '\S'),
  status text not null default 'open' check (status in ('open', 'dismissed')),
  dismissed_reason text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_safety_alerts is 'Safety alerts raised while drafting; only a clinician dismisses one.';
comment on column public.soap_safety_alerts.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/public.soap_coding_billing.sql
create table public.soap_coding_billing (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  code_system text not null check (code_system in ('ICD-10-CM', 'CPT', 'HCPCS', 'SNOMED-CT', 'LOINC')),
  code text not null check (code ~ '\S'),
  description text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_coding_billing is 'Codes attached to the note for billing and exchange.';
comment on column public.soap_coding_billing.code_system is 'Name of the code system of code.';
comment on column public.soap_coding_billing.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';

-- supabase/schemas/20_tables/private.firebase_project.sql
create table private.firebase_project (
  only_row boolean primary key default true check (only_row),
  project_id text not null check (project_id ~ '^[a-z][a-z0-9-]{4,28}[a-z0-9]$')
);

comment on table private.firebase_project is 'The one Firebase project whose tokens count. Empty refuses everybody. Set at deploy: insert into private.firebase_project (project_id) values (''…'').';

alter table private.firebase_project enable row level security;

-- supabase/schemas/20_tables/private.idempotency_keys.sql
create table private.idempotency_keys (
  user_id uuid not null references public.users (id) on delete restrict,
  operation text not null,
  key text not null check (key ~ '^[\x21-\x7e]{1,255}$'),
  request_sha256 text not null check (request_sha256 ~ '^[0-9a-f]{64}$'),
  result_id uuid,
  created_at timestamptz not null default now(),
  primary key (user_id, operation, key)
);

alter table private.idempotency_keys enable row level security;

comment on table private.idempotency_keys is 'Idempotency keys seen, per person and operation (draft-ietf-httpapi-idempotency-key-header): the same key with another request is refused.';
comment on column private.idempotency_keys.result_id is 'What the first request made, a snapshot or a draft: a repeat answers it again.';

-- supabase/schemas/30_access/appointments.sql
alter table public.appointments enable row level security;
alter table public.appointments force row level security;

grant select on public.appointments to authenticated;

create policy appointments_firebase_project on public.appointments as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy appointments_firebase_project on public.appointments is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy appointments_select on public.appointments for select to authenticated
  using (
    patient_id = (select private.current_user_id())
    or (provider_id = (select private.current_user_id()) and patient_id in (select private.patients_in_care()))
  );
comment on policy appointments_select on public.appointments is 'The patient; the provider while the patient is in care.';

-- supabase/schemas/30_access/call_transcript_chunks.sql
alter table public.call_transcript_chunks enable row level security;
alter table public.call_transcript_chunks force row level security;

grant select on public.call_transcript_chunks to authenticated;
grant select on public.call_transcript_chunks to service_role;

create policy call_transcript_chunks_firebase_project on public.call_transcript_chunks as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy call_transcript_chunks_firebase_project on public.call_transcript_chunks is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy call_transcript_chunks_select on public.call_transcript_chunks for select to authenticated
  using (exists (select from public.video_call_sessions as encounter where encounter.id = encounter_id));
comment on policy call_transcript_chunks_select on public.call_transcript_chunks is 'Who may see the encounter: its patient and its provider.';

-- supabase/schemas/30_access/context_snapshots.sql
alter table public.context_snapshots enable row level security;
alter table public.context_snapshots force row level security;

grant select on public.context_snapshots to authenticated;
grant select on public.context_snapshots to service_role;

create policy context_snapshots_firebase_project on public.context_snapshots as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy context_snapshots_firebase_project on public.context_snapshots is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy context_snapshots_select on public.context_snapshots for select to authenticated
  using (
    exists (
      select from public.video_call_sessions as encounter
      where encounter.id = encounter_id and encounter.provider_id = (select private.current_user_id())
    )
  );
comment on policy context_snapshots_select on public.context_snapshots is 'The encounter''s provider while the patient is in care.';

-- supabase/schemas/30_access/medical_provider_profiles.sql
alter table public.medical_provider_profiles enable row level security;
alter table public.medical_provider_profiles force row level security;

grant select (user_id, display_name, specialty, facility_name) on public.medical_provider_profiles to authenticated;
grant update (display_name, facility_name) on public.medical_provider_profiles to authenticated;

create policy medical_provider_profiles_firebase_project on public.medical_provider_profiles as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy medical_provider_profiles_firebase_project on public.medical_provider_profiles is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy medical_provider_profiles_select on public.medical_provider_profiles for select to authenticated
  using ((select private.current_user_id()) is not null);
comment on policy medical_provider_profiles_select on public.medical_provider_profiles is 'Everybody who is signed in, the public columns granted.';

create policy medical_provider_profiles_update on public.medical_provider_profiles for update to authenticated
  using (user_id = (select private.current_user_id()))
  with check (user_id = (select private.current_user_id()));
comment on policy medical_provider_profiles_update on public.medical_provider_profiles is 'The provider, in the columns granted; licence, specialty and approval are the clinic''s.';

-- supabase/schemas/30_access/patient_profiles.sql
alter table public.patient_profiles enable row level security;
alter table public.patient_profiles force row level security;

grant select on public.patient_profiles to authenticated;
grant update (address, emergency_contact_name, emergency_contact_phone, emergency_contact_relationship)
  on public.patient_profiles to authenticated;

create policy patient_profiles_firebase_project on public.patient_profiles as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy patient_profiles_firebase_project on public.patient_profiles is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy patient_profiles_select on public.patient_profiles for select to authenticated
  using (
    user_id = (select private.current_user_id())
    or user_id in (select private.patients_in_care())
  );
comment on policy patient_profiles_select on public.patient_profiles is 'The patient; a provider the patients in care.';

create policy patient_profiles_update on public.patient_profiles for update to authenticated
  using (user_id = (select private.current_user_id()))
  with check (user_id = (select private.current_user_id()));
comment on policy patient_profiles_update on public.patient_profiles is 'The patient, in the contact columns granted; the record''s columns belong to the fold.';

-- supabase/schemas/30_access/soap_assessment_problem_list.sql
alter table public.soap_assessment_problem_list enable row level security;
alter table public.soap_assessment_problem_list force row level security;

grant select on public.soap_assessment_problem_list to authenticated;

create policy soap_assessment_problem_list_firebase_project on public.soap_assessment_problem_list as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_assessment_problem_list_firebase_project on public.soap_assessment_problem_list is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_assessment_problem_list_select on public.soap_assessment_problem_list for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_assessment_problem_list_select on public.soap_assessment_problem_list is 'Who may see the note.';

-- supabase/schemas/30_access/soap_coding_billing.sql
alter table public.soap_coding_billing enable row level security;
alter table public.soap_coding_billing force row level security;

grant select on public.soap_coding_billing to authenticated;

create policy soap_coding_billing_firebase_project on public.soap_coding_billing as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_coding_billing_firebase_project on public.soap_coding_billing is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_coding_billing_select on public.soap_coding_billing for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_coding_billing_select on public.soap_coding_billing is 'Who may see the note.';

-- supabase/schemas/30_access/soap_drafts.sql
alter table public.soap_drafts enable row level security;
alter table public.soap_drafts force row level security;

grant select on public.soap_drafts to authenticated;
grant select, insert, update on public.soap_drafts to service_role;

create policy soap_drafts_firebase_project on public.soap_drafts as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_drafts_firebase_project on public.soap_drafts is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_drafts_select on public.soap_drafts for select to authenticated
  using (
    exists (
      select from public.video_call_sessions as encounter
      where encounter.id = encounter_id and encounter.provider_id = (select private.current_user_id())
    )
  );
comment on policy soap_drafts_select on public.soap_drafts is 'The encounter''s provider while the patient is in care.';

-- supabase/schemas/30_access/soap_note_merges.sql
alter table public.soap_note_merges enable row level security;
alter table public.soap_note_merges force row level security;

grant select on public.soap_note_merges to authenticated;

create policy soap_note_merges_firebase_project on public.soap_note_merges as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_note_merges_firebase_project on public.soap_note_merges is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_note_merges_select on public.soap_note_merges for select to authenticated
  using (patient_id in (select private.patients_in_care()));
comment on policy soap_note_merges_select on public.soap_note_merges is 'Providers who have the patient in care.';

-- supabase/schemas/30_access/soap_notes.sql
alter table public.soap_notes enable row level security;
alter table public.soap_notes force row level security;

grant select on public.soap_notes to authenticated;

create policy soap_notes_firebase_project on public.soap_notes as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_notes_firebase_project on public.soap_notes is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_notes_select on public.soap_notes for select to authenticated
  using (
    (patient_id = (select private.current_user_id()) and status = 'signed')
    or (
      patient_id in (select private.patients_in_care())
      and (status = 'signed' or provider_id = (select private.current_user_id()))
    )
  );
comment on policy soap_notes_select on public.soap_notes is 'Signed notes: the patient, and every provider who has the patient in care. Drafts and retracted notes: their provider alone.';

-- supabase/schemas/30_access/soap_objective_diagnostics.sql
alter table public.soap_objective_diagnostics enable row level security;
alter table public.soap_objective_diagnostics force row level security;

grant select on public.soap_objective_diagnostics to authenticated;

create policy soap_objective_diagnostics_firebase_project on public.soap_objective_diagnostics as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_objective_diagnostics_firebase_project on public.soap_objective_diagnostics is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_objective_diagnostics_select on public.soap_objective_diagnostics for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_objective_diagnostics_select on public.soap_objective_diagnostics is 'Who may see the note.';

-- supabase/schemas/30_access/soap_objective_physical_exam.sql
alter table public.soap_objective_physical_exam enable row level security;
alter table public.soap_objective_physical_exam force row level security;

grant select on public.soap_objective_physical_exam to authenticated;

create policy soap_objective_physical_exam_firebase_project on public.soap_objective_physical_exam as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_objective_physical_exam_firebase_project on public.soap_objective_physical_exam is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_objective_physical_exam_select on public.soap_objective_physical_exam for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_objective_physical_exam_select on public.soap_objective_physical_exam is 'Who may see the note.';

-- supabase/schemas/30_access/soap_objective_vital_signs.sql
alter table public.soap_objective_vital_signs enable row level security;
alter table public.soap_objective_vital_signs force row level security;

grant select on public.soap_objective_vital_signs to authenticated;

create policy soap_objective_vital_signs_firebase_project on public.soap_objective_vital_signs as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_objective_vital_signs_firebase_project on public.soap_objective_vital_signs is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_objective_vital_signs_select on public.soap_objective_vital_signs for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_objective_vital_signs_select on public.soap_objective_vital_signs is 'Who may see the note.';

-- supabase/schemas/30_access/soap_plan_items.sql
alter table public.soap_plan_items enable row level security;
alter table public.soap_plan_items force row level security;

grant select on public.soap_plan_items to authenticated;

create policy soap_plan_items_firebase_project on public.soap_plan_items as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_plan_items_firebase_project on public.soap_plan_items is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_plan_items_select on public.soap_plan_items for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_plan_items_select on public.soap_plan_items is 'Who may see the note.';

-- supabase/schemas/30_access/soap_plan_medication.sql
alter table public.soap_plan_medication enable row level security;
alter table public.soap_plan_medication force row level security;

grant select on public.soap_plan_medication to authenticated;

create policy soap_plan_medication_firebase_project on public.soap_plan_medication as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_plan_medication_firebase_project on public.soap_plan_medication is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_plan_medication_select on public.soap_plan_medication for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_plan_medication_select on public.soap_plan_medication is 'Who may see the note.';

-- supabase/schemas/30_access/soap_safety_alerts.sql
alter table public.soap_safety_alerts enable row level security;
alter table public.soap_safety_alerts force row level security;

grant select on public.soap_safety_alerts to authenticated;

create policy soap_safety_alerts_firebase_project on public.soap_safety_alerts as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_safety_alerts_firebase_project on public.soap_safety_alerts is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_safety_alerts_select on public.soap_safety_alerts for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_safety_alerts_select on public.soap_safety_alerts is 'Who may see the note.';

-- supabase/schemas/30_access/soap_subjective_allergies.sql
alter table public.soap_subjective_allergies enable row level security;
alter table public.soap_subjective_allergies force row level security;

grant select on public.soap_subjective_allergies to authenticated;

create policy soap_subjective_allergies_firebase_project on public.soap_subjective_allergies as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_allergies_firebase_project on public.soap_subjective_allergies is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_allergies_select on public.soap_subjective_allergies for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_allergies_select on public.soap_subjective_allergies is 'Who may see the note.';

-- supabase/schemas/30_access/soap_subjective_history.sql
alter table public.soap_subjective_history enable row level security;
alter table public.soap_subjective_history force row level security;

grant select on public.soap_subjective_history to authenticated;

create policy soap_subjective_history_firebase_project on public.soap_subjective_history as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_history_firebase_project on public.soap_subjective_history is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_history_select on public.soap_subjective_history for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_history_select on public.soap_subjective_history is 'Who may see the note.';

-- supabase/schemas/30_access/soap_subjective_hpi.sql
alter table public.soap_subjective_hpi enable row level security;
alter table public.soap_subjective_hpi force row level security;

grant select on public.soap_subjective_hpi to authenticated;

create policy soap_subjective_hpi_firebase_project on public.soap_subjective_hpi as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_hpi_firebase_project on public.soap_subjective_hpi is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_hpi_select on public.soap_subjective_hpi for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_hpi_select on public.soap_subjective_hpi is 'Who may see the note.';

-- supabase/schemas/30_access/soap_subjective_medications.sql
alter table public.soap_subjective_medications enable row level security;
alter table public.soap_subjective_medications force row level security;

grant select on public.soap_subjective_medications to authenticated;

create policy soap_subjective_medications_firebase_project on public.soap_subjective_medications as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_medications_firebase_project on public.soap_subjective_medications is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_medications_select on public.soap_subjective_medications for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_medications_select on public.soap_subjective_medications is 'Who may see the note.';

-- supabase/schemas/30_access/soap_subjective_review_of_systems.sql
alter table public.soap_subjective_review_of_systems enable row level security;
alter table public.soap_subjective_review_of_systems force row level security;

grant select on public.soap_subjective_review_of_systems to authenticated;

create policy soap_subjective_review_of_systems_firebase_project on public.soap_subjective_review_of_systems as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_review_of_systems_firebase_project on public.soap_subjective_review_of_systems is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_review_of_systems_select on public.soap_subjective_review_of_systems for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_review_of_systems_select on public.soap_subjective_review_of_systems is 'Who may see the note.';

-- supabase/schemas/30_access/users.sql
alter table public.users enable row level security;
alter table public.users force row level security;

grant select on public.users to authenticated;
grant update (email, phone, profile_image_url) on public.users to authenticated;

create policy users_firebase_project on public.users as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy users_firebase_project on public.users is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy users_select on public.users for select to authenticated
  using (
    id = (select private.current_user_id())
    or id in (select private.patients_in_care())
  );
comment on policy users_select on public.users is 'Oneself; a provider also the patients in care.';

create policy users_update on public.users for update to authenticated
  using (id = (select private.current_user_id()))
  with check (id = (select private.current_user_id()));
comment on policy users_update on public.users is 'Oneself, in the contact columns granted.';

-- supabase/schemas/30_access/video_call_attendees.sql
alter table public.video_call_attendees enable row level security;
alter table public.video_call_attendees force row level security;

grant select on public.video_call_attendees to authenticated;

create policy video_call_attendees_firebase_project on public.video_call_attendees as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy video_call_attendees_firebase_project on public.video_call_attendees is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy video_call_attendees_select on public.video_call_attendees for select to authenticated
  using (exists (select from public.video_call_sessions as encounter where encounter.id = encounter_id));
comment on policy video_call_attendees_select on public.video_call_attendees is 'Who may see the encounter.';

-- supabase/schemas/30_access/video_call_sessions.sql
alter table public.video_call_sessions enable row level security;
alter table public.video_call_sessions force row level security;

grant select on public.video_call_sessions to authenticated;
-- The background draft worker tells where a draft stands and nothing else.
grant select, update (encounter_status, soap_status) on public.video_call_sessions to service_role;

create policy video_call_sessions_firebase_project on public.video_call_sessions as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy video_call_sessions_firebase_project on public.video_call_sessions is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy video_call_sessions_select on public.video_call_sessions for select to authenticated
  using (
    patient_id = (select private.current_user_id())
    or (provider_id = (select private.current_user_id()) and patient_id in (select private.patients_in_care()))
  );
comment on policy video_call_sessions_select on public.video_call_sessions is 'The patient; the provider while the patient is in care.';

-- supabase/schemas/40_functions/private.record_statement.sql
create type private.record_statement as (
  item_key text,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid,
  stage integer,
  position integer,
  row_id text,
  fields jsonb,
  facts jsonb
);

comment on type private.record_statement is
  'What one row of one signed note says about one item of the record. fields: the values to show, as the note has them; facts: what the rules derived from them and nobody is shown; stage orders the rows of one note: 0 what was reported, 1 what was decided.';

-- supabase/schemas/40_functions/private.advance_encounter.sql
create function private.advance_encounter(p_encounter_id uuid, p_encounter_status text, p_soap_status text) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.video_call_sessions
  set
    encounter_status = case
      when private.encounter_step(encounter_status) < private.encounter_step(p_encounter_status) then p_encounter_status
      else encounter_status
    end,
    soap_status = p_soap_status
  where id = p_encounter_id
$$;

comment on function private.advance_encounter(uuid, text, text) is
  'Sets where an encounter''s note stands, and moves the encounter itself forward to the given status unless it is further already.';

-- supabase/schemas/40_functions/private.encounter_step.sql
create function private.encounter_step(p_encounter_status text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select array_position(
    array[
      'scheduled', 'precheck_open', 'ready_to_start', 'in_call', 'call_ended',
      'soap_drafting', 'soap_ready', 'soap_editing', 'soap_signed', 'closed'
    ],
    p_encounter_status
  )
$$;

comment on function private.encounter_step(text) is 'Place of a status in the life of an encounter, from 1 (scheduled) to 10 (closed).';

-- supabase/schemas/40_functions/private.fold_metadata.sql
create function private.fold_metadata(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'total_visits', count(distinct notes.encounter_id),
    'source_soap_notes', coalesce(jsonb_agg(notes.id order by notes.encounter_at, notes.id), '[]'),
    'first_visit', private.record_time(min(notes.encounter_at)),
    'last_updated', private.record_time(max(notes.encounter_at)),
    'rules_version', '1'
  )
  from public.soap_notes as notes
  where notes.id = any (p_note_ids)
$$;

comment on function private.fold_metadata(uuid[]) is
  'metadata of the record: total_visits (distinct encounters), source_soap_notes[] in the order of the record, first_visit and last_updated (encounter times, never the clock), rules_version (raised when a rule of the fold changes).';

-- supabase/schemas/40_functions/private.fold_notes.sql
create function private.fold_notes(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_conditions jsonb := private.fold_conditions(p_note_ids);
  v_medications jsonb := private.fold_medications(p_note_ids);
  v_allergies jsonb := private.fold_allergies(p_note_ids);
  v_record jsonb;
begin
  v_record := jsonb_build_object(
    'conditions', v_conditions -> 'items',
    'medications', v_medications -> 'items',
    'allergies', v_allergies -> 'items',
    'surgical_history', private.fold_surgical_history(p_note_ids),
    'family_history', private.fold_family_history(p_note_ids),
    'social_history', private.fold_social_history(p_note_ids),
    'vital_trends', private.fold_vital_trends(p_note_ids),
    'review_of_systems_trends', private.fold_review_of_systems_trends(p_note_ids),
    'physical_exam_findings', private.fold_physical_exam_findings(p_note_ids)
  );
  v_record := v_record || jsonb_build_object(
    'list_states', private.fold_list_states(p_note_ids, v_record),
    'conflicts', (v_conditions -> 'conflicts') || (v_medications -> 'conflicts') || (v_allergies -> 'conflicts')
      || private.fold_none_known_conflicts(p_note_ids, v_record)
      || private.fold_drug_allergy_conflicts(v_medications -> 'items', v_allergies -> 'items')
  );
  v_record := v_record || jsonb_build_object('metadata', private.fold_metadata(p_note_ids));
  return jsonb_set(
    v_record, '{metadata,record_version}',
    to_jsonb(encode(sha256(convert_to(v_record::text, 'UTF8')), 'hex'))
  );
end;
$$;

comment on function private.fold_notes(uuid[]) is
  'The record a set of signed notes makes: conditions[], medications[], allergies[], surgical_history[], family_history[], social_history {}, vital_trends {}, review_of_systems_trends {}, physical_exam_findings {}, list_states {}, conflicts[], metadata {}. The order in which the ids are given means nothing. metadata.record_version is the SHA-256 of the rest.';

-- supabase/schemas/40_functions/private.fold_record.sql
create function private.fold_record(p_patient_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.fold_notes(private.record_source_notes(p_patient_id))
$$;

comment on function private.fold_record(uuid) is
  'The cumulative record of a patient, computed from their signed notes and nothing else; writes nothing, reads no clock. See private.fold_notes for the shape.';

-- supabase/schemas/40_functions/private.is_evidence.sql
create function private.is_evidence(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_value) is distinct from 'array' then false
    when jsonb_array_length(p_value) > 50 then false
    else not exists (
      select from jsonb_array_elements(p_value) as evidence
      where not coalesce(
        case
          when jsonb_typeof(evidence) <> 'object' then false
          when evidence -> 'kind' = '"transcript"' then
            evidence - '{kind,sequence,start,end,quote}'::text[] = '{}'
            and private.is_whole_number(evidence -> 'sequence', 1)
            and private.is_whole_number(evidence -> 'start', 0)
            and private.is_whole_number(evidence -> 'end', 1)
            and jsonb_typeof(evidence -> 'quote') = 'string' and evidence ->> 'quote' <> ''
          when evidence -> 'kind' = '"snapshot"' then
            evidence - '{kind,itemId}'::text[] = '{}'
            and jsonb_typeof(evidence -> 'itemId') = 'string' and evidence ->> 'itemId' <> ''
        end,
        false
      )
    )
  end
$$;

comment on function private.is_evidence(jsonb) is 'Whether a value is SoapNote Evidence[]: spans of the transcript (offsets in UTF-16 code units) and items of the snapshot, at most 50.';

-- supabase/schemas/40_functions/private.is_note_text.sql
create function private.is_note_text(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'string' and p_value #>> '{}' ~ '\S' and length(p_value #>> '{}') <= 4000,
    false
  )
$$;

comment on function private.is_note_text(jsonb) is 'Whether a value is what a note may say: a string of at most 4000 characters that is not blank.';

-- supabase/schemas/40_functions/private.is_whole_number.sql
create function private.is_whole_number(p_value jsonb, p_least integer) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select case jsonb_typeof(p_value)
    when 'number' then p_value::numeric % 1 = 0 and p_value::numeric between p_least and 2147483647
    else false
  end
$$;

comment on function private.is_whole_number(jsonb, integer) is 'Whether a value is a JSON number without fraction, not below p_least, that fits an integer column.';

-- supabase/schemas/40_functions/private.keep_encounter_order.sql
create function private.keep_encounter_order() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if private.encounter_step(new.encounter_status) < private.encounter_step(old.encounter_status) then
    raise exception 'Cannot update encounter: it does not go back from % to %', old.encounter_status, new.encounter_status
      using errcode = '23514';
  end if;
  return new;
end;
$$;

comment on function private.keep_encounter_order() is 'Trigger: encounter_status only moves forward.';

-- supabase/schemas/40_functions/private.keep_signed_item.sql
create function private.keep_signed_item() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note_id uuid := case tg_op when 'INSERT' then new.soap_note_id else old.soap_note_id end;
  v_status text;
begin
  if tg_op = 'UPDATE' and new.soap_note_id is distinct from old.soap_note_id then
    raise exception 'Cannot update %: an item stays with its note', tg_table_name using errcode = '42501';
  end if;
  -- The share lock makes a signing wait for us or us for it: no item slips in behind a signature.
  select status into v_status from public.soap_notes where id = v_note_id for share;
  if v_status <> 'draft' then
    raise exception 'Cannot % %: note is %', pg_catalog.lower(tg_op), tg_table_name, v_status using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end;
$$;

comment on function private.keep_signed_item() is 'Trigger: the items of a note change while it is a draft, never after.';

-- supabase/schemas/40_functions/private.keep_signed_note.sql
create function private.keep_signed_note() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- What retracting a signed note writes; the note itself stays as it was signed.
  c_retraction constant text[] := array['status', 'retracted_at', 'retracted_by', 'retraction_reason', 'updated_at'];
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.status = 'signed' and new.status = 'retracted'
    and to_jsonb(new) - c_retraction = to_jsonb(old) - c_retraction then
    return new;
  end if;
  raise exception 'Cannot % SOAP note: note is %', pg_catalog.lower(tg_op), old.status using errcode = '42501';
end;
$$;

comment on function private.keep_signed_note() is 'Trigger: a signed note changes in one way only, it is retracted; a retracted one never.';

-- supabase/schemas/40_functions/private.lift_chief_complaint.sql
create function private.lift_chief_complaint(p_note jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  with hpi as (
    select item, place
    from jsonb_array_elements(p_note #> '{subjective,hpi}') with ordinality as items (item, place)
  )
  select jsonb_set(
    jsonb_set(
      p_note,
      '{subjective,chiefComplaint}',
      coalesce((select item - 'element' from hpi where item ->> 'element' = 'chief_complaint'), 'null')
    ),
    '{subjective,hpi}',
    coalesce((select jsonb_agg(item order by place) from hpi where item ->> 'element' <> 'chief_complaint'), '[]')
  )
$$;

comment on function private.lift_chief_complaint(jsonb) is
  'SoapNote as clients know it, from the stored form in which the chief complaint is an element of the history of present illness.';

-- supabase/schemas/40_functions/private.parse_chief_complaint.sql
create function private.parse_chief_complaint(p_value jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_value is null or p_value = 'null' then
    return 'null';
  end if;
  perform private.require_keys(p_value, '{id,description,evidence}', 'chiefComplaint');
  return private.parse_soap_item('soap_subjective_hpi', p_value) - 'element';
end;
$$;

comment on function private.parse_chief_complaint(jsonb) is 'SoapNote.subjective.chiefComplaint with its defaults, or JSON null. Raises INVALID_REQUEST.';

-- supabase/schemas/40_functions/private.parse_confirmations.sql
create function private.parse_confirmations(p_value jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_defaults constant jsonb := '{"itemId": null, "reason": null, "evidence": []}';
  v_flag jsonb;
  v_flags jsonb[] := '{}';
begin
  if jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) > 500 then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: needs_clinician_confirmation is no array of at most 500');
  end if;
  for v_flag in select value from jsonb_array_elements(p_value) loop
    perform private.require_keys(v_flag, '{itemId,reason,evidence}', 'needs_clinician_confirmation');
    v_flag := c_defaults || v_flag;
    if not private.is_note_text(v_flag -> 'reason')
      or not private.is_evidence(v_flag -> 'evidence')
      or jsonb_typeof(v_flag -> 'itemId') not in ('string', 'null') then
      perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a flag of needs_clinician_confirmation is malformed');
    end if;
    v_flags := v_flags || v_flag;
  end loop;
  return to_jsonb(v_flags);
end;
$$;

comment on function private.parse_confirmations(jsonb) is 'SoapNote.meta.aiFlags.needs_clinician_confirmation with defaults: what a clinician has to confirm, and why. Raises INVALID_REQUEST.';

-- supabase/schemas/40_functions/private.parse_list_states.sql
create function private.parse_list_states(p_value jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_states constant jsonb := '["listed", "none_known", "not_asked"]';
  v_states jsonb := coalesce(p_value, '{}');
  v_list text;
  v_claim jsonb;
begin
  perform private.require_keys(
    v_states, '{conditions,medications,allergies,surgical_history,family_history,social_history}', 'listStates'
  );
  for v_list, v_claim in select key, value from jsonb_each(v_states) loop
    if jsonb_typeof(v_claim) = 'object' then
      perform private.require_keys(v_claim, '{state,complete,evidence}', 'listStates.' || v_list);
      v_claim := '{"complete": false, "evidence": []}' || v_claim;
      if not private.is_evidence(v_claim -> 'evidence') or jsonb_typeof(v_claim -> 'complete') <> 'boolean' then
        perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a list state is malformed');
      end if;
      v_states := jsonb_set(v_states, array[v_list], v_claim);
    end if;
    if not c_states @> coalesce(v_claim -> 'state', v_claim) then
      perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a list state is none of listed, none_known, not_asked');
    end if;
  end loop;
  return v_states;
end;
$$;

comment on function private.parse_list_states(jsonb) is
  'SoapNote.subjective.listStates with defaults: per list a state, bare or as {state, complete, evidence}. Raises INVALID_REQUEST.';

-- supabase/schemas/40_functions/private.parse_soap_item.sql
create function private.parse_soap_item(p_table_name text, p_item jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_defaults jsonb := private.soap_item_defaults(p_table_name);
  v_item jsonb;
begin
  perform private.require_keys(p_item, array(select jsonb_object_keys(v_defaults)), 'an item of ' || p_table_name);
  v_item := v_defaults || p_item;

  if not private.is_evidence(v_item -> 'evidence') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: evidence of %s is malformed', p_table_name));
  end if;
  if jsonb_typeof(v_item -> 'id') <> 'string' or length(v_item ->> 'id') not between 1 and 64 then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: an item of %s has no proper id', p_table_name));
  end if;
  if exists (
    select from jsonb_each(v_item - 'evidence') as field
    where not private.is_note_text(field.value) and field.value <> 'null'
  ) then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: a value of %s is no text', p_table_name));
  end if;

  if v_item ->> 'measured_at' is null then
    return v_item;
  end if;
  if (v_item ->> 'measured_at') !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'
    or not pg_input_is_valid(v_item ->> 'measured_at', 'timestamptz') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: measured_at of %s is no RFC 3339 time', p_table_name));
  end if;
  return jsonb_set(v_item, '{measured_at}', to_jsonb(private.utc_text((v_item ->> 'measured_at')::timestamptz)));
end;
$$;

comment on function private.parse_soap_item(text, jsonb) is
  'One item of a SoapNote with every column of its table as key, times in UTC. Raises INVALID_REQUEST.';

-- supabase/schemas/40_functions/private.parse_soap_items.sql
create function private.parse_soap_items(p_table_name text, p_items jsonb, p_max_items integer) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_item jsonb;
  v_items jsonb[] := '{}';
begin
  if jsonb_typeof(p_items) <> 'array' then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s is not an array', p_table_name));
  end if;
  if jsonb_array_length(p_items) > p_max_items then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s has more than %s items', p_table_name, p_max_items));
  end if;
  for v_item in select value from jsonb_array_elements(p_items) loop
    v_items := v_items || private.parse_soap_item(p_table_name, v_item);
  end loop;
  return to_jsonb(v_items);
end;
$$;

comment on function private.parse_soap_items(text, jsonb, integer) is 'One array of a SoapNote with the defaults of its items filled in. Raises INVALID_REQUEST.';

-- supabase/schemas/40_functions/private.parse_soap_meta.sql
create function private.parse_soap_meta(p_meta jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_defaults constant jsonb := '{
    "encounterId": null, "appointmentId": null, "snapshotId": null, "recordVersion": null, "transcriptSha256": null,
    "model": null, "promptVersion": null, "disclaimer": null, "aiFlags": {}
  }';
  c_flags constant jsonb := '{"missing_critical_info": [], "needs_clinician_confirmation": []}';
  v_meta jsonb;
  v_flags jsonb;
begin
  perform private.require_keys(p_meta, array(select jsonb_object_keys(c_defaults)) || '{fallback_reason}', 'meta');
  v_meta := c_defaults || p_meta;
  perform private.require_keys(v_meta -> 'aiFlags', array(select jsonb_object_keys(c_flags)), 'meta.aiFlags');
  v_flags := c_flags || (v_meta -> 'aiFlags');

  if exists (
    select from jsonb_each(v_meta - 'aiFlags') as field
    where field.value <> 'null' and not private.is_note_text(field.value)
  ) then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a value of meta is no text');
  end if;
  if jsonb_typeof(v_flags -> 'missing_critical_info') <> 'array'
    or jsonb_array_length(v_flags -> 'missing_critical_info') > 200
    or exists (
      select from jsonb_array_elements(v_flags -> 'missing_critical_info') as words
      where not private.is_note_text(words)
    ) then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: meta.aiFlags.missing_critical_info is malformed');
  end if;
  v_flags := jsonb_set(
    v_flags, '{needs_clinician_confirmation}', private.parse_confirmations(v_flags -> 'needs_clinician_confirmation')
  );
  return jsonb_set(v_meta, '{aiFlags}', v_flags);
end;
$$;

comment on function private.parse_soap_meta(jsonb) is 'SoapNote.meta with its defaults filled in. Raises INVALID_REQUEST.';

-- supabase/schemas/40_functions/private.parse_soap_note.sql
create function private.parse_soap_note(p_note jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_empty constant jsonb := '{"subjective": {}, "objective": {}, "assessment": {}, "plan": {}, "meta": {}, "schemaVersion": "1"}';
  v_note jsonb;
  v_section record;
begin
  perform private.require_keys(
    p_note, '{schemaVersion,subjective,objective,assessment,plan,safetyAlerts,coding,meta}', 'note'
  );
  v_note := c_empty || p_note;
  if v_note -> 'schemaVersion' <> '"1"' then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: schemaVersion is not 1');
  end if;
  perform private.require_keys(
    v_note -> 'subjective', '{chiefComplaint,hpi,reviewOfSystems,history,medications,allergies,listStates}', 'subjective'
  );
  perform private.require_keys(v_note -> 'objective', '{vitalSigns,physicalExam,diagnostics}', 'objective');
  perform private.require_keys(v_note -> 'assessment', '{problems}', 'assessment');
  perform private.require_keys(v_note -> 'plan', '{medications,items}', 'plan');

  for v_section in select path, table_name, max_items from private.soap_note_sections() loop
    v_note := jsonb_set(
      v_note,
      v_section.path,
      private.parse_soap_items(v_section.table_name, coalesce(v_note #> v_section.path, '[]'), v_section.max_items)
    );
  end loop;

  v_note := jsonb_set(v_note, '{subjective,chiefComplaint}', private.parse_chief_complaint(v_note #> '{subjective,chiefComplaint}'));
  v_note := jsonb_set(v_note, '{subjective,listStates}', private.parse_list_states(v_note #> '{subjective,listStates}'));
  return jsonb_set(v_note, '{meta}', private.parse_soap_meta(v_note -> 'meta'));
end;
$$;

comment on function private.parse_soap_note(jsonb) is
  'A SoapNote with every default filled in, from one a client sent. Raises INVALID_REQUEST for a wrong type, an unknown key, a blank or overlong value; enumerations are the tables'' constraints. The rules are those of packages/core/src/soap-note/soap-note.ts.';

-- supabase/schemas/40_functions/private.read_soap_note.sql
create function private.read_soap_note(p_note_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_note jsonb;
  v_section record;
  v_items jsonb;
begin
  select jsonb_build_object(
    'schemaVersion', schema_version,
    'subjective', jsonb_build_object('chiefComplaint', null, 'listStates', list_states),
    'objective', '{}'::jsonb,
    'assessment', '{}'::jsonb,
    'plan', '{}'::jsonb,
    'meta', meta
  )
  into v_note
  from public.soap_notes
  where id = p_note_id;

  if v_note is null then
    return null;
  end if;

  for v_section in select path, table_name from private.soap_note_sections() loop
    execute format(
      'select coalesce(jsonb_agg(private.soap_note_item(to_jsonb(item)) order by item.position, item.id), ''[]'')
       from public.%I as item where item.soap_note_id = $1',
      v_section.table_name
    )
    into v_items
    using p_note_id;
    v_note := jsonb_set(v_note, v_section.path, v_items);
  end loop;

  return private.lift_chief_complaint(v_note);
end;
$$;

comment on function private.read_soap_note(uuid) is 'The note as a SoapNote, composed from its tables; null when there is none. The inverse of private.write_soap_note.';

-- supabase/schemas/40_functions/private.record_canonical.sql
create function private.record_canonical(p_kind text, p_text text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_key text := private.record_key(p_text);
begin
  return coalesce(
    (select canonical from private.record_synonyms where kind = p_kind and term = v_key),
    v_key
  );
end;
$$;

comment on function private.record_canonical(text, text) is
  'The key a text stands for within a kind of record_synonyms; a word nobody listed stands for itself.';

-- supabase/schemas/40_functions/private.record_condition_identity.sql
create function private.record_condition_identity(p_statements private.record_statement[])
returns table (entry text, item_key text, candidates text[])
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with node as materialized (
      select ordered.item_key as entry,
        (array_agg(ordered.facts ->> 'code'))[1] as code,
        array_agg(distinct ordered.facts ->> 'name') as names,
        -- The entry's own last word: what a child or namesake says must not end it.
        coalesce((array_agg((ordered.facts ->> 'ended')::boolean order by ordered.ordinal desc)
          filter (where ordered.facts ->> 'ended' is not null))[1], false) as ended
      from private.record_in_order(p_statements) as ordered
      group by ordered.item_key
    ),
    leaf as materialized (
      select node.* from node
      where node.code is not null and not exists (
        select from node as child where starts_with(child.code, node.code) and child.code <> node.code
      )
    ),
    coded as materialized (
      select parent.entry, parent.code, parent.names,
        case
          when count(leaf.entry) = 1 and not (bool_and(leaf.ended) and not parent.ended) then min(leaf.entry)
          else parent.entry
        end as item_key,
        case when count(leaf.entry) > 1 then array_agg(leaf.entry order by leaf.entry collate "C") end as candidates
      from node as parent
      left join leaf on starts_with(leaf.code, parent.code) and leaf.code <> parent.code
      where parent.code is not null
      group by parent.entry, parent.code, parent.names, parent.ended
    ),
    namesake as (
      select codeless.entry, codeless.ended, coded.item_key,
        bool_or(coded.names && codeless.names or coded.code = possible.canonical) as is_same_level
      from node as codeless
      left join private.record_synonyms as possible
        on possible.kind = 'condition_code' and possible.term = any (codeless.names)
      join coded on coded.names && codeless.names or starts_with(coded.code, possible.canonical)
      where codeless.code is null
      group by codeless.entry, codeless.ended, coded.item_key
    ),
    codeless as (
      select node.entry,
        case
          when count(namesake.item_key) = 1
            and (bool_and(namesake.is_same_level) or node.ended or not bool_and(target.ended))
            then min(namesake.item_key)
          else node.entry
        end as item_key,
        case when count(namesake.item_key) > 1 then array_agg(namesake.item_key order by namesake.item_key collate "C") end
          as candidates
      from node
      left join namesake on namesake.entry = node.entry
      left join node as target on target.entry = namesake.item_key
      where node.code is null
      group by node.entry, node.ended
    )
    select coded.entry, coded.item_key, coded.candidates from coded
    union all
    select codeless.entry, codeless.item_key, codeless.candidates from codeless;
end;
$$;

comment on function private.record_condition_identity(private.record_statement[]) is
  'Which entries are one condition, decided over the whole set so that no order can matter. Equal codes are one; a parent code or an entry without a code joins a coded one only if exactly one candidate exists, else it stands alone and candidates names them; it also stands alone, without ambiguity, when the more specific one has ended and it has not, since a child''s resolution never resolves its parent.';

-- supabase/schemas/40_functions/private.record_condition_statements.sql
create function private.record_condition_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select history.soap_note_id, 0 as stage, history.position, history.id, history.name, history.icd10_code, history.status,
        history.severity, history.date as onset_date, history.notes
      from public.soap_subjective_history as history
      where history.kind = 'medical' and history.soap_note_id = any (p_note_ids)
      union all
      select problem.soap_note_id, 1, problem.position, problem.id, problem.diagnosis_name, problem.icd10_code, problem.status,
        problem.severity, problem.onset_date, problem.notes
      from public.soap_assessment_problem_list as problem
      where problem.soap_note_id = any (p_note_ids)
    ),
    name as materialized (
      select names.name, private.record_canonical('condition', names.name) as name_key
      from (select distinct stated.name from stated) as names
    ),
    status as materialized (
      select words.status, private.record_status('condition_status', words.status) as clinical_status
      from (select distinct stated.status from stated) as words
    ),
    known as (
      select stated.*, name.name_key, status.clinical_status, private.record_icd10(stated.icd10_code) as code
      from stated
      join name on name.name = stated.name
      left join status on status.status = stated.status
    )
    select coalesce('icd10:' || known.code, 'name:' || coalesce(known.name_key, known.name)), notes.id, notes.encounter_at,
      notes.signed_by, known.stage, known.position, known.id,
      jsonb_build_object(
        'name', known.name, 'icd10', known.icd10_code, 'status', known.status, 'severity', known.severity,
        'onset_date', known.onset_date, 'notes', known.notes
      ),
      jsonb_build_object(
        'code', known.code, 'name', known.name_key,
        'ended', case when known.status ~ '\S' then coalesce(known.clinical_status, 'active') <> 'active' end
      )
    from known
    join public.soap_notes as notes on notes.id = known.soap_note_id
    where known.code is not null or not exists (
      select from private.record_synonyms as synonyms
      where synonyms.kind = 'none_known' and synonyms.term = known.name_key and synonyms.canonical in ('conditions', 'any')
    );
end;
$$;

comment on function private.record_condition_statements(uuid[]) is
  'What the notes say about conditions, from the problem list and the medical history. item_key is the entry a row names by itself (icd10:E119 or name:diabetes) before entries are joined; facts: code, name key, ended (null when the row has no status).';

-- supabase/schemas/40_functions/private.record_field_history.sql
create function private.record_field_history(p_statements private.record_statement[])
returns table (
  item_key text,
  field text,
  value text,
  is_change boolean,
  run bigint,
  ordinal bigint,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select statement.item_key, stated_field.key as field, stated_field.value, statement.ordinal,
        statement.note_id, statement.encounter_at, statement.signed_by
      from private.record_in_order(p_statements) as statement
      cross join lateral jsonb_each_text(statement.fields) as stated_field
      -- A null or blank value says nothing: it neither confirms nor erases.
      where stated_field.value ~ '\S'
    ),
    compared as (
      select stated.*, lag(stated.value) over (partition by stated.item_key, stated.field order by stated.ordinal) as previous
      from stated
    ),
    marked as (
      select compared.*,
        case
          when compared.value = compared.previous then false
          when compared.previous is null then true
          else private.record_key(compared.value) is distinct from private.record_key(compared.previous)
        end as is_change
      from compared
    )
    select marked.item_key, marked.field, marked.value, marked.is_change,
      count(*) filter (where marked.is_change)
        over (partition by marked.item_key, marked.field order by marked.ordinal),
      marked.ordinal, marked.note_id, marked.encounter_at, marked.signed_by
    from marked;
end;
$$;

comment on function private.record_field_history(private.record_statement[]) is
  'Every value the statements give to a field of an item, in the order of the record; run numbers the stretches of one unchanged value, is_change marks the first statement of each.';

-- supabase/schemas/40_functions/private.record_icd10.sql
create function private.record_icd10(p_code text) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_code text := regexp_replace(upper(normalize(p_code, NFKC)), '[.\s]', '', 'g');
begin
  return case when v_code ~ '^[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}$' then v_code end;
end;
$$;

comment on function private.record_icd10(text) is
  'An ICD-10 code for comparing: upper case, no dot (E11.9 and e119 are one). Null for anything that is no code, such as "unknown". Form: section I.A of the ICD-10-CM guidelines, https://www.cdc.gov/nchs/icd/icd-10-cm.';

-- supabase/schemas/40_functions/private.record_in_order.sql
create function private.record_in_order(p_statements private.record_statement[])
returns table (
  item_key text,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid,
  stage integer,
  "position" integer,
  row_id text,
  fields jsonb,
  facts jsonb,
  ordinal bigint
)
language sql
stable
security invoker
set search_path = ''
as $$
  select statement.*,
    row_number() over (
      order by statement.encounter_at, statement.note_id, statement.stage, statement.position, statement.row_id collate "C"
    )
  from unnest(p_statements) as statement
$$;

comment on function private.record_in_order(private.record_statement[]) is
  'Statements with their place in the one order of the record: encounter time, note id, then within a note what was reported before what was decided.';

-- supabase/schemas/40_functions/private.record_item_id.sql
create function private.record_item_id(p_section text, p_item_key text) returns uuid
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return left(encode(sha256(convert_to(p_section || chr(10) || p_item_key, 'UTF8')), 'hex'), 32)::uuid;
end;
$$;

comment on function private.record_item_id(text, text) is
  'Id of an item of the record: the head of the SHA-256 of its section and identity key, so that it is the same whatever the order of merges.';

-- supabase/schemas/40_functions/private.record_items.sql
create function private.record_items(p_section text, p_statements private.record_statement[])
returns table (item_key text, first_ordinal bigint, last_ordinal bigint, item jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with statement as materialized (
      select ordered.*,
        jsonb_build_object('soap_note_id', ordered.note_id, 'encounter_at', private.record_time(ordered.encounter_at)) as mark,
        lag(ordered.note_id) over (partition by ordered.item_key order by ordered.ordinal) is distinct from ordered.note_id
          as opens_note
      from private.record_in_order(p_statements) as ordered
    ),
    history as (
      select field_history.*,
        max(field_history.run) over (partition by field_history.item_key, field_history.field) as last_run,
        lag(field_history.note_id) over (
          partition by field_history.item_key, field_history.field, field_history.run order by field_history.ordinal
        ) is distinct from field_history.note_id as opens_note
      from private.record_field_history(p_statements) as field_history
    ),
    field_state as (
      select history.item_key, history.field,
        (array_agg(history.value order by history.ordinal desc))[1] as value,
        min(history.ordinal) as first_seen,
        min(history.ordinal) filter (where history.run = history.last_run) as last_changed,
        max(history.ordinal) as last_confirmed,
        jsonb_agg(history.note_id order by history.ordinal) filter (where history.run = history.last_run and history.opens_note)
          as source_notes,
        jsonb_agg(distinct history.signed_by) filter (where history.run = history.last_run) as signed_by
      from history
      group by history.item_key, history.field
    ),
    item_fields as (
      select field_state.item_key,
        max(field_state.last_changed) as last_changed,
        jsonb_object_agg(field_state.field, field_state.value) as shown,
        jsonb_object_agg(
          field_state.field,
          jsonb_build_object(
            'first_seen', first_seen.mark, 'last_changed', last_changed.mark, 'last_confirmed', last_confirmed.mark,
            'source_notes', field_state.source_notes, 'signed_by', field_state.signed_by
          )
        ) as provenance
      from field_state
      join statement as first_seen on first_seen.ordinal = field_state.first_seen
      join statement as last_changed on last_changed.ordinal = field_state.last_changed
      join statement as last_confirmed on last_confirmed.ordinal = field_state.last_confirmed
      group by field_state.item_key
    ),
    item_notes as (
      select statement.item_key,
        min(statement.ordinal) as first_seen,
        max(statement.ordinal) as last_confirmed,
        jsonb_agg(statement.note_id order by statement.ordinal) filter (where statement.opens_note) as source_notes,
        jsonb_agg(distinct statement.signed_by) as signed_by
      from statement
      group by statement.item_key
    )
    select item_notes.item_key, item_notes.first_seen, item_notes.last_confirmed,
      item_fields.shown || jsonb_build_object(
        'id', private.record_item_id(p_section, item_notes.item_key),
        'added_from_soap_note_id', first_seen.note_id,
        'last_updated', last_confirmed.mark -> 'encounter_at',
        'provenance', jsonb_build_object(
          'first_seen', first_seen.mark, 'last_changed', last_changed.mark, 'last_confirmed', last_confirmed.mark,
          'source_notes', item_notes.source_notes, 'signed_by', item_notes.signed_by, 'fields', item_fields.provenance
        )
      )
    from item_notes
    join item_fields using (item_key)
    join statement as first_seen on first_seen.ordinal = item_notes.first_seen
    join statement as last_changed on last_changed.ordinal = item_fields.last_changed
    join statement as last_confirmed on last_confirmed.ordinal = item_notes.last_confirmed;
end;
$$;

comment on function private.record_items(text, private.record_statement[]) is
  'Items of one section: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at}, source_notes[], signed_by[], of the item and, under fields, of each field (there source_notes are those that state the value shown). Sections add what is special to them.';

-- supabase/schemas/40_functions/private.record_key.sql
create function private.record_key(p_text text) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- A named collation: lower() must not depend on the locale a server happens to have been built with.
  return nullif(
    btrim(
      regexp_replace(
        regexp_replace(
          lower(normalize(p_text, NFKC) collate pg_catalog.pg_c_utf8),
          '[\u00AD\u200B-\u200D\u2060\uFEFF]', '', 'g'
        ),
        '[\s\u0085\u1680\u2028\u2029]+', ' ', 'g'
      ),
      ' .,;:!?'
    ),
    ''
  );
end;
$$;

comment on function private.record_key(text) is
  'What two spellings of one thing have in common: Unicode NFKC, lower case, single spaces, no invisible characters, no punctuation at the ends. For comparing only, never shown: NFKC turns 2½ mg into 21⁄2 mg. Null when nothing is left.';

-- supabase/schemas/40_functions/private.record_source_notes.sql
create function private.record_source_notes(p_patient_id uuid) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(array_agg(notes.id order by notes.encounter_at, notes.id), '{}')
  from public.soap_notes as notes
  where notes.patient_id = p_patient_id and notes.status = 'signed'
$$;

comment on function private.record_source_notes(uuid) is
  'The notes a patient''s record is made from, in the order of the record: signed and not retracted. The one place that says which notes count.';

-- supabase/schemas/40_functions/private.record_status.sql
create function private.record_status(p_kind text, p_status text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_key text := private.record_key(p_status);
  v_exact text := (select canonical from private.record_synonyms where kind = p_kind and term = v_key);
  v_meanings text[];
begin
  if v_key is null or v_exact is not null then
    return v_exact;
  end if;
  -- "not stopped" must not read as stopped; a listed phrase with a negation in it was matched above.
  if v_key ~ '\m(not|no|never|without|don''t|unless|if)\M' then
    return null;
  end if;
  v_meanings := array(
    select distinct canonical
    from private.record_synonyms
    where kind = p_kind
      and ' ' || regexp_replace(v_key, '[^[:alnum:]-]+', ' ', 'g') || ' ' like '% ' || term || ' %'
  );
  return case when cardinality(v_meanings) = 1 then v_meanings[1] end;
end;
$$;

comment on function private.record_status(text, text) is
  'What a note''s own status word means: by the table, or because the phrase holds one listed term and no negation ("discontinued due to cough"). Null when it means nothing we know; callers then read it as active.';

-- supabase/schemas/40_functions/private.record_synonyms.sql
-- Rules as data. A view and not a table: a row changes by a migration and a new rules_version, never by hand.
-- Sources: CDC = ICD-10-CM index 2026 (https://www.cdc.gov/nchs/icd/icd-10-cm), FHIR = value sets of HL7 FHIR R4
-- (https://hl7.org/fhir/R4/terminologies-valuesets.html), RxNorm = brand and ingredient relations of RxNav
-- (https://mor.nlm.nih.gov/RxNav), USP = dose forms and routes of USP <1151>, LOINC = https://loinc.org,
-- AAAAI = drug allergy classes (https://www.aaaai.org/tools-for-the-public/conditions-library/allergies),
-- usage = abbreviations of everyday charting.
create view private.record_synonyms with (security_invoker = true) as
select kind, term, canonical, source
from (
  values
    ('allergen', 'penicillins', 'penicillin', 'AAAAI'),
    ('allergen', 'pcn', 'penicillin', 'usage'),
    ('allergen', 'sulfa', 'sulfonamide', 'AAAAI'),
    ('allergen', 'sulfa drugs', 'sulfonamide', 'AAAAI'),
    ('allergen', 'sulfa antibiotics', 'sulfonamide', 'AAAAI'),
    ('allergen', 'sulfonamides', 'sulfonamide', 'AAAAI'),
    ('allergen', 'sulphonamides', 'sulfonamide', 'AAAAI'),
    ('allergen', 'cephalosporins', 'cephalosporin', 'AAAAI'),
    ('allergen', 'nsaid', 'nsaids', 'AAAAI'),
    ('allergen', 'non-steroidal anti-inflammatory drugs', 'nsaids', 'AAAAI'),
    ('allergen', 'acetylsalicylic acid', 'aspirin', 'RxNorm'),
    ('allergen', 'asa', 'aspirin', 'usage'),
    ('allergen', 'natural rubber latex', 'latex', 'AAAAI'),
    ('allergen', 'peanuts', 'peanut', 'AAAAI'),
    ('allergen', 'eggs', 'egg', 'AAAAI'),
    ('allergen', 'tree nuts', 'tree nut', 'AAAAI'),
    ('allergen', 'shell fish', 'shellfish', 'AAAAI'),
    ('allergen', 'bee stings', 'bee venom', 'AAAAI'),
    ('allergen', 'bee sting', 'bee venom', 'AAAAI'),
    ('allergen', 'iodinated contrast', 'iodinated contrast media', 'AAAAI'),
    ('allergen', 'iv contrast', 'iodinated contrast media', 'usage'),

    ('none_known', 'nkda', 'allergies', 'usage'),
    ('none_known', 'nka', 'allergies', 'usage'),
    ('none_known', 'no known allergies', 'allergies', 'FHIR'),
    ('none_known', 'no known drug allergies', 'allergies', 'FHIR'),
    ('none_known', 'no allergies', 'allergies', 'usage'),
    ('none_known', 'no drug allergies', 'allergies', 'usage'),
    ('none_known', 'no known drug allergy', 'allergies', 'FHIR'),
    ('none_known', 'no known allergy', 'allergies', 'FHIR'),
    ('none_known', 'none', 'any', 'usage'),
    ('none_known', 'none known', 'any', 'usage'),
    ('none_known', 'none reported', 'any', 'usage'),
    ('none_known', 'no known medications', 'medications', 'FHIR'),
    ('none_known', 'no current medications', 'medications', 'usage'),
    ('none_known', 'no medications', 'medications', 'usage'),
    ('none_known', 'no known problems', 'conditions', 'FHIR'),
    ('none_known', 'no past medical history', 'conditions', 'usage'),
    ('none_known', 'no known conditions', 'conditions', 'FHIR'),

    ('allergy_status', 'active', 'active', 'FHIR'),
    ('allergy_status', 'inactive', 'inactive', 'FHIR'),
    ('allergy_status', 'resolved', 'inactive', 'FHIR'),
    ('allergy_status', 'outgrown', 'inactive', 'usage'),
    ('allergy_status', 'refuted', 'refuted', 'FHIR'),
    ('allergy_status', 'ruled out', 'refuted', 'usage'),
    ('allergy_status', 'disproved', 'refuted', 'usage'),
    ('allergy_status', 'disproven', 'refuted', 'usage'),
    ('allergy_status', 'de-labelled', 'refuted', 'usage'),
    ('allergy_status', 'delabeled', 'refuted', 'usage'),
    ('allergy_status', 'entered in error', 'refuted', 'FHIR'),
    ('allergy_status', 'entered-in-error', 'refuted', 'FHIR'),

    ('condition_status', 'active', 'active', 'FHIR'),
    ('condition_status', 'recurrence', 'active', 'FHIR'),
    ('condition_status', 'relapse', 'active', 'FHIR'),
    ('condition_status', 'inactive', 'inactive', 'FHIR'),
    ('condition_status', 'remission', 'inactive', 'FHIR'),
    ('condition_status', 'in remission', 'inactive', 'FHIR'),
    ('condition_status', 'history of', 'inactive', 'usage'),
    ('condition_status', 'past', 'inactive', 'usage'),
    ('condition_status', 'resolved', 'resolved', 'FHIR'),
    ('condition_status', 'cured', 'resolved', 'usage'),
    ('condition_status', 'healed', 'resolved', 'usage'),
    ('condition_status', 'recovered', 'resolved', 'usage'),
    ('condition_status', 'refuted', 'refuted', 'FHIR'),
    ('condition_status', 'ruled out', 'refuted', 'usage'),
    ('condition_status', 'excluded', 'refuted', 'usage'),
    ('condition_status', 'entered in error', 'entered_in_error', 'FHIR'),
    ('condition_status', 'entered-in-error', 'entered_in_error', 'FHIR'),
    ('condition_status', 'entered_in_error', 'entered_in_error', 'FHIR'),

    ('medication_status', 'active', 'active', 'FHIR'),
    ('medication_status', 'continue', 'active', 'usage'),
    ('medication_status', 'continued', 'active', 'usage'),
    ('medication_status', 'restart', 'active', 'usage'),
    ('medication_status', 'restarted', 'active', 'usage'),
    ('medication_status', 'resumed', 'active', 'usage'),
    ('medication_status', 'start', 'active', 'usage'),
    ('medication_status', 'started', 'active', 'usage'),
    ('medication_status', 'new', 'active', 'usage'),
    ('medication_status', 'on hold', 'on_hold', 'FHIR'),
    ('medication_status', 'on-hold', 'on_hold', 'FHIR'),
    ('medication_status', 'on_hold', 'on_hold', 'FHIR'),
    ('medication_status', 'held', 'on_hold', 'usage'),
    ('medication_status', 'hold', 'on_hold', 'usage'),
    ('medication_status', 'paused', 'on_hold', 'usage'),
    ('medication_status', 'discontinued', 'discontinued', 'usage'),
    ('medication_status', 'discontinue', 'discontinued', 'usage'),
    ('medication_status', 'stopped', 'discontinued', 'FHIR'),
    ('medication_status', 'stop', 'discontinued', 'usage'),
    ('medication_status', 'ceased', 'discontinued', 'usage'),
    ('medication_status', 'inactive', 'discontinued', 'usage'),
    ('medication_status', 'no longer taking', 'discontinued', 'usage'),
    ('medication_status', 'not taking', 'discontinued', 'FHIR'),
    ('medication_status', 'not-taken', 'discontinued', 'FHIR'),
    ('medication_status', 'completed', 'completed', 'FHIR'),
    ('medication_status', 'finished', 'completed', 'usage'),
    ('medication_status', 'entered in error', 'entered_in_error', 'FHIR'),
    ('medication_status', 'entered-in-error', 'entered_in_error', 'FHIR'),
    ('medication_status', 'refused', 'proposed', 'usage'),
    ('medication_status', 'declined', 'proposed', 'usage'),
    ('medication_status', 'considered', 'proposed', 'usage'),
    ('medication_status', 'consider', 'proposed', 'usage'),
    ('medication_status', 'considering', 'proposed', 'usage'),
    ('medication_status', 'under consideration', 'proposed', 'usage'),
    ('medication_status', 'discussed', 'proposed', 'usage'),
    ('medication_status', 'proposed', 'proposed', 'FHIR'),
    ('medication_status', 'planned', 'proposed', 'usage'),
    ('medication_status', 'planned only', 'proposed', 'usage'),
    ('medication_status', 'planned-only', 'proposed', 'usage'),
    ('medication_status', 'intended', 'proposed', 'FHIR'),
    ('medication_status', 'not started', 'proposed', 'usage'),
    ('medication_status', 'not prescribed', 'proposed', 'usage'),

    ('condition', 'htn', 'hypertension', 'usage'),
    ('condition', 'high blood pressure', 'hypertension', 'CDC'),
    ('condition', 'dm', 'diabetes', 'usage'),
    ('condition', 'diabetes mellitus', 'diabetes', 'CDC'),
    ('condition', 't1dm', 'type 1 diabetes', 'usage'),
    ('condition', 'dm1', 'type 1 diabetes', 'usage'),
    ('condition', 'type 1 diabetes mellitus', 'type 1 diabetes', 'CDC'),
    ('condition', 'type i diabetes', 'type 1 diabetes', 'CDC'),
    ('condition', 'diabetes type 1', 'type 1 diabetes', 'CDC'),
    ('condition', 't2dm', 'type 2 diabetes', 'usage'),
    ('condition', 'dm2', 'type 2 diabetes', 'usage'),
    ('condition', 'type 2 diabetes mellitus', 'type 2 diabetes', 'CDC'),
    ('condition', 'type ii diabetes', 'type 2 diabetes', 'CDC'),
    ('condition', 'diabetes type 2', 'type 2 diabetes', 'CDC'),
    ('condition', 'gastroesophageal reflux disease', 'gerd', 'CDC'),
    ('condition', 'gastro-esophageal reflux disease', 'gerd', 'CDC'),
    ('condition', 'acid reflux', 'gerd', 'usage'),
    ('condition', 'chronic obstructive pulmonary disease', 'copd', 'CDC'),
    ('condition', 'chronic kidney disease', 'ckd', 'CDC'),
    ('condition', 'coronary artery disease', 'cad', 'CDC'),
    ('condition', 'chf', 'heart failure', 'usage'),
    ('condition', 'congestive heart failure', 'heart failure', 'CDC'),
    ('condition', 'afib', 'atrial fibrillation', 'usage'),
    ('condition', 'atrial fib', 'atrial fibrillation', 'usage'),

    ('condition_code', 'diabetes', 'E08', 'CDC'),
    ('condition_code', 'diabetes', 'E09', 'CDC'),
    ('condition_code', 'diabetes', 'E10', 'CDC'),
    ('condition_code', 'diabetes', 'E11', 'CDC'),
    ('condition_code', 'diabetes', 'E13', 'CDC'),
    ('condition_code', 'type 1 diabetes', 'E10', 'CDC'),
    ('condition_code', 'type 2 diabetes', 'E11', 'CDC'),
    ('condition_code', 'hypertension', 'I10', 'CDC'),
    ('condition_code', 'essential hypertension', 'I10', 'CDC'),
    ('condition_code', 'asthma', 'J45', 'CDC'),
    ('condition_code', 'copd', 'J44', 'CDC'),
    ('condition_code', 'gerd', 'K21', 'CDC'),
    ('condition_code', 'ckd', 'N18', 'CDC'),
    ('condition_code', 'heart failure', 'I50', 'CDC'),
    ('condition_code', 'atrial fibrillation', 'I48', 'CDC'),
    ('condition_code', 'hypothyroidism', 'E03', 'CDC'),
    ('condition_code', 'migraine', 'G43', 'CDC'),
    ('condition_code', 'epilepsy', 'G40', 'CDC'),
    ('condition_code', 'pneumonia', 'J18', 'CDC'),

    ('route', 'po', 'oral', 'USP'),
    ('route', 'p.o', 'oral', 'USP'),
    ('route', 'by mouth', 'oral', 'USP'),
    ('route', 'orally', 'oral', 'USP'),
    ('route', 'per os', 'oral', 'USP'),
    ('route', 'iv', 'intravenous', 'USP'),
    ('route', 'intravenously', 'intravenous', 'USP'),
    ('route', 'im', 'intramuscular', 'USP'),
    ('route', 'intramuscularly', 'intramuscular', 'USP'),
    ('route', 'sc', 'subcutaneous', 'USP'),
    ('route', 'sq', 'subcutaneous', 'USP'),
    ('route', 'subcut', 'subcutaneous', 'USP'),
    ('route', 'subq', 'subcutaneous', 'USP'),
    ('route', 'subcutaneously', 'subcutaneous', 'USP'),
    ('route', 'sl', 'sublingual', 'USP'),
    ('route', 'under the tongue', 'sublingual', 'USP'),
    ('route', 'pr', 'rectal', 'USP'),
    ('route', 'rectally', 'rectal', 'USP'),
    ('route', 'inhaled', 'inhalation', 'USP'),
    ('route', 'by inhalation', 'inhalation', 'USP'),
    ('route', 'inh', 'inhalation', 'USP'),
    ('route', 'topically', 'topical', 'USP'),
    ('route', 'on the skin', 'topical', 'USP'),
    ('route', 'in the eye', 'ophthalmic', 'USP'),
    ('route', 'in both eyes', 'ophthalmic', 'USP'),
    ('route', 'both eyes', 'ophthalmic', 'USP'),
    ('route', 'eye', 'ophthalmic', 'USP'),
    ('route', 'in the ear', 'otic', 'USP'),
    ('route', 'nasally', 'nasal', 'USP'),
    ('route', 'intranasal', 'nasal', 'USP'),

    ('dose_form', 'eye drops', 'ophthalmic', 'USP'),
    ('dose_form', 'eye drop', 'ophthalmic', 'USP'),
    ('dose_form', 'eye ointment', 'ophthalmic', 'USP'),
    ('dose_form', 'ophthalmic solution', 'ophthalmic', 'USP'),
    ('dose_form', 'ophthalmic suspension', 'ophthalmic', 'USP'),
    ('dose_form', 'ophthalmic', 'ophthalmic', 'USP'),
    ('dose_form', 'ear drops', 'otic', 'USP'),
    ('dose_form', 'otic', 'otic', 'USP'),
    ('dose_form', 'nasal spray', 'nasal', 'USP'),
    ('dose_form', 'inhaler', 'inhalation', 'USP'),
    ('dose_form', 'nebulizer', 'inhalation', 'USP'),
    ('dose_form', 'cream', 'topical', 'USP'),
    ('dose_form', 'ointment', 'topical', 'USP'),
    ('dose_form', 'lotion', 'topical', 'USP'),
    ('dose_form', 'gel', 'topical', 'USP'),
    ('dose_form', 'topical', 'topical', 'USP'),
    ('dose_form', 'patch', 'transdermal', 'USP'),
    ('dose_form', 'suppository', 'rectal', 'USP'),
    ('dose_form', 'tablet', 'oral', 'USP'),
    ('dose_form', 'tablets', 'oral', 'USP'),
    ('dose_form', 'tab', 'oral', 'USP'),
    ('dose_form', 'tabs', 'oral', 'USP'),
    ('dose_form', 'capsule', 'oral', 'USP'),
    ('dose_form', 'capsules', 'oral', 'USP'),
    ('dose_form', 'oral', 'oral', 'USP'),

    ('release_form', 'xr', 'extended release', 'USP'),
    ('release_form', 'er', 'extended release', 'USP'),
    ('release_form', 'sr', 'extended release', 'USP'),
    ('release_form', 'xl', 'extended release', 'USP'),
    ('release_form', 'la', 'extended release', 'USP'),
    ('release_form', 'cr', 'extended release', 'USP'),
    ('release_form', 'extended-release', 'extended release', 'USP'),
    ('release_form', 'sustained release', 'extended release', 'USP'),
    ('release_form', 'controlled release', 'extended release', 'USP'),
    ('release_form', 'dr', 'delayed release', 'USP'),
    ('release_form', 'ec', 'delayed release', 'USP'),
    ('release_form', 'delayed-release', 'delayed release', 'USP'),
    ('release_form', 'enteric coated', 'delayed release', 'USP'),

    ('drug', 'prinivil', 'lisinopril', 'RxNorm'),
    ('drug', 'zestril', 'lisinopril', 'RxNorm'),
    ('drug', 'norvasc', 'amlodipine', 'RxNorm'),
    ('drug', 'amlodipine besylate', 'amlodipine', 'RxNorm'),
    ('drug', 'cozaar', 'losartan', 'RxNorm'),
    ('drug', 'losartan potassium', 'losartan', 'RxNorm'),
    ('drug', 'lopressor', 'metoprolol tartrate', 'RxNorm'),
    ('drug', 'toprol extended release', 'metoprolol succinate extended release', 'RxNorm'),
    ('drug', 'lipitor', 'atorvastatin', 'RxNorm'),
    ('drug', 'atorvastatin calcium', 'atorvastatin', 'RxNorm'),
    ('drug', 'zocor', 'simvastatin', 'RxNorm'),
    ('drug', 'crestor', 'rosuvastatin', 'RxNorm'),
    ('drug', 'glucophage', 'metformin', 'RxNorm'),
    ('drug', 'glucophage extended release', 'metformin extended release', 'RxNorm'),
    ('drug', 'metformin hydrochloride', 'metformin', 'RxNorm'),
    ('drug', 'metformin hcl', 'metformin', 'RxNorm'),
    ('drug', 'prilosec', 'omeprazole', 'RxNorm'),
    ('drug', 'nexium', 'esomeprazole', 'RxNorm'),
    ('drug', 'protonix', 'pantoprazole', 'RxNorm'),
    ('drug', 'tylenol', 'acetaminophen', 'RxNorm'),
    ('drug', 'paracetamol', 'acetaminophen', 'RxNorm'),
    ('drug', 'advil', 'ibuprofen', 'RxNorm'),
    ('drug', 'motrin', 'ibuprofen', 'RxNorm'),
    ('drug', 'aleve', 'naproxen sodium', 'RxNorm'),
    ('drug', 'acetylsalicylic acid', 'aspirin', 'RxNorm'),
    ('drug', 'asa', 'aspirin', 'usage'),
    ('drug', 'amoxil', 'amoxicillin', 'RxNorm'),
    ('drug', 'augmentin', 'amoxicillin / clavulanate', 'RxNorm'),
    ('drug', 'amoxicillin-clavulanate', 'amoxicillin / clavulanate', 'RxNorm'),
    ('drug', 'co-amoxiclav', 'amoxicillin / clavulanate', 'RxNorm'),
    ('drug', 'clavulanate potassium', 'clavulanate', 'RxNorm'),
    ('drug', 'clavulanic acid', 'clavulanate', 'RxNorm'),
    ('drug', 'bactrim', 'sulfamethoxazole / trimethoprim', 'RxNorm'),
    ('drug', 'septra', 'sulfamethoxazole / trimethoprim', 'RxNorm'),
    ('drug', 'co-trimoxazole', 'sulfamethoxazole / trimethoprim', 'RxNorm'),
    ('drug', 'trimethoprim-sulfamethoxazole', 'sulfamethoxazole / trimethoprim', 'RxNorm'),
    ('drug', 'sulfamethoxazole-trimethoprim', 'sulfamethoxazole / trimethoprim', 'RxNorm'),
    ('drug', 'keflex', 'cephalexin', 'RxNorm'),
    ('drug', 'zithromax', 'azithromycin', 'RxNorm'),
    ('drug', 'zoloft', 'sertraline', 'RxNorm'),
    ('drug', 'prozac', 'fluoxetine', 'RxNorm'),
    ('drug', 'synthroid', 'levothyroxine', 'RxNorm'),
    ('drug', 'levothyroxine sodium', 'levothyroxine', 'RxNorm'),
    ('drug', 'lasix', 'furosemide', 'RxNorm'),
    ('drug', 'hctz', 'hydrochlorothiazide', 'usage'),
    ('drug', 'coumadin', 'warfarin', 'RxNorm'),
    ('drug', 'ventolin', 'albuterol', 'RxNorm'),
    ('drug', 'proventil', 'albuterol', 'RxNorm'),
    ('drug', 'salbutamol', 'albuterol', 'RxNorm'),
    ('drug', 'mtx', 'methotrexate', 'usage'),

    ('drug_class', 'penicillin v', 'penicillin', 'AAAAI'),
    ('drug_class', 'penicillin g', 'penicillin', 'AAAAI'),
    ('drug_class', 'amoxicillin', 'penicillin', 'AAAAI'),
    ('drug_class', 'ampicillin', 'penicillin', 'AAAAI'),
    ('drug_class', 'piperacillin', 'penicillin', 'AAAAI'),
    ('drug_class', 'dicloxacillin', 'penicillin', 'AAAAI'),
    ('drug_class', 'nafcillin', 'penicillin', 'AAAAI'),
    ('drug_class', 'oxacillin', 'penicillin', 'AAAAI'),
    ('drug_class', 'cephalexin', 'cephalosporin', 'AAAAI'),
    ('drug_class', 'cefazolin', 'cephalosporin', 'AAAAI'),
    ('drug_class', 'cefuroxime', 'cephalosporin', 'AAAAI'),
    ('drug_class', 'ceftriaxone', 'cephalosporin', 'AAAAI'),
    ('drug_class', 'cefdinir', 'cephalosporin', 'AAAAI'),
    ('drug_class', 'sulfamethoxazole', 'sulfonamide', 'AAAAI'),
    ('drug_class', 'sulfadiazine', 'sulfonamide', 'AAAAI'),
    ('drug_class', 'sulfasalazine', 'sulfonamide', 'AAAAI'),
    ('drug_class', 'aspirin', 'nsaids', 'AAAAI'),
    ('drug_class', 'ibuprofen', 'nsaids', 'AAAAI'),
    ('drug_class', 'naproxen', 'nsaids', 'AAAAI'),
    ('drug_class', 'naproxen sodium', 'nsaids', 'AAAAI'),
    ('drug_class', 'diclofenac', 'nsaids', 'AAAAI'),
    ('drug_class', 'ketorolac', 'nsaids', 'AAAAI'),
    ('drug_class', 'meloxicam', 'nsaids', 'AAAAI'),

    ('relationship', 'mom', 'mother', 'FHIR'),
    ('relationship', 'mum', 'mother', 'FHIR'),
    ('relationship', 'dad', 'father', 'FHIR'),
    ('relationship', 'grandma', 'grandmother', 'FHIR'),
    ('relationship', 'grandpa', 'grandfather', 'FHIR'),

    ('social_topic', 'tobacco', 'smoking', 'usage'),
    ('social_topic', 'tobacco use', 'smoking', 'usage'),
    ('social_topic', 'smoking status', 'smoking', 'LOINC'),
    ('social_topic', 'alcohol use', 'alcohol', 'LOINC'),
    ('social_topic', 'drug use', 'substance use', 'LOINC'),
    ('social_topic', 'employment', 'occupation', 'LOINC'),

    ('vital', 'bp', 'blood pressure', 'LOINC'),
    ('vital', 'hr', 'heart rate', 'LOINC'),
    ('vital', 'pulse', 'heart rate', 'LOINC'),
    ('vital', 'pulse rate', 'heart rate', 'LOINC'),
    ('vital', 'rr', 'respiratory rate', 'LOINC'),
    ('vital', 'respirations', 'respiratory rate', 'LOINC'),
    ('vital', 'temp', 'temperature', 'LOINC'),
    ('vital', 'body temperature', 'temperature', 'LOINC'),
    ('vital', 'spo2', 'oxygen saturation', 'LOINC'),
    ('vital', 'o2 sat', 'oxygen saturation', 'LOINC'),
    ('vital', 'o2 saturation', 'oxygen saturation', 'LOINC'),
    ('vital', 'sao2', 'oxygen saturation', 'LOINC'),
    ('vital', 'wt', 'weight', 'LOINC'),
    ('vital', 'body weight', 'weight', 'LOINC'),
    ('vital', 'ht', 'height', 'LOINC'),
    ('vital', 'body height', 'height', 'LOINC')
) as rules (kind, term, canonical, source);

comment on view private.record_synonyms is
  'What the rules of the record call the same: term is a key as private.record_key makes it, canonical what it stands for, source where the rule comes from. condition_code gives the ICD-10 codes a name without a code may stand for (several rows per term), none_known the list a term denies, drug_class what an allergy to the class covers.';

-- supabase/schemas/40_functions/private.record_time.sql
create function private.record_time(p_time timestamptz) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return regexp_replace(to_char(p_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '\.?0+Z$', 'Z');
end;
$$;

comment on function private.record_time(timestamptz) is
  'A moment as RFC 3339 in UTC, whatever time zone the session has: 2026-01-17T14:15:00Z.';

-- supabase/schemas/40_functions/private.refuse_change.sql
create function private.refuse_change() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  raise exception 'Cannot % %: its rows never change', pg_catalog.lower(tg_op), tg_table_name using errcode = '42501';
end;
$$;

comment on function private.refuse_change() is 'Trigger: rows are added and never changed, whoever asks.';

-- supabase/schemas/40_functions/private.require_keys.sql
create function private.require_keys(p_object jsonb, p_keys text[], p_what text) returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if jsonb_typeof(p_object) is distinct from 'object' then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s is not an object', p_what));
  end if;
  if p_object - p_keys <> '{}' then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: %s has an unknown key', p_what));
  end if;
end;
$$;

comment on function private.require_keys(jsonb, text[], text) is
  'Raises INVALID_REQUEST unless the value is an object with no other keys than these: what has no column would be lost.';

-- supabase/schemas/40_functions/private.set_updated_at.sql
create function private.set_updated_at() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  new.updated_at := pg_catalog.now();
  return new;
end;
$$;

comment on function private.set_updated_at() is 'Trigger: the row''s time of last change is the database''s.';

-- supabase/schemas/40_functions/private.sha256_hex.sql
create function private.sha256_hex(p_content jsonb) returns text
language sql
immutable
strict
security invoker
set search_path = ''
as $$
  select encode(sha256(convert_to(p_content::text, 'UTF8')), 'hex')
$$;

comment on function private.sha256_hex(jsonb) is 'SHA-256 over the canonical text of a jsonb value (keys ordered and unique, numbers as written), in hexadecimal.';

-- supabase/schemas/40_functions/private.soap_item_defaults.sql
create function private.soap_item_defaults(p_table_name text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_object_agg(
    attname,
    case
      when attname = 'evidence' then '[]'::jsonb
      when p_table_name = 'soap_safety_alerts' and attname = 'status' then '"open"'
      else 'null'
    end
  )
  from pg_catalog.pg_attribute
  where attrelid = format('public.%I', p_table_name)::regclass
    and attnum > 0 and not attisdropped
    and attname not in ('soap_note_id', 'position')
$$;

comment on function private.soap_item_defaults(text) is 'The keys an item of this table has in a SoapNote, each with the value that stands for "not said".';

-- supabase/schemas/40_functions/private.soap_note_item.sql
create function private.soap_note_item(p_row jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_row ->> 'measured_at' is null then p_row - '{soap_note_id,position}'::text[]
    else jsonb_set(
      p_row - '{soap_note_id,position}'::text[],
      '{measured_at}',
      to_jsonb(private.utc_text((p_row ->> 'measured_at')::timestamptz))
    )
  end
$$;

comment on function private.soap_note_item(jsonb) is 'A row of a soap_* table as the item of a SoapNote: without its place, times in UTC.';

-- supabase/schemas/40_functions/private.soap_note_sections.sql
create function private.soap_note_sections() returns table (path text[], table_name text, max_items integer)
language sql
immutable
security invoker
set search_path = ''
as $$
  values
    (array['subjective', 'hpi'], 'soap_subjective_hpi', 500),
    (array['subjective', 'reviewOfSystems'], 'soap_subjective_review_of_systems', 500),
    (array['subjective', 'history'], 'soap_subjective_history', 500),
    (array['subjective', 'medications'], 'soap_subjective_medications', 500),
    (array['subjective', 'allergies'], 'soap_subjective_allergies', 500),
    (array['objective', 'vitalSigns'], 'soap_objective_vital_signs', 500),
    (array['objective', 'physicalExam'], 'soap_objective_physical_exam', 500),
    (array['objective', 'diagnostics'], 'soap_objective_diagnostics', 500),
    (array['assessment', 'problems'], 'soap_assessment_problem_list', 500),
    (array['plan', 'medications'], 'soap_plan_medication', 500),
    (array['plan', 'items'], 'soap_plan_items', 500),
    (array['safetyAlerts'], 'soap_safety_alerts', 200),
    (array['coding'], 'soap_coding_billing', 200)
$$;

comment on function private.soap_note_sections() is
  'Which array of a SoapNote is stored in which table; the keys of its items are the columns of that table.';

-- supabase/schemas/40_functions/private.soap_note_sha256.sql
create function private.soap_note_sha256(p_note_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select private.sha256_hex(private.read_soap_note(p_note_id))
$$;

comment on function private.soap_note_sha256(uuid) is 'Hash of a note''s whole content, what a signature covers; null when there is no such note.';

-- supabase/schemas/40_functions/private.utc_text.sql
create function private.utc_text(p_time timestamptz) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select to_char(p_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || rtrim(rtrim(to_char(p_time at time zone 'UTC', '.US'), '0'), '.') || 'Z'
$$;

comment on function private.utc_text(timestamptz) is
  'A time as RFC 3339 in UTC, fraction of a second only where there is one; the same whatever the session''s time zone.';

-- supabase/schemas/40_functions/private.write_soap_note.sql
create function private.write_soap_note(p_note_id uuid, p_note jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_section record;
  v_items jsonb;
begin
  for v_section in select path, table_name from private.soap_note_sections() loop
    v_items := p_note #> v_section.path;
    if v_section.table_name = 'soap_subjective_hpi' and p_note #> '{subjective,chiefComplaint}' <> 'null' then
      v_items := jsonb_build_array(p_note #> '{subjective,chiefComplaint}' || '{"element": "chief_complaint"}') || v_items;
    end if;

    execute format('delete from public.%I where soap_note_id = $1', v_section.table_name) using p_note_id;
    execute format(
      'insert into public.%1$I
       select item_row.*
       from jsonb_array_elements($2) with ordinality as items (item, place)
       cross join lateral jsonb_populate_record(
         null::public.%1$I, item || jsonb_build_object(''soap_note_id'', $1, ''position'', place - 1)
       ) as item_row',
      v_section.table_name
    )
    using p_note_id, v_items;
  end loop;

  update public.soap_notes
  set schema_version = p_note ->> 'schemaVersion', list_states = p_note #> '{subjective,listStates}', meta = p_note -> 'meta'
  where id = p_note_id;
  update public.soap_notes set content_sha256 = private.soap_note_sha256(id) where id = p_note_id;
exception
  -- Constraint messages quote the row: none of it may reach a client or a log.
  when integrity_constraint_violation or data_exception then
    perform private.reject('INVALID_REQUEST', 'Cannot write SOAP note: an item breaks a rule of its table');
end;
$$;

comment on function private.write_soap_note(uuid, jsonb) is
  'Replaces the content of a draft note by a SoapNote that private.parse_soap_note returned. Raises INVALID_REQUEST when a constraint of a table refuses an item.';

-- supabase/schemas/50_rpcs/public.append_transcript_chunks.sql
create function public.append_transcript_chunks(p_encounter_id uuid, p_chunks jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.append_transcript_chunks(p_encounter_id, p_chunks)
$$;

comment on function public.append_transcript_chunks(uuid, jsonb) is
  'Stores what was said, for the participants of the encounter: p_chunks [{sequence, text, attendee_id?, speaker?, started_at?}], all or nothing; answers {stored, replayed}. The speaker is who calls, or for the provider whoever video_call_attendees says. Refuses: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.append_transcript_chunks(uuid, jsonb) to authenticated;

-- supabase/schemas/50_rpcs/public.begin_soap_draft.sql
create function public.begin_soap_draft(
  p_encounter_id uuid,
  p_appointment_id uuid default null,
  p_provider_id uuid default null,
  p_patient_id uuid default null,
  p_transcript jsonb default null,
  p_model text default null,
  p_prompt_version text default null,
  p_idempotency_key text default null
) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.begin_soap_draft(
    p_encounter_id,
    p_appointment_id,
    p_provider_id,
    p_patient_id,
    p_transcript,
    p_model,
    p_prompt_version,
    p_idempotency_key
  )
$$;

comment on function public.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) is
  'Begins a draft of an encounter''s note, or answers the draft that was made of the same snapshot and transcript by the same model and prompt: {draft_id, revision, soap_status, soap_draft?, soap_note_id?, encounter, snapshot, transcript, transcript_sha256}. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, TRANSCRIPT_EMPTY, IDEMPOTENCY_KEY_REUSED.';

grant execute on function public.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) to authenticated;

-- supabase/schemas/50_rpcs/public.complete_soap_draft.sql
create function public.complete_soap_draft(p_draft_id uuid, p_note jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.complete_soap_draft(p_draft_id, p_note)
$$;

comment on function public.complete_soap_draft(uuid, jsonb) is
  'Stores a finished draft, and makes it the encounter''s open note unless a clinician edited that one: {draft_id, revision, soap_status, soap_draft, soap_note_id, soap_note}. Refuses: INVALID_REQUEST, FORBIDDEN, NOT_FOUND, DRAFT_LOCKED.';

grant execute on function public.complete_soap_draft(uuid, jsonb) to authenticated;

-- supabase/schemas/50_rpcs/public.create_context_snapshot.sql
create function public.create_context_snapshot(
  p_encounter_id uuid,
  p_appointment_id uuid default null,
  p_patient_id uuid default null,
  p_idempotency_key text default null
) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.create_context_snapshot(p_encounter_id, p_appointment_id, p_patient_id, p_idempotency_key)
$$;

comment on function public.create_context_snapshot(uuid, uuid, uuid, text) is
  'Takes the context snapshot of an encounter for its provider: {snapshot}. The same snapshot while nothing changed, a new version when the record did. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.';

grant execute on function public.create_context_snapshot(uuid, uuid, uuid, text) to authenticated;

-- supabase/schemas/50_rpcs/public.get_patient_history.sql
create function public.get_patient_history(
  p_patient_id uuid,
  p_appointment_id uuid default null,
  p_cursor text default null
) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.get_patient_history(p_patient_id, p_appointment_id, p_cursor)
$$;

comment on function public.get_patient_history(uuid, uuid, text) is
  'History of a patient, for the patient and for providers who have the patient in care: {hasHistory, patientData, pastNotes, nextCursor?, record}. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND, APPOINTMENT_NOT_FOUND.';

grant execute on function public.get_patient_history(uuid, uuid, text) to authenticated;

-- supabase/schemas/50_rpcs/public.save_soap_note.sql
create function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns uuid
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.save_soap_note(p_encounter_id, p_note, p_expected_revision)
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id. Raises: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.save_soap_note(uuid, jsonb, integer) to authenticated;

-- supabase/schemas/50_rpcs/public.sign_soap_note.sql
create function public.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text default null) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.sign_soap_note(p_soap_note_id, p_content_sha256)
$$;

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision}, again when repeated. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, REVISION_CONFLICT.';

grant execute on function public.sign_soap_note(uuid, text) to authenticated;

-- supabase/schemas/60_triggers/appointments.sql
create trigger set_updated_at before update on public.appointments
  for each row execute function private.set_updated_at();

-- supabase/schemas/60_triggers/call_transcript_chunks.sql
create trigger refuse_change before update or delete on public.call_transcript_chunks
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.call_transcript_chunks
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/context_snapshots.sql
create trigger refuse_change before update or delete on public.context_snapshots
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.context_snapshots
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/medical_provider_profiles.sql
create trigger set_updated_at before update on public.medical_provider_profiles
  for each row execute function private.set_updated_at();

-- supabase/schemas/60_triggers/patient_profiles.sql
create trigger set_updated_at before update on public.patient_profiles
  for each row execute function private.set_updated_at();

-- supabase/schemas/60_triggers/soap_assessment_problem_list.sql
create trigger keep_signed_item before insert or update or delete on public.soap_assessment_problem_list
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_assessment_problem_list
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_coding_billing.sql
create trigger keep_signed_item before insert or update or delete on public.soap_coding_billing
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_coding_billing
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_note_merges.sql
create trigger refuse_change before update or delete on public.soap_note_merges
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.soap_note_merges
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_notes.sql
create trigger set_updated_at before update on public.soap_notes
  for each row execute function private.set_updated_at();

create trigger keep_signed_note before update or delete on public.soap_notes
  for each row execute function private.keep_signed_note();

create trigger refuse_truncate before truncate on public.soap_notes
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_objective_diagnostics.sql
create trigger keep_signed_item before insert or update or delete on public.soap_objective_diagnostics
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_objective_diagnostics
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_objective_physical_exam.sql
create trigger keep_signed_item before insert or update or delete on public.soap_objective_physical_exam
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_objective_physical_exam
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_objective_vital_signs.sql
create trigger keep_signed_item before insert or update or delete on public.soap_objective_vital_signs
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_objective_vital_signs
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_plan_items.sql
create trigger keep_signed_item before insert or update or delete on public.soap_plan_items
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_plan_items
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_plan_medication.sql
create trigger keep_signed_item before insert or update or delete on public.soap_plan_medication
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_plan_medication
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_safety_alerts.sql
create trigger keep_signed_item before insert or update or delete on public.soap_safety_alerts
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_safety_alerts
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_subjective_allergies.sql
create trigger keep_signed_item before insert or update or delete on public.soap_subjective_allergies
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_subjective_allergies
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_subjective_history.sql
create trigger keep_signed_item before insert or update or delete on public.soap_subjective_history
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_subjective_history
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_subjective_hpi.sql
create trigger keep_signed_item before insert or update or delete on public.soap_subjective_hpi
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_subjective_hpi
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_subjective_medications.sql
create trigger keep_signed_item before insert or update or delete on public.soap_subjective_medications
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_subjective_medications
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/soap_subjective_review_of_systems.sql
create trigger keep_signed_item before insert or update or delete on public.soap_subjective_review_of_systems
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_subjective_review_of_systems
  for each statement execute function private.refuse_change();

-- supabase/schemas/60_triggers/users.sql
create trigger set_updated_at before update on public.users
  for each row execute function private.set_updated_at();

-- supabase/schemas/60_triggers/video_call_sessions.sql
create trigger set_updated_at before update on public.video_call_sessions
  for each row execute function private.set_updated_at();

create trigger keep_encounter_order before update of encounter_status on public.video_call_sessions
  for each row execute function private.keep_encounter_order();
