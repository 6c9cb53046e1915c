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

-- supabase/schemas/10_private/private.record_statement.sql
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

-- supabase/schemas/40_functions/private.age_in_years.sql
create function private.age_in_years(p_date_of_birth date) returns integer
language sql
stable
security invoker
set search_path = ''
as $$
  select extract(year from age((now() at time zone 'UTC')::date, p_date_of_birth))::integer
$$;

comment on function private.age_in_years(date) is 'Age in completed years today, in UTC.';

-- supabase/schemas/40_functions/private.append_transcript_chunks.sql
-- Definer: clients have no INSERT on public.call_transcript_chunks; who said what is decided here.
create function private.append_transcript_chunks(p_encounter_id uuid, p_chunks jsonb) returns jsonb
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

  insert into public.call_transcript_chunks
  select * from unnest(v_rows)
  on conflict do nothing;
  get diagnostics v_stored = row_count;
  return jsonb_build_object('stored', v_stored, 'replayed', jsonb_array_length(p_chunks) - v_stored);
end;
$$;

comment on function private.append_transcript_chunks(uuid, jsonb) is 'Body of public.append_transcript_chunks.';

grant execute on function private.append_transcript_chunks(uuid, jsonb) to authenticated;

-- supabase/schemas/40_functions/private.are_transcript_chunks.sql
create function private.are_transcript_chunks(p_chunks jsonb) returns boolean
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

-- supabase/schemas/40_functions/private.begin_soap_draft.sql
-- Definer: clients have no INSERT on drafts and transcripts, and drafts of an encounter are numbered here.
create function private.begin_soap_draft(
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

-- supabase/schemas/40_functions/private.claim_idempotency_key.sql
create function private.claim_idempotency_key(
  p_user_id uuid, p_operation text, p_key text, p_request jsonb, out refusal text, out result_id uuid
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_sha256 text := private.sha256_hex(p_request);
  v_row private.idempotency_keys;
begin
  if p_key is null then
    return;
  end if;
  if p_key !~ '^[\x21-\x7e]{1,255}$' then
    refusal := 'INVALID_REQUEST';
    return;
  end if;

  insert into private.idempotency_keys (user_id, operation, key, request_sha256)
  values (p_user_id, p_operation, p_key, v_sha256)
  on conflict do nothing;

  -- A concurrent first request held us up in the insert until it committed: its result is here.
  select * into v_row
  from private.idempotency_keys
  where user_id = p_user_id and operation = p_operation and key = p_key;
  if v_row.request_sha256 <> v_sha256 then
    refusal := 'IDEMPOTENCY_KEY_REUSED';
  else
    result_id := v_row.result_id;
  end if;
end;
$$;

comment on function private.claim_idempotency_key(uuid, text, text, jsonb) is
  'Remembers a key for this person and operation. result_id is what an earlier identical request made; refusal is IDEMPOTENCY_KEY_REUSED after another request, INVALID_REQUEST for a malformed key. No key claims nothing.';

-- supabase/schemas/40_functions/private.complete_soap_draft.sql
-- Definer: clients have no UPDATE on drafts and no INSERT on notes.
create function private.complete_soap_draft(p_draft_id uuid, p_note jsonb) returns jsonb
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
  v_code := private.provider_refusal(v_caller, v_encounter);
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

-- supabase/schemas/40_functions/private.create_context_snapshot.sql
-- Definer: clients have no INSERT on snapshots, and the record may have to be brought up to date first.
create function private.create_context_snapshot(
  p_encounter_id uuid, p_appointment_id uuid, p_patient_id uuid, p_idempotency_key text
) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot create context snapshot: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.provider_refusal(v_caller, v_encounter);
  v_claim record;
  v_snapshot public.context_snapshots;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_patient_id <> v_encounter.patient_id then
    return private.refuse('INVALID_REQUEST', c_action || 'Patient ID mismatch');
  end if;
  if p_appointment_id <> v_encounter.appointment_id then
    return private.refuse('INVALID_REQUEST', c_action || 'Appointment ID mismatch');
  end if;

  v_claim := private.claim_idempotency_key(
    v_caller.user_id, 'create_context_snapshot', p_idempotency_key,
    jsonb_build_array(p_encounter_id, p_appointment_id, p_patient_id)
  );
  if v_claim.refusal is not null then
    return private.refuse(v_claim.refusal, c_action || private.error_state(v_claim.refusal));
  end if;

  select * into v_snapshot from public.context_snapshots where id = v_claim.result_id;
  if not found then
    v_snapshot := private.current_snapshot(v_encounter, v_caller.user_id);
    perform private.settle_idempotency_key(v_caller.user_id, 'create_context_snapshot', p_idempotency_key, v_snapshot.id);
  end if;
  return jsonb_build_object('snapshot', private.snapshot_answer(v_snapshot));
end;
$$;

comment on function private.create_context_snapshot(uuid, uuid, uuid, text) is 'Body of public.create_context_snapshot.';

grant execute on function private.create_context_snapshot(uuid, uuid, uuid, text) to authenticated;

-- supabase/schemas/40_functions/private.current_snapshot.sql
create function private.current_snapshot(p_encounter public.video_call_sessions, p_user_id uuid) returns public.context_snapshots
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb := private.read_record(p_encounter.patient_id);
  v_content jsonb := private.snapshot_content(p_encounter, v_record);
  v_snapshot public.context_snapshots;
begin
  select * into v_snapshot
  from public.context_snapshots
  where encounter_id = p_encounter.id
  order by snapshot_version desc
  limit 1;

  if v_snapshot.content is distinct from v_content then
    insert into public.context_snapshots (encounter_id, snapshot_version, record_version, content, created_by)
    values (
      p_encounter.id,
      coalesce(v_snapshot.snapshot_version, 0) + 1,
      v_record #>> '{metadata,record_version}',
      v_content,
      p_user_id
    )
    returning * into v_snapshot;
  end if;

  update public.video_call_sessions set context_snapshot_id = v_snapshot.id where id = p_encounter.id;
  perform private.advance_encounter(p_encounter.id, 'precheck_open', p_encounter.soap_status);
  return v_snapshot;
end;
$$;

comment on function private.current_snapshot(public.video_call_sessions, uuid) is
  'The snapshot of an encounter as things stand: the last one while nothing changed, else a new version. The encounter is locked and points at it afterwards.';

-- supabase/schemas/40_functions/private.draft_identity.sql
create function private.draft_identity(p_draft public.soap_drafts, p_appointment_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'encounterId', p_draft.encounter_id,
    'appointmentId', p_appointment_id,
    'snapshotId', p_draft.snapshot_id,
    'recordVersion', (select record_version from public.context_snapshots where id = p_draft.snapshot_id),
    'transcriptSha256', p_draft.transcript_sha256
  )
$$;

comment on function private.draft_identity(public.soap_drafts, uuid) is 'What a draft belongs to and was made of, for SoapNote.meta.';

-- supabase/schemas/40_functions/private.encounter_identity.sql
create function private.encounter_identity(p_encounter public.video_call_sessions) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'encounterId', p_encounter.id,
    'appointmentId', p_encounter.appointment_id,
    'snapshotId', p_encounter.context_snapshot_id,
    'recordVersion', (select record_version from public.context_snapshots where id = p_encounter.context_snapshot_id),
    'transcriptSha256', private.sha256_hex(nullif(private.transcript(p_encounter.id), '[]'))
  )
$$;

comment on function private.encounter_identity(public.video_call_sessions) is
  'What a note written without a draft belongs to, for SoapNote.meta: the snapshot and the transcript as they are now, null where there is none.';

-- supabase/schemas/40_functions/private.encounter_is_signed.sql
create function private.encounter_is_signed(p_encounter_id uuid) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select from public.soap_notes where encounter_id = p_encounter_id and status = 'signed'
  )
$$;

comment on function private.encounter_is_signed(uuid) is 'Whether the encounter has a signed note, after which nothing of it is drafted, edited or appended.';

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

-- supabase/schemas/40_functions/private.error_state.sql
create function private.error_state(p_code text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_code
    when 'INVALID_FIREBASE_TOKEN' then 'token is not of our Firebase project'
    when 'TOKEN_REVOKED' then 'sign-in was revoked'
    when 'ROLE_CLAIM_MISSING' then 'role claim is not authenticated'
    when 'USER_NOT_PROVISIONED' then 'person is not registered'
    when 'USER_DISABLED' then 'person is locked out'
    when 'FORBIDDEN' then 'caller''s role may not do this'
    when 'SESSION_NOT_FOUND' then 'encounter not found'
    when 'APPOINTMENT_NOT_FOUND' then 'appointment not found'
    when 'PATIENT_NOT_FOUND' then 'patient not found'
    when 'NOT_FOUND' then 'note not found'
    when 'NOTE_NOT_SIGNED' then 'note is not signed'
    when 'DRAFT_LOCKED' then 'note is signed'
    when 'NOTE_RETRACTED' then 'note is retracted'
    when 'TRANSCRIPT_EMPTY' then 'transcript is empty'
    when 'IDEMPOTENCY_KEY_REUSED' then 'idempotency key was used for another request'
    when 'MISSING_PARAMS' then 'a required parameter is null'
  end
$$;

comment on function private.error_state(text) is
  'The state behind a code that always means the same, for the second half of the sentence "Cannot <verb>: <state>".';

-- supabase/schemas/40_functions/private.find_or_open_draft.sql
create function private.find_or_open_draft(
  p_encounter public.video_call_sessions, p_model text, p_prompt_version text
) returns public.soap_drafts
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_transcript_sha256 text := private.sha256_hex(private.transcript(p_encounter.id));
  v_draft public.soap_drafts;
begin
  -- A draft of the same inputs in progress is joined, not doubled: whoever completes it first wins, the other gets it.
  select * into v_draft
  from public.soap_drafts
  where encounter_id = p_encounter.id
    and state <> 'failed'
    and snapshot_id is not distinct from p_encounter.context_snapshot_id
    and transcript_sha256 = v_transcript_sha256
    and model = p_model
    and prompt_version = p_prompt_version
  order by revision desc
  limit 1;
  if found then
    return v_draft;
  end if;

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
  return v_draft;
end;
$$;

comment on function private.find_or_open_draft(public.video_call_sessions, text, text) is
  'The draft of exactly this snapshot, transcript, model and prompt, finished or in progress, else a new revision that is drafting. The encounter is locked.';

-- supabase/schemas/40_functions/private.fold_allergies.sql
create function private.fold_allergies(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_statements private.record_statement[] := array(
    select statements from private.record_allergy_statements(p_note_ids) as statements
  );
begin
  return (
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) as mark,
        private.record_severity_rank(ordered.fields ->> 'severity') as severity_rank
      from private.record_in_order(v_statements) as ordered
    ),
    summary as (
      select statement.item_key,
        -- The first statement of the highest severity ever given; nothing later lowers it.
        min(array[-statement.severity_rank, statement.ordinal]) as highest,
        (array_agg(statement.facts ->> 'status' order by statement.ordinal desc))[1] as status,
        (array_agg(statement.facts ->> 'word' order by statement.ordinal desc) filter (where statement.facts ->> 'word' ~ '\S'))[1]
          as status_word
      from statement
      group by statement.item_key
    ),
    items as materialized (
      select folded.first_ordinal, folded.item_key, summary.status,
        folded.item || jsonb_build_object(
          'severity', highest.fields -> 'severity',
          'severity_source', case when highest.severity_rank > 0 then highest.mark end,
          'status', summary.status, 'clinical_status', summary.status, 'status_word', summary.status_word,
          'reaction', reactions.reaction, 'reactions', coalesce(reactions.reactions, '[]')
        ) as item
      from private.record_items('allergies', v_statements) as folded
      join summary on summary.item_key = folded.item_key
      join statement as highest on highest.ordinal = summary.highest[2]
      left join private.record_reactions(v_statements) as reactions on reactions.item_key = folded.item_key
    )
    select jsonb_build_object(
      'items', (select coalesce(jsonb_agg(items.item order by items.first_ordinal), '[]') from items),
      'conflicts', private.fold_allergy_conflicts(v_statements)
    )
  );
end;
$$;

comment on function private.fold_allergies(uuid[]) is
  'Allergies of the record. items[]: id, allergen, severity (the highest ever reported, null when nobody said), severity_source, reaction (all in one line), reactions[], status and clinical_status (active, inactive, refuted), status_word, provenance; conflicts[]: lower_allergy_severity, reported_after_refutation.';

-- supabase/schemas/40_functions/private.fold_allergy_conflicts.sql
create function private.fold_allergy_conflicts(p_statements private.record_statement[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by)
          || jsonb_build_object('item_id', private.record_item_id('allergies', ordered.item_key)) as side,
        private.record_severity_rank(ordered.fields ->> 'severity') as severity_rank,
        max(private.record_severity_rank(ordered.fields ->> 'severity')) over (partition by ordered.item_key) as highest_rank
      from private.record_in_order(p_statements) as ordered
    ),
    highest as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.severity_rank = statement.highest_rank
      order by statement.item_key, statement.ordinal desc
    ),
    lower_report as (
      select distinct on (statement.item_key) statement.item_key, 'lower_allergy_severity' as kind, 'severity' as field,
        jsonb_build_array(
          highest.side || jsonb_build_object('value', highest.fields -> 'severity'),
          statement.side || jsonb_build_object('value', statement.fields -> 'severity')
        ) as sides
      from statement
      join highest on highest.item_key = statement.item_key
      where statement.ordinal > highest.ordinal and statement.note_id <> highest.note_id
        -- "unknown" claims nothing, so it is not a lower claim.
        and statement.severity_rank between 2 and statement.highest_rank - 1
      order by statement.item_key, statement.ordinal
    ),
    refutation as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.facts ->> 'status' = 'refuted'
      order by statement.item_key, statement.ordinal desc
    ),
    contradiction as (
      select distinct on (statement.item_key) statement.item_key, 'reported_after_refutation' as kind, 'status' as field,
        jsonb_build_array(
          refutation.side || jsonb_build_object('value', 'refuted'), statement.side || jsonb_build_object('value', 'active')
        ) as sides
      from statement
      join refutation on refutation.item_key = statement.item_key
      where statement.ordinal > refutation.ordinal and statement.facts ->> 'status' = 'active'
      order by statement.item_key, statement.ordinal
    ),
    found as (
      select * from lower_report union all select * from contradiction
    )
    select coalesce(jsonb_agg(
      private.record_conflict(found.kind, 'allergies', found.field, found.sides)
      order by found.item_key collate "C", found.kind
    ), '[]')
    from found
  );
end;
$$;

comment on function private.fold_allergy_conflicts(private.record_statement[]) is
  'Where notes disagree about one allergy: lower_allergy_severity until a note states the highest again, reported_after_refutation.';

-- supabase/schemas/40_functions/private.fold_conditions.sql
create function private.fold_conditions(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_entries private.record_statement[] := array(
    select statements from private.record_condition_statements(p_note_ids) as statements
  );
begin
  return (
    with identity as materialized (
      select * from private.record_condition_identity(v_entries)
    ),
    statements as (
      -- An item is named and coded by the entry it is about; an entry that joined it lends everything else.
      select array_agg(
        row(
          identity.item_key, entries.note_id, entries.encounter_at, entries.signed_by,
          entries.stage, entries.position, entries.row_id,
          case
            when identity.item_key = entries.item_key then entries.fields
            else entries.fields - '{name,icd10}'::text[]
          end,
          entries.facts
        )::private.record_statement
      ) as joined
      from unnest(v_entries) as entries
      join identity on identity.entry = entries.item_key
    ),
    items as materialized (
      select folded.item_key, folded.first_ordinal,
        jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
          || folded.item
          || jsonb_build_object(
            'clinical_status',
            coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
          ) as item
      from statements
      cross join lateral private.record_items('conditions', statements.joined) as folded
    ),
    conflicts as (
      select alone.item_key,
        private.record_conflict(
          'ambiguous_identity', 'conditions', null,
          jsonb_agg(
            (items.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', items.item -> 'id', 'value', items.item -> 'name')
            order by items.item_key <> alone.item_key, items.item_key collate "C"
          )
        ) as conflict
      from identity as alone
      join items on items.item_key = alone.item_key or items.item_key = any (alone.candidates)
      where alone.candidates is not null
      group by alone.item_key
    )
    select jsonb_build_object(
      'items', (select coalesce(jsonb_agg(items.item order by items.first_ordinal), '[]') from items),
      'conflicts', (
        select coalesce(jsonb_agg(conflicts.conflict order by conflicts.item_key collate "C"), '[]') from conflicts
      )
    )
  );
end;
$$;

comment on function private.fold_conditions(uuid[]) is
  'Conditions of the record. items[]: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by), severity, onset_date, notes, provenance; conflicts[]: ambiguous_identity, where an entry could be several others. A word nobody knows, and none at all, read as active.';

-- supabase/schemas/40_functions/private.fold_drug_allergy_conflicts.sql
create function private.fold_drug_allergy_conflicts(p_medications jsonb, p_allergies jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with medication as (
      select item, component
      from jsonb_array_elements(p_medications) as item
      cross join lateral regexp_split_to_table((private.record_drug(item ->> 'name')).ingredient, ' / ') as component
      where item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    covered as (
      select medication.item, medication.component as substance from medication
      union
      select medication.item, class.canonical
      from medication
      join private.record_synonyms as class on class.kind = 'drug_class' and class.term = medication.component
    ),
    allergy as (
      select item, substance
      from jsonb_array_elements(p_allergies) as item
      cross join lateral (
        values (private.record_allergen(item ->> 'allergen')), ((private.record_drug(item ->> 'allergen')).ingredient)
      ) as names (substance)
      where item ->> 'clinical_status' = 'active'
    ),
    found as (
      select distinct covered.item as medication, allergy.item as allergy
      from covered
      join allergy on allergy.substance = covered.substance
    )
    select coalesce(jsonb_agg(
      private.record_conflict(
        'drug_allergy', 'medications', null,
        jsonb_build_array(
          (found.medication #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.medication -> 'id', 'value', found.medication -> 'name'),
          (found.allergy #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.allergy -> 'id', 'value', found.allergy -> 'allergen')
        )
      )
      order by found.medication ->> 'id', found.allergy ->> 'id'
    ), '[]')
    from found
  );
end;
$$;

comment on function private.fold_drug_allergy_conflicts(jsonb, jsonb) is
  'drug_allergy: a drug in use that is, contains, or by drug_class belongs to what an active allergy names. A small table, a help and no interaction checker: no conflict does not mean safe.';

-- supabase/schemas/40_functions/private.fold_family_history.sql
create function private.fold_family_history(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    (folded.item - 'name') || jsonb_build_object(
      'condition', folded.item -> 'name', 'relationship', folded.item -> 'relationship',
      'age_of_onset', folded.item -> 'age_of_onset', 'notes', folded.item -> 'notes'
    )
    order by folded.first_ordinal
  ), '[]')
  from private.record_items(
    'family_history',
    array(
      select joined from private.record_join_blank(
        array(select statements from private.record_history_statements(p_note_ids, 'family', 'condition') as statements),
        'relationship', 'relationship'
      ) as joined
    )
  ) as folded
$$;

comment on function private.fold_family_history(uuid[]) is
  'Family history of the record: items[] {id, condition, relationship, age_of_onset, notes, …, provenance}. The same condition in two relatives is two; one without a relative joins the only one that has one.';

-- supabase/schemas/40_functions/private.fold_list_states.sql
create function private.fold_list_states(p_note_ids uuid[], p_record jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with item as (
      select list.name as list, list.item #> '{provenance,last_confirmed}' as mark,
        list.item ->> 'clinical_status' is distinct from 'refuted' as counts
      from (
        select section.key as name, jsonb_path_query(section.value, '$[*]') as item
        from jsonb_each(p_record) as section
        where section.key in ('conditions', 'medications', 'allergies', 'surgical_history', 'family_history')
        union all
        select 'social_history', topic.value from jsonb_each(p_record -> 'social_history') as topic
      ) as list
    ),
    listed as (
      select item.list, bool_or(item.counts) as counts,
        (array_agg(item.mark order by item.mark ->> 'encounter_at' collate "C" desc, item.mark ->> 'soap_note_id' collate "C" desc))[1]
          as mark
      from item
      group by item.list
    ),
    denied as (
      select distinct on (claim.list) claim.list,
        private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) as mark
      from private.record_list_claims(p_note_ids) as claim
      where claim.state = 'none_known'
      order by claim.list, claim.encounter_at desc, claim.note_id desc
    )
    select jsonb_object_agg(
      lists.list,
      case
        when listed.counts then jsonb_build_object('state', 'listed') || listed.mark
        when denied.mark is not null then jsonb_build_object('state', 'none_known') || denied.mark
        when listed.mark is not null then jsonb_build_object('state', 'listed') || listed.mark
        else jsonb_build_object('state', 'not_asked', 'soap_note_id', null, 'encounter_at', null, 'signed_by', null)
      end
    )
    from unnest(array['conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history']) as lists (list)
    left join listed on listed.list = lists.list
    left join denied on denied.list = lists.list
  );
end;
$$;

comment on function private.fold_list_states(uuid[], jsonb) is
  'The three kinds of empty, per list: {state, soap_note_id, encounter_at, signed_by}, state being listed, none_known (asked, none) or not_asked, with the last note that said so. A refuted entry alone does not make a list listed against a later denial.';

-- supabase/schemas/40_functions/private.fold_medication_conflicts.sql
create function private.fold_medication_conflicts(p_items jsonb, p_statements private.record_statement[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with item as materialized (
      select item, item -> 'id' as id from jsonb_array_elements(p_items) as item
    ),
    incomplete as (
      select private.record_conflict(
        'incomplete_regimen', 'medications', null,
        jsonb_agg(
          case when item.item -> 'carried_fields' ? field.key then field.value -> 'last_confirmed' else field.value -> 'last_changed' end
            || jsonb_build_object('item_id', item.id, 'field', field.key, 'value', item.item -> field.key)
          order by field.key collate "C"
        )
      ) as conflict
      from item
      cross join lateral jsonb_each(item.item #> '{provenance,fields}') as field
      where item.item -> 'carried_fields' <> '[]' and item.item ->> 'clinical_status' in ('active', 'on_hold')
        and field.key in ('dose', 'frequency', 'route')
      group by item.id
    ),
    dosed as (
      select ordered.*, max(ordered.encounter_at) over (partition by ordered.item_key) as last_dosed_at
      from private.record_in_order(p_statements) as ordered
      where ordered.facts ->> 'dose' is not null and coalesce(ordered.facts ->> 'activity', 'active') = 'active'
    ),
    same_day as (
      -- One statement per dose and note of the last day on which a dose was stated: its outcome.
      select distinct on (dosed.item_key, dosed.note_id) dosed.*
      from dosed
      where date_trunc('day', dosed.encounter_at at time zone 'UTC') = date_trunc('day', dosed.last_dosed_at at time zone 'UTC')
      order by dosed.item_key, dosed.note_id, dosed.ordinal desc
    ),
    contradicting as (
      select private.record_conflict(
        'same_day_doses', 'medications', 'dose',
        jsonb_agg(
          private.record_mark(same_day.note_id, same_day.encounter_at, same_day.signed_by) || jsonb_build_object(
            'item_id', private.record_item_id('medications', same_day.item_key), 'value', same_day.fields -> 'dose'
          )
          order by same_day.ordinal
        )
      ) as conflict
      from same_day
      group by same_day.item_key
      having count(distinct same_day.facts ->> 'dose') > 1
    ),
    ambiguous as (
      select private.record_conflict(
        'ambiguous_identity', 'medications', null,
        jsonb_agg(
          (item.item #> '{provenance,first_seen}') || jsonb_build_object('item_id', item.id, 'value', item.item -> 'name')
          order by item.id <> alone.id, item.id
        )
      ) as conflict
      from (
        select to_jsonb(private.record_item_id('medications', statement.item_key)) as id,
          array_agg(distinct to_jsonb(private.record_item_id('medications', candidate))) as candidates
        from unnest(p_statements) as statement
        cross join lateral jsonb_array_elements_text(statement.facts -> 'candidates') as candidate
        group by statement.item_key
      ) as alone
      join item on item.id = alone.id or item.id = any (alone.candidates)
      group by alone.id
    )
    select coalesce(jsonb_agg(found.conflict order by found.conflict ->> 'id' collate "C"), '[]')
    from (
      select conflict from incomplete union all select conflict from contradicting union all select conflict from ambiguous
    ) as found
  );
end;
$$;

comment on function private.fold_medication_conflicts(jsonb, private.record_statement[]) is
  'What is open about medications: incomplete_regimen (fields nobody ever stated together), same_day_doses (different doses in notes of the last day, UTC, on which one was stated), ambiguous_identity (a row that could be several drugs or regimens).';

-- supabase/schemas/40_functions/private.fold_medications.sql
create function private.fold_medications(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_statements private.record_statement[];
  v_complete jsonb := private.record_complete_lists(p_note_ids, 'medications');
  v_items jsonb;
begin
  v_statements := array(select stated from private.record_medication_statements(p_note_ids) as stated);
  v_statements := array(select joined from private.record_join_routes(v_statements) as joined);
  v_statements := array(select split from private.record_split_regimens(v_statements) as split);

  select coalesce(jsonb_agg(
    jsonb_build_object(
      'dose', null, 'frequency', null, 'route', null, 'duration', null, 'indication', null, 'status', null,
      'rxnorm_code', null
    )
      || folded.item
      || jsonb_build_object(
        'clinical_status',
        coalesce(private.record_status('medication_status', folded.item ->> 'status'), 'active'),
        'dosing_history', coalesce(dosing.dosing_history, '[]'),
        'carried_fields', coalesce(carried.carried_fields, '[]'),
        'carried_from', coalesce(
          (
            select jsonb_object_agg(field, folded.item #> array['provenance', 'fields', field, 'last_confirmed'])
            from jsonb_array_elements_text(carried.carried_fields) as field
          ),
          '{}'
        ),
        'omitted_from_complete_list', private.record_omission(v_complete, folded.item #> '{provenance,last_confirmed}')
      )
    order by folded.first_ordinal
  ), '[]')
  into v_items
  from private.record_items('medications', v_statements) as folded
  left join private.record_dosing_history(v_statements) as dosing on dosing.item_key = folded.item_key
  left join private.record_carried_fields(v_statements) as carried on carried.item_key = folded.item_key;

  return jsonb_build_object('items', v_items, 'conflicts', private.fold_medication_conflicts(v_items, v_statements));
end;
$$;

comment on function private.fold_medications(uuid[]) is
  'Medications of the record. items[]: id, name, dose, frequency, route, duration, indication, rxnorm_code, status (the last note''s own word), clinical_status (active, on_hold, discontinued, completed, entered_in_error: what readers filter by), dosing_history[], carried_fields[] with carried_from {field: {soap_note_id, encounter_at, signed_by}}, omitted_from_complete_list (the later note that attested a complete list without it, else null), provenance; conflicts[]. An unmentioned drug stays: omission is not discontinuation.';

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
    'first_visit', private.utc_text(min(notes.encounter_at)),
    'last_updated', private.utc_text(max(notes.encounter_at)),
    'rules_version', private.record_rules_version()
  )
  from public.soap_notes as notes
  where notes.id = any (p_note_ids)
$$;

comment on function private.fold_metadata(uuid[]) is
  'metadata of the record: total_visits (distinct encounters), source_soap_notes[] in the order of the record, first_visit and last_updated (encounter times, never the clock), rules_version (raised when a rule of the fold changes).';

-- supabase/schemas/40_functions/private.fold_none_known_conflicts.sql
create function private.fold_none_known_conflicts(p_note_ids uuid[], p_record jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with denied as (
      select distinct on (claim.list) claim.*
      from private.record_list_claims(p_note_ids) as claim
      where claim.state = 'none_known' and claim.list in ('conditions', 'medications', 'allergies')
      order by claim.list, claim.encounter_at desc, claim.note_id desc
    ),
    contradicted as (
      select denied.list, item.item,
        private.record_mark(denied.note_id, denied.encounter_at, denied.signed_by) as mark
      from denied
      cross join lateral jsonb_array_elements(p_record -> denied.list) as item (item)
      where item.item ->> 'clinical_status' = 'active'
        and (
          (item.item #>> '{provenance,last_confirmed,encounter_at}')::timestamptz,
          (item.item #>> '{provenance,last_confirmed,soap_note_id}')::uuid
        ) <= (denied.encounter_at, denied.note_id)
    )
    select coalesce(jsonb_agg(
      private.record_conflict(
        'none_known_after_recorded', contradicted.list, null,
        jsonb_build_array(
          (contradicted.item #> '{provenance,last_confirmed}') || jsonb_build_object(
            'item_id', contradicted.item -> 'id',
            'value', coalesce(contradicted.item -> 'allergen', contradicted.item -> 'name')
          ),
          contradicted.mark || jsonb_build_object('item_id', contradicted.item -> 'id', 'value', 'none_known')
        )
      )
      order by contradicted.list, contradicted.item ->> 'id'
    ), '[]')
    from contradicted
  );
end;
$$;

comment on function private.fold_none_known_conflicts(uuid[], jsonb) is
  'none_known_after_recorded: a note says there are none while active entries stand that no later note confirmed. The entries stay.';

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
  return jsonb_set(v_record, '{metadata,record_version}', to_jsonb(private.sha256_hex(v_record)));
end;
$$;

comment on function private.fold_notes(uuid[]) is
  'The record a set of signed notes makes: conditions[], medications[], allergies[], surgical_history[], family_history[], social_history {}, vital_trends {}, review_of_systems_trends {}, physical_exam_findings {}, list_states {}, conflicts[], metadata {}. The order in which the ids are given means nothing. metadata.record_version is the SHA-256 of the rest.';

-- supabase/schemas/40_functions/private.fold_physical_exam_findings.sql
create function private.fold_physical_exam_findings(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with stated as (
      select findings.system,
        row_number() over (order by notes.encounter_at, notes.id, findings.position, findings.id collate "C") as ordinal,
        private.record_mark(notes.id, notes.encounter_at, notes.signed_by) || jsonb_build_object(
          'id', private.record_item_id('physical_exam_findings', notes.id || '|' || findings.id),
          'finding', findings.finding, 'status', findings.status
        ) as finding,
        rank() over (partition by findings.system order by notes.encounter_at desc, notes.id desc) as notes_ago
      from public.soap_objective_physical_exam as findings
      join public.soap_notes as notes on notes.id = findings.soap_note_id
      where findings.soap_note_id = any (p_note_ids)
    ),
    system as (
      select stated.system,
        jsonb_build_object(
          'id', private.record_item_id('physical_exam_findings', stated.system),
          'system', stated.system,
          'latest', jsonb_agg(stated.finding order by stated.ordinal) filter (where stated.notes_ago = 1),
          'series', jsonb_agg(stated.finding order by stated.ordinal)
        ) as trend
      from stated
      group by stated.system
    )
    select coalesce(jsonb_object_agg(system.system, system.trend), '{}') from system
  );
end;
$$;

comment on function private.fold_physical_exam_findings(uuid[]) is
  'Physical examination of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';

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

-- supabase/schemas/40_functions/private.fold_review_of_systems_trends.sql
create function private.fold_review_of_systems_trends(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with stated as (
      select findings.system,
        row_number() over (order by notes.encounter_at, notes.id, findings.position, findings.id collate "C") as ordinal,
        private.record_mark(notes.id, notes.encounter_at, notes.signed_by) || jsonb_build_object(
          'id', private.record_item_id('review_of_systems_trends', notes.id || '|' || findings.id),
          'finding', findings.finding, 'status', findings.status
        ) as finding,
        rank() over (partition by findings.system order by notes.encounter_at desc, notes.id desc) as notes_ago
      from public.soap_subjective_review_of_systems as findings
      join public.soap_notes as notes on notes.id = findings.soap_note_id
      where findings.soap_note_id = any (p_note_ids)
    ),
    system as (
      select stated.system,
        jsonb_build_object(
          'id', private.record_item_id('review_of_systems_trends', stated.system),
          'system', stated.system,
          'latest', jsonb_agg(stated.finding order by stated.ordinal) filter (where stated.notes_ago = 1),
          'series', jsonb_agg(stated.finding order by stated.ordinal)
        ) as trend
      from stated
      group by stated.system
    )
    select coalesce(jsonb_object_agg(system.system, system.trend), '{}') from system
  );
end;
$$;

comment on function private.fold_review_of_systems_trends(uuid[]) is
  'Review of systems of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';

-- supabase/schemas/40_functions/private.fold_social_history.sql
create function private.fold_social_history(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(
    replace(folded.item_key, ' ', '_'),
    (folded.item - 'name') || jsonb_build_object(
      'topic', folded.item -> 'name', 'status', folded.item -> 'status',
      'date', folded.item -> 'date', 'notes', folded.item -> 'notes'
    )
  ), '{}')
  from private.record_items(
    'social_history',
    array(select statements from private.record_history_statements(p_note_ids, 'social', 'social_topic') as statements)
  ) as folded
$$;

comment on function private.fold_social_history(uuid[]) is
  'Social history of the record, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';

-- supabase/schemas/40_functions/private.fold_surgical_history.sql
create function private.fold_surgical_history(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    (folded.item - 'name') || jsonb_build_object(
      'procedure', folded.item -> 'name', 'date', folded.item -> 'date',
      'surgeon', folded.item -> 'surgeon', 'notes', folded.item -> 'notes'
    )
    order by folded.first_ordinal
  ), '[]')
  from private.record_items(
    'surgical_history',
    array(
      select joined from private.record_join_blank(
        array(select statements from private.record_history_statements(p_note_ids, 'surgical', 'procedure') as statements),
        'date', 'date'
      ) as joined
    )
  ) as folded
$$;

comment on function private.fold_surgical_history(uuid[]) is
  'Surgical history of the record: items[] {id, procedure, date, surgeon, notes, …, provenance}. The same procedure on two dates is two; one without a date joins the only one that has one.';

-- supabase/schemas/40_functions/private.fold_vital_trends.sql
create function private.fold_vital_trends(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with vital as (
      select * from public.soap_objective_vital_signs as sign
      where sign.soap_note_id = any (p_note_ids)
        and not private.is_carried_over(
          sign.soap_note_id, 'vital_trends', sign.evidence,
          jsonb_build_object(
            'name', sign.vital_name, 'value', sign.vital_value, 'unit', sign.unit,
            'measured_at', private.utc_text(sign.measured_at)
          )
        )
    ),
    name as materialized (
      select names.vital_name, coalesce(private.record_canonical('vital', names.vital_name), names.vital_name) as vital_key
      from (select distinct vital.vital_name from vital) as names
    ),
    stated as (
      select vital.*, notes.encounter_at, notes.signed_by, name.vital_key,
        coalesce(vital.measured_at, notes.encounter_at) as taken_at,
        -- A measurement with its own time that a later note repeats is the same measurement.
        row_number() over (
          partition by name.vital_key, vital.measured_at, vital.vital_value, vital.unit,
            case when vital.measured_at is null then vital.soap_note_id end, case when vital.measured_at is null then vital.id end
          order by notes.encounter_at, notes.id, vital.position, vital.id collate "C"
        ) as repetition
      from vital
      join name on name.vital_name = vital.vital_name
      join public.soap_notes as notes on notes.id = vital.soap_note_id
    ),
    measured as (
      select stated.vital_key, stated.vital_name, stated.loinc_code,
        row_number() over (
          order by stated.taken_at, stated.encounter_at, stated.soap_note_id, stated.position, stated.id collate "C"
        ) as ordinal,
        private.record_mark(stated.soap_note_id, stated.encounter_at, stated.signed_by) || jsonb_build_object(
          'id', private.record_item_id('vital_trends', stated.soap_note_id || '|' || stated.id),
          'value', stated.vital_value, 'unit', stated.unit, 'measured_at', private.utc_text(stated.taken_at),
          'measured_at_known', stated.measured_at is not null
        ) as measurement
      from stated
      where stated.repetition = 1
    ),
    trends as (
      select measured.vital_key,
        jsonb_build_object(
          'id', private.record_item_id('vital_trends', measured.vital_key),
          'name', (array_agg(measured.vital_name order by measured.ordinal desc))[1],
          'loinc_code', (array_agg(measured.loinc_code order by measured.ordinal desc)
            filter (where measured.loinc_code ~ '\S'))[1],
          'latest', (array_agg(measured.measurement order by measured.ordinal desc))[1],
          'series', jsonb_agg(measured.measurement order by measured.ordinal)
        ) as trend
      from measured
      group by measured.vital_key
    )
    select coalesce(jsonb_object_agg(replace(trends.vital_key, ' ', '_'), trends.trend), '{}') from trends
  );
end;
$$;

comment on function private.fold_vital_trends(uuid[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';

-- supabase/schemas/40_functions/private.full_name.sql
create function private.full_name(p_user public.users) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select nullif(concat_ws(' ', p_user.first_name, p_user.last_name), '')
$$;

comment on function private.full_name(public.users) is 'First and last name as one text, null where neither is known.';

-- supabase/schemas/40_functions/private.get_patient_history.sql
-- Definer: the record may have to be brought up to date first, which clients cannot do.
create function private.get_patient_history(p_patient_id uuid, p_appointment_id uuid, p_cursor text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot read patient history: ';
  v_caller private.caller := private.current_caller();
  v_code text := private.history_refusal(v_caller, p_patient_id, p_appointment_id);
  v_record jsonb;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'Patient ID mismatch'));
  end if;
  if not private.is_notes_cursor(p_cursor) then
    return private.refuse('INVALID_REQUEST', c_action || 'cursor is not one we gave');
  end if;

  v_record := private.read_record(p_patient_id);
  return jsonb_build_object(
      'hasHistory', (v_record #>> '{metadata,total_visits}')::integer > 0,
      'patientData', private.history_patient_data(p_patient_id, p_appointment_id, v_record),
      'record', v_record
    )
    || private.history_past_notes(p_patient_id, p_cursor);
end;
$$;

comment on function private.get_patient_history(uuid, uuid, text) is 'Body of public.get_patient_history.';

grant execute on function private.get_patient_history(uuid, uuid, text) to authenticated;

-- supabase/schemas/40_functions/private.handed_in_chunks.sql
create function private.handed_in_chunks(p_transcript jsonb) returns jsonb
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
        else jsonb_build_object('text', turn)
      end || jsonb_build_object('sequence', sequence)
      order by sequence
    ),
    '[]'
  )
  from (select turn, row_number() over (order by place) as sequence from turns) as numbered
$$;

comment on function private.handed_in_chunks(jsonb) is
  'A transcript handed in whole, a text (one chunk per line) or an array of turns (texts, or {text, speaker?, attendee_id?, started_at?}), as numbered chunks.';

-- supabase/schemas/40_functions/private.has_revision_conflict.sql
create function private.has_revision_conflict(p_rows public.call_transcript_chunks[]) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select count(distinct sequence) < count(distinct (sequence, text, speaker_role))
    or exists (
      select
      from unnest(p_rows) as chunk
      join public.call_transcript_chunks as stored using (encounter_id, sequence)
      where (stored.text, stored.speaker_role) is distinct from (chunk.text, chunk.speaker_role)
    )
  from unnest(p_rows) as chunk
$$;

comment on function private.has_revision_conflict(public.call_transcript_chunks[]) is
  'Whether a sequence would stand for two different utterances, among these rows or beside what is stored.';

-- supabase/schemas/40_functions/private.has_speaker_conflict.sql
create function private.has_speaker_conflict(p_encounter_id uuid, p_caller_role text, p_chunks jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select
    from jsonb_array_elements(p_chunks) as chunk
    left join public.video_call_attendees as attendee
      on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
    where (chunk ->> 'attendee_id' is not null and attendee.attendee_id is null)
      or (p_caller_role = 'patient' and attendee.speaker_role <> 'patient')
      or private.speaker_of_label(chunk ->> 'speaker') <> coalesce(attendee.speaker_role, p_caller_role)
  )
$$;

comment on function private.has_speaker_conflict(uuid, text, jsonb) is
  'Whether a chunk names an attendee the server does not know, speaks for somebody the caller may not speak for, or is labelled as somebody else.';

-- supabase/schemas/40_functions/private.history_lists.sql
create function private.history_lists(p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'allergies', (
      select coalesce(jsonb_agg(
        (item ->> 'allergen') || ' (' || concat_ws(
          ', ',
          coalesce(replace(nullif(item ->> 'severity', 'unknown'), '_', ' '), 'severity unknown'),
          nullif(item ->> 'status', 'active')
        ) || ')'
        order by item ->> 'status' = 'refuted', private.severity_order(item ->> 'severity'),
          item ->> 'allergen' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'allergies') as item
    ),
    'medicalConditions', (
      select coalesce(jsonb_agg(
        (item ->> 'name') || coalesce(' (' || nullif(concat_ws(
          ', ', item ->> 'icd10', replace(nullif(item ->> 'clinical_status', 'active'), '_', ' ')
        ), '') || ')', '')
        order by item ->> 'clinical_status' <> 'active', item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'conditions') as item
    ),
    'currentMedications', (
      select coalesce(jsonb_agg(
        jsonb_build_object('name', item -> 'name', 'dosage', item -> 'dose', 'frequency', item -> 'frequency')
        order by item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'medications') as item
      where item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    'surgicalHistory', (
      select coalesce(jsonb_agg((item ->> 'procedure') || coalesce(' (' || (item ->> 'date') || ')', '') order by place), '[]')
      from jsonb_array_elements(p_record -> 'surgical_history') with ordinality as items (item, place)
    ),
    'familyHistory', (
      select coalesce(jsonb_agg((item ->> 'condition') || coalesce(' (' || (item ->> 'relationship') || ')', '') order by place), '[]')
      from jsonb_array_elements(p_record -> 'family_history') with ordinality as items (item, place)
    )
  )
$$;

comment on function private.history_lists(jsonb) is
  'The lists of patientData in the app''s words: "Penicillin (moderate)", "Latex (severity unknown)", "Aspirin (severe, refuted)"; "Essential hypertension (I10)", with its state in the brackets when it is not active.';

-- supabase/schemas/40_functions/private.history_past_notes.sql
create function private.history_past_notes(p_patient_id uuid, p_cursor text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with page as (
    select note.id, note.encounter_at, provider.display_name,
      row_number() over (order by note.encounter_at desc, note.id desc) as place
    from public.soap_notes as note
    join public.medical_provider_profiles as provider on provider.user_id = note.provider_id
    where note.patient_id = p_patient_id and note.status = 'signed'
      and (
        p_cursor is null
        or (note.encounter_at, note.id) < (split_part(p_cursor, '_', 1)::timestamptz, split_part(p_cursor, '_', 2)::uuid)
      )
    order by note.encounter_at desc, note.id desc
    limit 6
  )
  select jsonb_build_object(
      'pastNotes', coalesce(
        jsonb_agg(
          jsonb_build_object(
            'soapNoteId', id,
            'date', private.utc_text(encounter_at),
            'assessment', private.note_assessment_text(id),
            'plan', private.note_plan_text(id),
            'provider', display_name
          )
          order by place
        ) filter (where place <= 5),
        '[]'
      )
    )
    || case
      when count(*) > 5 then
        jsonb_build_object('nextCursor', max(private.utc_text(encounter_at) || '_' || id) filter (where place = 5))
      else '{}'
    end
  from page
$$;

comment on function private.history_past_notes(uuid, text) is
  '{pastNotes, nextCursor?}: five signed notes, newest first, from the cursor on; nextCursor while there are older ones.';

-- supabase/schemas/40_functions/private.history_patient_data.sql
create function private.history_patient_data(p_patient_id uuid, p_appointment_id uuid, p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'userId', users.id,
      'firstName', users.first_name,
      'lastName', users.last_name,
      'fullName', private.full_name(users),
      'email', users.email,
      'phone', users.phone,
      'dateOfBirth', to_char(users.date_of_birth, 'YYYY-MM-DD'),
      'age', private.age_in_years(users.date_of_birth),
      'gender', users.gender,
      'bloodType', profile.blood_type
    )
    || jsonb_strip_nulls(jsonb_build_object(
      'profileImageUrl', users.profile_image_url,
      'emergencyContact', profile.emergency_contact_name,
      'emergencyPhone', profile.emergency_contact_phone,
      'appointmentDate', private.utc_text(appointment.scheduled_start),
      'chiefComplaint', appointment.chief_complaint
    ))
    || case when p_record -> 'vital_trends' = '{}' then '{}' else jsonb_build_object('recentVitals', private.history_vitals(p_record)) end
    || private.history_lists(p_record)
  from public.users
  join public.patient_profiles as profile on profile.user_id = users.id
  left join public.appointments as appointment on appointment.id = p_appointment_id
  where users.id = p_patient_id
$$;

comment on function private.history_patient_data(uuid, uuid, jsonb) is 'patientData of a history: the person, and the record in the words the app shows.';

-- supabase/schemas/40_functions/private.history_refusal.sql
create function private.history_refusal(p_caller private.caller, p_patient_id uuid, p_appointment_id uuid) returns text
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
    if not private.has_care_relationship(p_caller, p_patient_id) then
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

-- supabase/schemas/40_functions/private.history_vitals.sql
create function private.history_vitals(p_record jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'lastVisitDate', p_record #> '{metadata,last_updated}',
    'temperature', p_record #> '{vital_trends,temperature,latest,value}',
    'bloodPressure', p_record #> '{vital_trends,blood_pressure,latest,value}',
    'heartRate', p_record #> '{vital_trends,heart_rate,latest,value}',
    'respiratoryRate', p_record #> '{vital_trends,respiratory_rate,latest,value}',
    'oxygenSaturation', p_record #> '{vital_trends,oxygen_saturation,latest,value}',
    'weight', p_record #> '{vital_trends,weight,latest,value}',
    'height', p_record #> '{vital_trends,height,latest,value}'
  )
$$;

comment on function private.history_vitals(jsonb) is 'recentVitals of a history: the latest value of each vital as it was read, null where it was never measured.';

-- supabase/schemas/40_functions/private.is_carried_over.sql
create function private.is_carried_over(p_note_id uuid, p_list text, p_evidence jsonb, p_values jsonb) returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_snapshot_paths constant jsonb := '{
    "conditions": "$.active_conditions[*]", "medications": "$.current_medications[*]", "allergies": "$.allergies[*]",
    "surgical_history": "$.surgical_history[*]", "family_history": "$.family_history[*]",
    "social_history": "$.social_history.*", "vital_trends": "$.recent_labs_vitals.vitals.*"
  }';
begin
  if p_evidence = '[]' or jsonb_path_exists(p_evidence, '$[*] ? (@.kind != "snapshot")') then
    return false;
  end if;
  return exists (
    select
    from public.soap_notes as note
    join public.context_snapshots as snapshot on snapshot.id::text = note.meta ->> 'snapshotId'
    cross join lateral jsonb_path_query(snapshot.content, (c_snapshot_paths ->> p_list)::jsonpath) as item
    where note.id = p_note_id
      -- Who attests that a list is complete says everything on it.
      and note.list_states #> array[p_list, 'complete'] is distinct from 'true'
      and p_evidence @> jsonb_build_array(jsonb_build_object('itemId', item -> 'id'))
      and not exists (
        select from jsonb_each_text(p_values) as stated
        where nullif(btrim(stated.value), '') is distinct from nullif(btrim(item ->> stated.key), '')
      )
  );
end;
$$;

comment on function private.is_carried_over(uuid, text, jsonb, jsonb) is
  'Whether a row of a note only repeats what the note was drafted from: its evidence is items of the snapshot and nothing said, and its values, by the keys of the list in the snapshot, are those of one of them. Such a row is there for the clinician to see; nobody said it again, so the record takes nothing from it. One value edited, or words of the encounter, and it counts.';

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

-- supabase/schemas/40_functions/private.is_notes_cursor.sql
create function private.is_notes_cursor(p_cursor text) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select p_cursor is null
    or (
      private.is_rfc3339(split_part(p_cursor, '_', 1))
      and pg_input_is_valid(split_part(p_cursor, '_', 2), 'uuid')
      and split_part(p_cursor, '_', 3) = ''
    )
$$;

comment on function private.is_notes_cursor(text) is 'Whether a text is a cursor of private.history_past_notes: encounter time, underscore, note id. None at all is one too.';

-- supabase/schemas/40_functions/private.is_rfc3339.sql
create function private.is_rfc3339(p_text text) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when p_text ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$' then pg_input_is_valid(p_text, 'timestamptz')
    else false
  end
$$;

comment on function private.is_rfc3339(text) is 'Whether a text is a time of RFC 3339 that exists: 30 February is none.';

-- supabase/schemas/40_functions/private.is_transcript_text.sql
create function private.is_transcript_text(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'string' and p_value #>> '{}' ~ '\S' and length(p_value #>> '{}') <= 100000,
    false
  )
$$;

comment on function private.is_transcript_text(jsonb) is 'Whether a value is the text of a transcript chunk: a string of at most 100000 characters that is not blank.';

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

-- supabase/schemas/40_functions/private.keep_record_of_ledger.sql
create function private.keep_record_of_ledger() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb := new.cumulative_medical_record;
  v_version text := v_record #>> '{metadata,record_version}';
begin
  if v_record = (case tg_op when 'INSERT' then '{}' else old.cumulative_medical_record end) then
    return new;
  end if;
  -- The merge writes its ledger row first; a record nobody merged, or whose content is not what its version says, is refused.
  if v_version is distinct from private.sha256_hex(v_record #- '{metadata,record_version}')
    or not exists (
      select from public.soap_note_merges where patient_id = new.user_id and record_version = v_version
    ) then
    raise exception 'Cannot write cumulative record: no merge made this one' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_record_of_ledger() is
  'Trigger: the cumulative record is empty or one that the merge ledger accounts for, whole and unchanged, whoever writes.';

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

-- supabase/schemas/40_functions/private.lock_encounter.sql
create function private.lock_encounter(p_caller private.caller, p_encounter_id uuid) returns public.video_call_sessions
language sql
volatile
security invoker
set search_path = ''
as $$
  select encounter
  from public.video_call_sessions as encounter
  where encounter.id = p_encounter_id
    and p_caller.user_id in (encounter.provider_id, encounter.patient_id)
  for update
$$;

comment on function private.lock_encounter(private.caller, uuid) is
  'The encounter, locked until the transaction ends, so that everything that changes it takes turns; null for who takes no part in it.';

-- supabase/schemas/40_functions/private.merge_pending_notes.sql
create function private.merge_pending_notes(p_patient_id uuid) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_profile public.patient_profiles;
  v_caller_id uuid := private.current_user_id();
  v_merged uuid[];
  v_pending uuid[];
  v_note_id uuid;
  v_before jsonb;
  v_after jsonb;
begin
  -- One merge per patient at a time: everything below is read after the lock, so nobody folds what is already past.
  select * into v_profile from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return null;
  end if;

  select
    coalesce(array_agg(source.note_id order by source.place) filter (where merges.soap_note_id is not null), '{}'),
    coalesce(array_agg(source.note_id order by source.place) filter (where merges.soap_note_id is null), '{}')
  into v_merged, v_pending
  from unnest(private.record_source_notes(p_patient_id)) with ordinality as source (note_id, place)
  left join public.soap_note_merges as merges on merges.soap_note_id = source.note_id;

  if cardinality(v_pending) = 0 then
    return 0;
  end if;
  if v_profile.cumulative_medical_record <> '{}'
    and v_profile.cumulative_medical_record #>> '{metadata,record_version}' is null then
    raise exception 'Cannot merge SOAP notes: the stored record was not made from notes';
  end if;

  v_before := v_profile.cumulative_medical_record;
  if v_before #> '{metadata,source_soap_notes}' is distinct from to_jsonb(v_merged)
    or v_before #>> '{metadata,rules_version}' is distinct from private.record_rules_version() then
    v_before := private.fold_notes(v_merged);
  end if;
  foreach v_note_id in array v_pending loop
    v_merged := v_merged || v_note_id;
    v_after := private.fold_notes(v_merged);
    insert into public.soap_note_merges (soap_note_id, patient_id, record_version, changes, merged_by)
    values (
      v_note_id, p_patient_id, v_after #>> '{metadata,record_version}',
      private.record_changes(v_before, v_after, v_note_id), v_caller_id
    );
    v_before := v_after;
  end loop;

  update public.patient_profiles
  set
    cumulative_medical_record = v_after,
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = v_pending[cardinality(v_pending)]
  where user_id = p_patient_id;
  return cardinality(v_pending);
end;
$$;

comment on function private.merge_pending_notes(uuid) is
  'Merges every signed note of a patient that has no row in the merge ledger yet, in the order of the record, and writes the record. Returns how many; 0 changes nothing; null: no such patient. Concurrent calls for one patient wait for each other.';

-- supabase/schemas/40_functions/private.merge_soap_into_cumulative_record.sql
-- Definer: the record and its ledger have no other writer, and clients no privilege on them.
create function private.merge_soap_into_cumulative_record(p_patient_id uuid, p_soap_note_id uuid) returns jsonb
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

-- supabase/schemas/40_functions/private.note_assessment_text.sql
create function private.note_assessment_text(p_note_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select string_agg(
    diagnosis_name || coalesce(' (' || icd10_code || ')', '') || coalesce(', ' || status, ''), '; ' order by position, id
  )
  from public.soap_assessment_problem_list
  where soap_note_id = p_note_id
$$;

comment on function private.note_assessment_text(uuid) is 'The problems of a note on one line: "Essential hypertension (I10), new; …". Null where it has none.';

-- supabase/schemas/40_functions/private.note_from_draft.sql
create function private.note_from_draft(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns void
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

  -- A clinician's edit and a later draft are both worth more than this one.
  if v_note.edited_by_clinician or exists (
    select from public.soap_drafts
    where encounter_id = p_encounter.id and revision > p_draft.revision and state = 'draft_ready'
  ) then
    return;
  end if;

  if v_note.id is null then
    v_note := private.open_soap_note(p_encounter, false);
  else
    update public.soap_notes set revision = revision + 1 where id = v_note.id;
  end if;
  perform private.write_soap_note(v_note.id, p_draft.draft);
end;
$$;

comment on function private.note_from_draft(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft the encounter''s open note, unless a clinician edited that note or a later draft was finished.';

-- supabase/schemas/40_functions/private.note_identity.sql
create function private.note_identity(p_meta jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}')
  from jsonb_each(p_meta)
  where key in ('encounterId', 'appointmentId', 'snapshotId', 'recordVersion', 'transcriptSha256')
$$;

comment on function private.note_identity(jsonb) is 'The part of SoapNote.meta that says what the note belongs to; the server''s, never a client''s.';

-- supabase/schemas/40_functions/private.note_plan_text.sql
create function private.note_plan_text(p_note_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select string_agg(line, '; ' order by part, position, id)
  from (
    select 1 as part, position, id,
      concat_ws(' ', medication_name, dose, route, frequency) || coalesce(' (' || status || ')', '') as line
    from public.soap_plan_medication
    where soap_note_id = p_note_id
    union all
    select 2, position, id, description || coalesce(' (' || due || ')', '')
    from public.soap_plan_items
    where soap_note_id = p_note_id
  ) as lines
$$;

comment on function private.note_plan_text(uuid) is 'The plan of a note on one line, medications first: "Lisinopril 10 mg oral once daily (started); …". Null where it has none.';

-- supabase/schemas/40_functions/private.note_refusal.sql
create function private.note_refusal(p_caller private.caller, p_note public.soap_notes) returns text
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
    when p_note.status = 'signed' then 'FORBIDDEN'
    else 'NOT_FOUND'
  end;
end;
$$;

comment on function private.note_refusal(private.caller, public.soap_notes) is
  'Why the caller may not act on a note as its provider; null when they may. Whoever is no practising provider is FORBIDDEN, whatever note they name; so is a provider who may see it but not act; everybody else finds nothing.';

-- supabase/schemas/40_functions/private.open_soap_note.sql
create function private.open_soap_note(p_encounter public.video_call_sessions, p_edited_by_clinician boolean) returns public.soap_notes
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.soap_notes (encounter_id, appointment_id, patient_id, provider_id, edited_by_clinician)
  values (p_encounter.id, p_encounter.appointment_id, p_encounter.patient_id, p_encounter.provider_id, p_edited_by_clinician)
  returning *
$$;

comment on function private.open_soap_note(public.video_call_sessions, boolean) is 'Opens the encounter''s note, still empty.';

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

-- supabase/schemas/40_functions/private.participant_refusal.sql
create function private.participant_refusal(p_caller private.caller, p_encounter public.video_call_sessions) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_encounter.id is null then 'SESSION_NOT_FOUND'
    when p_encounter.patient_id = p_caller.user_id then null
    else private.provider_refusal(p_caller, p_encounter)
  end;
end;
$$;

comment on function private.participant_refusal(private.caller, public.video_call_sessions) is
  'Why the caller may not take part in an encounter that private.lock_encounter returned, as its patient or its provider; null when they may.';

-- supabase/schemas/40_functions/private.pick.sql
create function private.pick(p_object jsonb, p_keys text[]) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_object_agg(key, p_object -> key) from unnest(p_keys) as key
$$;

comment on function private.pick(jsonb, text[]) is 'An object with these keys of another, null where it has none.';

-- supabase/schemas/40_functions/private.provider_refusal.sql
create function private.provider_refusal(p_caller private.caller, p_encounter public.video_call_sessions) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_caller.is_provider and not p_caller.may_practise then 'FORBIDDEN'
    when p_encounter.id is null then 'SESSION_NOT_FOUND'
    when p_encounter.provider_id <> p_caller.user_id then 'FORBIDDEN'
    when not private.has_care_relationship(p_caller, p_encounter.patient_id) then 'SESSION_NOT_FOUND'
  end;
end;
$$;

comment on function private.provider_refusal(private.caller, public.video_call_sessions) is
  'Why the caller may not act as the provider of an encounter that private.lock_encounter returned; null when they may. Its patient is FORBIDDEN, everybody else finds nothing.';

-- supabase/schemas/40_functions/private.read_record.sql
create function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  -- A signed note whose merge call never came is merged by whoever reads next.
  if exists (
    select from public.soap_notes as note
    where note.patient_id = p_patient_id and note.status = 'signed'
      and not exists (select from public.soap_note_merges as merge where merge.soap_note_id = note.id)
  ) then
    perform private.merge_pending_notes(p_patient_id);
  end if;

  select cumulative_medical_record into v_record from public.patient_profiles where user_id = p_patient_id;
  return case v_record when '{}' then private.fold_record(p_patient_id) else v_record end;
end;
$$;

comment on function private.read_record(uuid) is
  'The patient''s cumulative record with every signed note in it; the empty record, in full shape, where nothing was signed yet; null without a profile.';

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

-- supabase/schemas/40_functions/private.record_allergen.sql
create function private.record_allergen(p_allergen text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_denial text := private.record_key(p_allergen);
begin
  if exists (
    select from private.record_synonyms
    where kind = 'none_known' and term = v_denial and canonical in ('allergies', 'any')
  ) then
    return null;
  end if;
  return coalesce(
    private.record_canonical('allergen', regexp_replace(v_denial, ' (allergy|allergies|intolerance)$', '')),
    p_allergen
  );
end;
$$;

comment on function private.record_allergen(text) is
  'Identity key of an allergen: its folded name by the synonym table; an unknown word is its own allergen. Null when the words deny any ("NKDA").';

-- supabase/schemas/40_functions/private.record_allergy_statements.sql
create function private.record_allergy_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with allergen as materialized (
      select names.allergen, private.record_allergen(names.allergen) as allergen_key
      from (
        select distinct allergies.allergen from public.soap_subjective_allergies as allergies
        where allergies.soap_note_id = any (p_note_ids)
      ) as names
    )
    select allergen.allergen_key, notes.id, notes.encounter_at, notes.signed_by, 0, allergies.position, allergies.id,
      jsonb_build_object('allergen', allergies.allergen, 'severity', allergies.severity, 'reaction', allergies.reaction),
      jsonb_build_object(
        -- A mention without a status is a report of the allergy: only explicit words end one.
        'status', coalesce(private.record_status('allergy_status', allergies.status), 'active'),
        'word', allergies.status
      )
    from public.soap_subjective_allergies as allergies
    join allergen on allergen.allergen = allergies.allergen
    join public.soap_notes as notes on notes.id = allergies.soap_note_id
    where allergies.soap_note_id = any (p_note_ids) and allergen.allergen_key is not null
      and not private.is_carried_over(
        notes.id, 'allergies', allergies.evidence,
        jsonb_build_object(
          'allergen', allergies.allergen, 'reaction', allergies.reaction, 'severity', allergies.severity, 'status', allergies.status
        )
      );
end;
$$;

comment on function private.record_allergy_statements(uuid[]) is
  'What the notes say about allergies; item_key is the allergen, facts: status (active, inactive, refuted) and the note''s word for it. Rows that deny allergies, and those that only carry over what the snapshot says, are not among them.';

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

-- supabase/schemas/40_functions/private.record_carried_fields.sql
create function private.record_carried_fields(p_statements private.record_statement[])
returns table (item_key text, carried_fields jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with regimen_field as materialized (
      select history.item_key, history.field,
        max(history.ordinal) as last_stated,
        max(history.ordinal) filter (where history.is_change) as last_changed
      from private.record_field_history(p_statements) as history
      where history.field in ('dose', 'frequency', 'route')
      group by history.item_key, history.field
    ),
    activity as (
      select ordered.item_key, ordered.ordinal, ordered.facts ->> 'activity' as activity,
        lag(ordered.facts ->> 'activity') over (partition by ordered.item_key order by ordered.ordinal) as previous
      from private.record_in_order(p_statements) as ordered
      where ordered.facts ->> 'activity' is not null
    ),
    change as (
      select regimen_field.item_key, regimen_field.last_changed as ordinal from regimen_field
      union all
      select activity.item_key, activity.ordinal from activity
      where activity.activity = 'active' and activity.previous <> 'active'
    )
    select regimen_field.item_key, jsonb_agg(regimen_field.field order by regimen_field.field collate "C")
    from regimen_field
    where exists (
      select from change
      where change.item_key = regimen_field.item_key and change.ordinal > regimen_field.last_stated
    )
    group by regimen_field.item_key;
end;
$$;

comment on function private.record_carried_fields(private.record_statement[]) is
  'Per medication the fields of its regimen (dose, frequency, route) that were stated before another one changed, or before it was taken up again, and not since: nobody ever said the regimen they make together.';

-- supabase/schemas/40_functions/private.record_changes.sql
create function private.record_changes(p_before jsonb, p_after jsonb, p_note_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with change as (
      select coalesce(after.section, before.section) as section, coalesce(after.id, before.id) as id,
        case
          when after.id is null then 'joined'
          when before.id is null then 'added'
          when before.content is distinct from after.content then 'updated'
          when after.source_notes ? p_note_id::text then 'confirmed'
        end as kind
      from private.record_content(p_before) as before
      full join private.record_content(p_after) as after on after.section = before.section and after.id = before.id
      union all
      select after.section, after.id, 'carried'
      from private.record_content(p_after) as after
      left join private.record_content(p_before) as before on before.section = after.section and before.id = after.id
      where after.carried_fields <> '[]' and after.carried_fields is distinct from before.carried_fields
      union all
      select conflict ->> 'section', conflict ->> 'id', 'conflicts'
      from jsonb_array_elements(p_after -> 'conflicts') as conflict
      where not (p_before -> 'conflicts') @> jsonb_build_array(jsonb_build_object('id', conflict -> 'id'))
    ),
    kinds as (
      select section.section, kind.kind, jsonb_agg(change.id order by change.id collate "C") filter (where change.id is not null) as ids
      from unnest(array['added', 'updated', 'confirmed', 'carried', 'joined', 'conflicts']) as kind (kind)
      cross join unnest(array[
        'conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history',
        'vital_trends', 'review_of_systems_trends', 'physical_exam_findings'
      ]) as section (section)
      left join change on change.section = section.section and change.kind = kind.kind
      group by section.section, kind.kind
    ),
    sections as (
      select kinds.section, jsonb_object_agg(kinds.kind, coalesce(kinds.ids, '[]')) as changes
      from kinds
      group by kinds.section
    )
    select jsonb_object_agg(sections.section, sections.changes) from sections
  );
end;
$$;

comment on function private.record_changes(jsonb, jsonb, uuid) is
  'What a note changed, per section: ids of the items it added, updated and confirmed, of those that carry a field since (carried_fields), of those that joined another item and ended as one of their own, and of the conflicts it opened.';

-- supabase/schemas/40_functions/private.record_complete_lists.sql
create function private.record_complete_lists(p_note_ids uuid[], p_list text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) order by claim.encounter_at, claim.note_id
  ), '[]')
  from private.record_list_claims(p_note_ids) as claim
  where claim.list = p_list and claim.complete
$$;

comment on function private.record_complete_lists(uuid[], text) is
  'The notes that attest their list of a section lacks nothing, in the order of the record: [{soap_note_id, encounter_at, signed_by}].';

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
        history.severity, history.date as onset_date, history.notes, history.evidence
      from public.soap_subjective_history as history
      where history.kind = 'medical' and history.soap_note_id = any (p_note_ids)
      union all
      select problem.soap_note_id, 1, problem.position, problem.id, problem.diagnosis_name, problem.icd10_code, problem.status,
        problem.severity, problem.onset_date, problem.notes, problem.evidence
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
      select stated.*,
        jsonb_build_object(
          'name', stated.name, 'icd10', stated.icd10_code, 'status', stated.status, 'severity', stated.severity,
          'onset_date', stated.onset_date, 'notes', stated.notes
        ) as fields, name.name_key, status.clinical_status, private.record_icd10(stated.icd10_code) as code
      from stated
      join name on name.name = stated.name
      left join status on status.status = stated.status
    )
    select coalesce('icd10:' || known.code, 'name:' || coalesce(known.name_key, known.name)), notes.id, notes.encounter_at,
      notes.signed_by, known.stage, known.position, known.id,
      known.fields,
      jsonb_build_object(
        'code', known.code, 'name', known.name_key,
        'ended', case when known.status ~ '\S' then coalesce(known.clinical_status, 'active') <> 'active' end
      )
    from known
    join public.soap_notes as notes on notes.id = known.soap_note_id
    where not private.is_carried_over(notes.id, 'conditions', known.evidence, known.fields)
      and (known.code is not null or not exists (
        select from private.record_synonyms as synonyms
        where synonyms.kind = 'none_known' and synonyms.term = known.name_key and synonyms.canonical in ('conditions', 'any')
      ));
end;
$$;

comment on function private.record_condition_statements(uuid[]) is
  'What the notes say about conditions, from the problem list and the medical history. item_key is the entry a row names by itself (icd10:E119 or name:diabetes) before entries are joined; facts: code, name key, ended (null when the row has no status).';

-- supabase/schemas/40_functions/private.record_conflict.sql
create function private.record_conflict(p_kind text, p_section text, p_field text, p_sides jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'id', private.record_item_id('conflicts', jsonb_build_array(p_kind, p_section, p_field, p_sides)::text),
    'kind', p_kind,
    'section', p_section,
    'field', p_field,
    'item_ids', (select jsonb_agg(distinct side -> 'item_id') from jsonb_array_elements(p_sides) as side),
    'sides', p_sides
  )
$$;

comment on function private.record_conflict(text, text, text, jsonb) is
  'One open question of the record: kind, section, field (null when it is about the item), item_ids[], sides[] {item_id, value, soap_note_id, encounter_at, signed_by}. The id comes from these and from nothing else, so it stays while the two sides do.';

-- supabase/schemas/40_functions/private.record_content.sql
create function private.record_content(p_record jsonb)
returns table (section text, id text, source_notes jsonb, carried_fields jsonb, content jsonb)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return query
    with entry as (
      select part.key as section, jsonb_array_elements(part.value) as item
      from jsonb_each(p_record) as part
      where part.key in ('conditions', 'medications', 'allergies', 'surgical_history', 'family_history')
      union all
      select part.key, topic.value
      from jsonb_each(p_record) as part
      cross join lateral jsonb_each(part.value) as topic
      where part.key = 'social_history'
      union all
      select part.key, jsonb_array_elements(trend.value -> 'series')
      from jsonb_each(p_record) as part
      cross join lateral jsonb_each(part.value) as trend
      where part.key in ('vital_trends', 'review_of_systems_trends', 'physical_exam_findings')
    )
    select entry.section, entry.item ->> 'id',
      coalesce(entry.item #> '{provenance,source_notes}', jsonb_build_array(entry.item -> 'soap_note_id')),
      coalesce(entry.item -> 'carried_fields', '[]'),
      entry.item - '{provenance,last_updated}'::text[]
    from entry;
end;
$$;

comment on function private.record_content(jsonb) is
  'Everything a record lists, one row per item or measurement, as it is compared: content is the item without what every mention moves.';

-- supabase/schemas/40_functions/private.record_dosing_history.sql
create function private.record_dosing_history(p_statements private.record_statement[])
returns table (item_key text, dosing_history jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select ordered.item_key,
      jsonb_agg(
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by)
          || jsonb_build_object('said', case ordered.stage when 0 then 'reported' else 'planned' end)
          || (ordered.fields - '{name,indication,rxnorm_code}'::text[])
        order by ordered.ordinal
      )
    from private.record_in_order(p_statements) as ordered
    where ordered.ordinal in (
      select history.ordinal from private.record_field_history(p_statements) as history
      where history.is_change and history.field in ('dose', 'frequency', 'route', 'duration', 'status')
    )
    group by ordered.item_key;
end;
$$;

comment on function private.record_dosing_history(private.record_statement[]) is
  'Per medication every statement that changed it, as the note had it, nulls included: {dose, frequency, route, duration, status, said (reported or planned), soap_note_id, encounter_at, signed_by}.';

-- supabase/schemas/40_functions/private.record_drug.sql
create function private.record_drug(p_name text, out ingredient text, out route text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_name text := private.record_key(p_name);
  v_rule record;
  v_release text := '';
  v_parts text[];
begin
  -- A strength in the name belongs to the dose, not to what the drug is.
  v_name := regexp_replace(
    v_name,
    '\m\d+([.,]\d+)?\s*(mg|mcg|μg|g|ml|units?|iu|meq|%)(\s*/\s*(\d+([.,]\d+)?\s*)?(mg|mcg|g|ml|h|hr|actuation))?(?=\W|$)',
    ' ', 'g'
  );
  v_name := ' ' || regexp_replace(regexp_replace(v_name, '([(),])', ' \1 ', 'g'), '\s+', ' ', 'g') || ' ';
  -- Longest first: "ophthalmic solution" before "ophthalmic", "extended-release" before "er".
  for v_rule in
    select synonyms.kind, ' ' || synonyms.term || ' ' as words, synonyms.canonical
    from private.record_synonyms as synonyms
    where synonyms.kind in ('dose_form', 'release_form') and strpos(v_name, ' ' || synonyms.term || ' ') > 0
    order by length(synonyms.term) desc, synonyms.term collate "C"
  loop
    continue when strpos(v_name, v_rule.words) = 0;
    v_name := replace(v_name, v_rule.words, ' ');
    if v_rule.kind = 'dose_form' then
      route := coalesce(route, v_rule.canonical);
    else
      v_release := ' ' || v_rule.canonical;
    end if;
  end loop;
  -- What is left in brackets is another name of the same drug: insulin glargine (Lantus).
  v_name := regexp_replace(v_name, '\([^)]*\)|,', ' ', 'g') || v_release;
  v_name := private.record_canonical('drug', v_name);
  v_parts := array(
    select private.record_canonical('drug', part)
    from regexp_split_to_table(v_name, '\s*[/+&](?=\s*[[:alpha:]])|\s+and\s+') as part
    where private.record_canonical('drug', part) is not null
    order by private.record_canonical('drug', part) collate "C"
  );
  ingredient := coalesce(nullif(array_to_string(v_parts, ' / '), ''), p_name);
end;
$$;

comment on function private.record_drug(text) is
  'What a medication''s name says it is: ingredient with salt and release form, brand names resolved, a combination as its sorted parts joined by " / "; and the route its dose form implies (eye drops: ophthalmic), else null. Strengths in the name are left out.';

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
          else private.record_value_key(compared.field, compared.value)
            is distinct from private.record_value_key(compared.field, compared.previous)
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

-- supabase/schemas/40_functions/private.record_history_statements.sql
create function private.record_history_statements(p_note_ids uuid[], p_kind text, p_synonyms text)
returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with history as (
      select * from public.soap_subjective_history
      where soap_note_id = any (p_note_ids) and kind = p_kind
    ),
    -- Looked up once per wording, not once per row.
    name as materialized (
      select names.name, private.record_canonical(p_synonyms, names.name) as name_key
      from (select distinct history.name from history) as names
    )
    select coalesce(name.name_key, history.name), notes.id, notes.encounter_at, notes.signed_by,
      0, history.position, history.id, to_jsonb(history) - '{soap_note_id,id,position,kind,evidence}'::text[],
      '{}'::jsonb
    from history
    join public.soap_notes as notes on notes.id = history.soap_note_id
    join name on name.name = history.name
    where not exists (
      select from private.record_synonyms as synonyms
      where synonyms.kind = 'none_known' and synonyms.term = name.name_key and synonyms.canonical = 'any'
    )
      -- The snapshot names what a row is about by the list: a procedure, a relative's condition, a topic.
      and not private.is_carried_over(
        notes.id, p_kind || '_history', history.evidence,
        to_jsonb(history) - '{soap_note_id,id,position,kind,name,evidence}'::text[] || jsonb_build_object(
          case p_kind when 'surgical' then 'procedure' when 'family' then 'condition' else 'topic' end, history.name
        )
      );
end;
$$;

comment on function private.record_history_statements(uuid[], text, text) is
  'Rows of soap_subjective_history of one kind as statements. item_key is the folded name, by the synonyms of the kind named third; fields have the columns'' names.';

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
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) as mark,
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
          as source_notes
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
            'source_notes', field_state.source_notes
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
  'Items of one section: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';

-- supabase/schemas/40_functions/private.record_join_blank.sql
create function private.record_join_blank(p_statements private.record_statement[], p_field text, p_synonyms text)
returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as materialized (
      select statement.*, coalesce(private.record_canonical(p_synonyms, statement.fields ->> p_field), '') as detail
      from unnest(p_statements) as statement
    ),
    candidate as (
      select stated.item_key, min(stated.detail) as detail
      from stated
      where stated.detail <> ''
      group by stated.item_key
      having count(distinct stated.detail) = 1
    )
    select stated.item_key || '|' || case when stated.detail = '' then coalesce(candidate.detail, '') else stated.detail end,
      stated.note_id, stated.encounter_at, stated.signed_by, stated.stage, stated.position, stated.row_id,
      stated.fields, stated.facts
    from stated
    left join candidate on candidate.item_key = stated.item_key;
end;
$$;

comment on function private.record_join_blank(private.record_statement[], text, text) is
  'Statements with a field made part of their identity, over the whole set: a blank joins the one value that is known, and stands alone when there are several.';

-- supabase/schemas/40_functions/private.record_join_routes.sql
create function private.record_join_routes(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with known_route as (
      select statement.item_key,
        array_agg(distinct statement.item_key || '|' || (statement.facts ->> 'route')) as item_keys
      from unnest(p_statements) as statement
      where statement.facts ->> 'route' is not null
      group by statement.item_key
    )
    select
      case
        when statement.facts ->> 'route' is not null then statement.item_key || '|' || (statement.facts ->> 'route')
        when cardinality(known_route.item_keys) = 1 then known_route.item_keys[1]
        else statement.item_key || '|'
      end,
      statement.note_id, statement.encounter_at, statement.signed_by, statement.stage, statement.position, statement.row_id,
      statement.fields,
      case
        when statement.facts ->> 'route' is null and cardinality(known_route.item_keys) > 1
          then statement.facts || jsonb_build_object('candidates', known_route.item_keys)
        else statement.facts
      end
    from unnest(p_statements) as statement
    left join known_route on known_route.item_key = statement.item_key;
end;
$$;

comment on function private.record_join_routes(private.record_statement[]) is
  'Medication statements keyed ingredient|route, over the whole set: a statement without a route joins the only route that is known; with several it stands alone, and facts.candidates names them.';

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

-- supabase/schemas/40_functions/private.record_list_claims.sql
create function private.record_list_claims(p_note_ids uuid[])
returns table (list text, state text, complete boolean, note_id uuid, encounter_at timestamptz, signed_by uuid)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with denial as materialized (
      select names.allergen
      from (
        select distinct allergies.allergen from public.soap_subjective_allergies as allergies
        where allergies.soap_note_id = any (p_note_ids)
      ) as names
      where private.record_allergen(names.allergen) is null
    )
    select claim.key,
      case jsonb_typeof(claim.value) when 'string' then claim.value #>> '{}' else claim.value ->> 'state' end,
      claim.value -> 'complete' = 'true',
      notes.id, notes.encounter_at, notes.signed_by
    from public.soap_notes as notes
    cross join lateral jsonb_each(notes.list_states) as claim
    where notes.id = any (p_note_ids)
    union all
    select 'allergies', 'none_known', false, notes.id, notes.encounter_at, notes.signed_by
    from public.soap_subjective_allergies as allergies
    join denial on denial.allergen = allergies.allergen
    join public.soap_notes as notes on notes.id = allergies.soap_note_id
    where allergies.soap_note_id = any (p_note_ids);
end;
$$;

comment on function private.record_list_claims(uuid[]) is
  'What notes claim about whole lists: their list_states, bare or as {state, complete}, and allergy rows such as "NKDA". complete: the note attests that its list lacks nothing.';

-- supabase/schemas/40_functions/private.record_mark.sql
create function private.record_mark(p_note_id uuid, p_encounter_at timestamptz, p_signed_by uuid) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'soap_note_id', p_note_id, 'encounter_at', private.utc_text(p_encounter_at), 'signed_by', p_signed_by
  );
end;
$$;

comment on function private.record_mark(uuid, timestamptz, uuid) is
  'Where a value of the record comes from: the note, its encounter''s time and who signed it.';

-- supabase/schemas/40_functions/private.record_match_regimens.sql
create function private.record_match_regimens(
  p_doses text[],
  p_frequencies text[],
  p_known_doses text[],
  p_known_frequencies text[]
) returns integer[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_known integer := cardinality(p_known_doses);
  v_matched integer[] := array_fill(null::integer, array[cardinality(p_doses)]);
begin
  for v_pass in 1 .. 4 loop
    -- A note with fewer rows than there are regimens does not say which of them it means.
    exit when v_pass = 4 and cardinality(p_doses) < v_known;
    for i in 1 .. cardinality(p_doses) loop
      continue when v_matched[i] is not null;
      for k in 1 .. v_known loop
        continue when k = any (v_matched);
        if (case v_pass
          when 1 then p_doses[i] = p_known_doses[k] and p_frequencies[i] = p_known_frequencies[k]
          when 2 then p_frequencies[i] = p_known_frequencies[k]
          when 3 then p_doses[i] = p_known_doses[k]
          else true
        end) then
          v_matched[i] := k;
          exit;
        end if;
      end loop;
    end loop;
  end loop;
  return v_matched;
end;
$$;

comment on function private.record_match_regimens(text[], text[], text[], text[]) is
  'Which known regimen of a drug each row of a note continues: the one with the same dose and frequency, else the same frequency, else the same dose, else in order of writing if the note lists as many as are known. Null: none of them.';

-- supabase/schemas/40_functions/private.record_medication_statements.sql
create function private.record_medication_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with entered as (
      select 0 as stage, reported.* from public.soap_subjective_medications as reported
      where reported.soap_note_id = any (p_note_ids)
      union all
      select 1, planned.* from public.soap_plan_medication as planned
      where planned.soap_note_id = any (p_note_ids)
    ),
    stated as materialized (
      select entered.*,
        jsonb_build_object(
          'name', entered.medication_name, 'dose', entered.dose, 'frequency', entered.frequency, 'route', entered.route,
          'duration', entered.duration, 'indication', entered.indication, 'status', entered.status,
          'rxnorm_code', entered.rxnorm_code
        ) as fields
      from entered
    ),
    name as materialized (
      select names.medication_name, drug.ingredient, drug.route
      from (select distinct stated.medication_name from stated) as names
      cross join lateral private.record_drug(names.medication_name) as drug
    ),
    status as materialized (
      select words.status, private.record_status('medication_status', words.status) as meaning
      from (select distinct stated.status from stated) as words
    ),
    route as materialized (
      select words.route, private.record_canonical('route', words.route) as route_key
      from (select distinct stated.route from stated) as words
    )
    select name.ingredient, notes.id, notes.encounter_at, notes.signed_by, stated.stage, stated.position, stated.id,
      stated.fields,
      jsonb_build_object(
        'route', coalesce(route.route_key, name.route),
        'activity', case when stated.status ~ '\S' then coalesce(status.meaning, 'active') end,
        'dose', private.record_value_key('dose', stated.dose),
        'frequency', private.record_value_key('frequency', stated.frequency)
      )
    from stated
    join name on name.medication_name = stated.medication_name
    join public.soap_notes as notes on notes.id = stated.soap_note_id
    left join status on status.status = stated.status
    left join route on route.route = stated.route
    -- What was only talked about or refused is no part of what the patient takes.
    where status.meaning is distinct from 'proposed' and not exists (
      select from private.record_synonyms as synonyms
      where synonyms.kind = 'none_known' and synonyms.term = private.record_key(stated.medication_name)
        and synonyms.canonical in ('medications', 'any')
    )
      and not private.is_carried_over(notes.id, 'medications', stated.evidence, stated.fields);
end;
$$;

comment on function private.record_medication_statements(uuid[]) is
  'What the notes say about medications: reported (stage 0) and decided in the plan (stage 1). item_key is the ingredient; facts: route, activity (null when the row has no status), dose and frequency as keys. Proposals, refusals, denials and what a draft only carries over from the snapshot are not among them.';

-- supabase/schemas/40_functions/private.record_omission.sql
create function private.record_omission(p_complete jsonb, p_last_confirmed jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select claim.mark
  from jsonb_array_elements(p_complete) with ordinality as claim (mark, place)
  where ((claim.mark ->> 'encounter_at')::timestamptz, (claim.mark ->> 'soap_note_id')::uuid)
    > ((p_last_confirmed ->> 'encounter_at')::timestamptz, (p_last_confirmed ->> 'soap_note_id')::uuid)
  order by claim.place
  limit 1
$$;

comment on function private.record_omission(jsonb, jsonb) is
  'The first of the notes with a complete list (private.record_complete_lists) after an item was last confirmed, and so leaving it out; null if there is none. It marks, it never removes.';

-- supabase/schemas/40_functions/private.record_reactions.sql
create function private.record_reactions(p_statements private.record_statement[])
returns table (item_key text, reaction text, reactions jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with reported as (
      select ordered.*, ordered.fields ->> 'reaction' as words, private.record_key(ordered.fields ->> 'reaction') as reaction_key
      from private.record_in_order(p_statements) as ordered
      where ordered.fields ->> 'reaction' ~ '\S'
    ),
    reaction as (
      select reported.item_key, min(reported.ordinal) as first_ordinal,
        (array_agg(reported.words order by reported.ordinal))[1] as words,
        jsonb_build_object(
          'id', private.record_item_id('reactions', reported.item_key || '|' || coalesce(reported.reaction_key, reported.words)),
          'reaction', (array_agg(reported.words order by reported.ordinal))[1],
          'severity', (array_agg(reported.fields ->> 'severity'
            order by private.record_severity_rank(reported.fields ->> 'severity') desc, reported.ordinal))[1],
          'first_seen', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.ordinal))[1],
          'last_confirmed', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.ordinal desc))[1]
        ) as reaction
      from reported
      group by reported.item_key, coalesce(reported.reaction_key, reported.words)
    )
    select reaction.item_key, string_agg(reaction.words, ', ' order by reaction.first_ordinal),
      jsonb_agg(reaction.reaction order by reaction.first_ordinal)
    from reaction
    group by reaction.item_key;
end;
$$;

comment on function private.record_reactions(private.record_statement[]) is
  'Every reaction ever reported to an allergen, first report first: reaction, all of them in one line for readers of one string; reactions[] {id, reaction, severity (the highest reported with it), first_seen, last_confirmed}.';

-- supabase/schemas/40_functions/private.record_regimen_key.sql
create function private.record_regimen_key(p_item_key text, p_number integer) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case when p_number = 1 then p_item_key else p_item_key || '|#' || p_number end
$$;

comment on function private.record_regimen_key(text, integer) is
  'Identity key of a drug''s n-th regimen; the first has the drug''s own, so that it keeps its id when a second appears.';

-- supabase/schemas/40_functions/private.record_rules_version.sql
create function private.record_rules_version() returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select '1'
$$;

comment on function private.record_rules_version() is
  'Raised by the migration that changes a rule of the fold or a row of record_synonyms: records folded before it are folded anew by their next merge.';

-- supabase/schemas/40_functions/private.record_severity_rank.sql
create function private.record_severity_rank(p_severity text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_severity
    when 'life_threatening' then 5
    when 'severe' then 4
    when 'moderate' then 3
    when 'mild' then 2
    when 'unknown' then 1
    else 0
  end
$$;

comment on function private.record_severity_rank(text) is
  'Order of severities: null, unknown, mild, moderate, severe, life_threatening.';

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

-- supabase/schemas/40_functions/private.record_split_regimens.sql
create function private.record_split_regimens(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_batch record;
  v_row private.record_statement;
  v_item_key text;
  v_doses text[];
  v_frequencies text[];
  v_matched integer[];
  v_known integer;
begin
  for v_batch in
    select ordered.item_key,
      array_agg(
        row(
          ordered.item_key, ordered.note_id, ordered.encounter_at, ordered.signed_by, ordered.stage, ordered.position,
          ordered.row_id, ordered.fields, ordered.facts
        )::private.record_statement
        order by ordered.ordinal
      ) as statements,
      array_agg(ordered.facts ->> 'dose' order by ordered.ordinal) as doses,
      array_agg(ordered.facts ->> 'frequency' order by ordered.ordinal) as frequencies
    from private.record_in_order(p_statements) as ordered
    group by ordered.item_key, ordered.note_id, ordered.stage
    order by ordered.item_key collate "C", min(ordered.ordinal)
  loop
    if v_item_key is distinct from v_batch.item_key then
      v_item_key := v_batch.item_key;
      v_doses := '{}';
      v_frequencies := '{}';
    end if;
    v_known := cardinality(v_doses);
    v_matched := private.record_match_regimens(v_batch.doses, v_batch.frequencies, v_doses, v_frequencies);

    for i in 1 .. cardinality(v_matched) loop
      v_row := v_batch.statements[i];
      if v_matched[i] is null then
        v_matched[i] := cardinality(v_doses) + 1;
        if cardinality(v_matched) < v_known then
          v_row.facts := v_row.facts || jsonb_build_object(
            'candidates', array(select private.record_regimen_key(v_item_key, n) from generate_series(1, v_known) as n)
          );
        end if;
      end if;
      v_row.item_key := private.record_regimen_key(v_item_key, v_matched[i]);
      v_doses[v_matched[i]] := coalesce(v_batch.doses[i], v_doses[v_matched[i]]);
      v_frequencies[v_matched[i]] := coalesce(v_batch.frequencies[i], v_frequencies[v_matched[i]]);
      return next v_row;
    end loop;
  end loop;
end;
$$;

comment on function private.record_split_regimens(private.record_statement[]) is
  'Medication statements with the regimen they belong to: two rows of one note stay two regimens (ingredient|route, then …|#2). A row that could continue several of them becomes one of its own, and facts.candidates names them. Notes are taken in the order of the record, so the outcome depends on the set alone.';

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
-- Rules as data. A row changes by a migration, together with rules_version of the record, and never by hand.
-- Sources: CDC = ICD-10-CM index 2026 (https://www.cdc.gov/nchs/icd/icd-10-cm), FHIR = value sets of HL7 FHIR R4
-- (https://hl7.org/fhir/R4/terminologies-valuesets.html; frequencies: TimingAbbreviation), RxNorm = brand and
-- ingredient relations of RxNav (https://mor.nlm.nih.gov/RxNav), USP = dose forms and routes of USP <1151>,
-- LOINC = https://loinc.org, AAAAI = drug allergy classes
-- (https://www.aaaai.org/tools-for-the-public/conditions-library/allergies), usage = abbreviations of everyday charting.
-- A word with two meanings (od: once daily, right eye) is not in the table and stands for itself.
create table private.record_synonyms (
  kind text not null,
  term text not null,
  canonical text not null,
  source text not null,
  primary key (kind, term, canonical)
);

insert into private.record_synonyms (kind, term, canonical, source) values
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
  ('frequency', 'qd', 'once daily', 'FHIR'),
  ('frequency', 'q.d', 'once daily', 'FHIR'),
  ('frequency', 'daily', 'once daily', 'usage'),
  ('frequency', 'once a day', 'once daily', 'usage'),
  ('frequency', 'once per day', 'once daily', 'usage'),
  ('frequency', 'once each day', 'once daily', 'usage'),
  ('frequency', 'one time a day', 'once daily', 'usage'),
  ('frequency', 'one time daily', 'once daily', 'usage'),
  ('frequency', '1 time a day', 'once daily', 'usage'),
  ('frequency', '1x daily', 'once daily', 'usage'),
  ('frequency', '1x/day', 'once daily', 'usage'),
  ('frequency', 'every day', 'once daily', 'usage'),
  ('frequency', 'each day', 'once daily', 'usage'),
  ('frequency', 'every 24 hours', 'once daily', 'usage'),
  ('frequency', 'q24h', 'once daily', 'usage'),
  ('frequency', 'bid', 'twice daily', 'FHIR'),
  ('frequency', 'b.i.d', 'twice daily', 'FHIR'),
  ('frequency', 'bd', 'twice daily', 'usage'),
  ('frequency', 'twice a day', 'twice daily', 'usage'),
  ('frequency', 'twice per day', 'twice daily', 'usage'),
  ('frequency', 'two times a day', 'twice daily', 'usage'),
  ('frequency', 'two times daily', 'twice daily', 'usage'),
  ('frequency', '2 times a day', 'twice daily', 'usage'),
  ('frequency', '2 times daily', 'twice daily', 'usage'),
  ('frequency', '2x daily', 'twice daily', 'usage'),
  ('frequency', '2x/day', 'twice daily', 'usage'),
  ('frequency', 'tid', 'three times daily', 'FHIR'),
  ('frequency', 't.i.d', 'three times daily', 'FHIR'),
  ('frequency', 'tds', 'three times daily', 'usage'),
  ('frequency', 'three times a day', 'three times daily', 'usage'),
  ('frequency', 'three times per day', 'three times daily', 'usage'),
  ('frequency', '3 times a day', 'three times daily', 'usage'),
  ('frequency', '3 times daily', 'three times daily', 'usage'),
  ('frequency', '3x daily', 'three times daily', 'usage'),
  ('frequency', '3x/day', 'three times daily', 'usage'),
  ('frequency', 'qid', 'four times daily', 'FHIR'),
  ('frequency', 'q.i.d', 'four times daily', 'FHIR'),
  ('frequency', 'qds', 'four times daily', 'usage'),
  ('frequency', 'four times a day', 'four times daily', 'usage'),
  ('frequency', 'four times per day', 'four times daily', 'usage'),
  ('frequency', '4 times a day', 'four times daily', 'usage'),
  ('frequency', '4 times daily', 'four times daily', 'usage'),
  ('frequency', '4x daily', 'four times daily', 'usage'),
  ('frequency', '4x/day', 'four times daily', 'usage'),
  ('frequency', 'qod', 'every other day', 'FHIR'),
  ('frequency', 'q.o.d', 'every other day', 'FHIR'),
  ('frequency', 'every second day', 'every other day', 'usage'),
  ('frequency', 'alternate days', 'every other day', 'usage'),
  ('frequency', 'on alternate days', 'every other day', 'usage'),
  ('frequency', 'every 2 days', 'every other day', 'usage'),
  ('frequency', 'every 48 hours', 'every other day', 'usage'),
  ('frequency', 'q2h', 'every 2 hours', 'FHIR'),
  ('frequency', 'every two hours', 'every 2 hours', 'usage'),
  ('frequency', '2 hourly', 'every 2 hours', 'usage'),
  ('frequency', '2-hourly', 'every 2 hours', 'usage'),
  ('frequency', 'q3h', 'every 3 hours', 'FHIR'),
  ('frequency', 'every three hours', 'every 3 hours', 'usage'),
  ('frequency', '3 hourly', 'every 3 hours', 'usage'),
  ('frequency', '3-hourly', 'every 3 hours', 'usage'),
  ('frequency', 'q4h', 'every 4 hours', 'FHIR'),
  ('frequency', 'every four hours', 'every 4 hours', 'usage'),
  ('frequency', '4 hourly', 'every 4 hours', 'usage'),
  ('frequency', '4-hourly', 'every 4 hours', 'usage'),
  ('frequency', 'q6h', 'every 6 hours', 'FHIR'),
  ('frequency', 'every six hours', 'every 6 hours', 'usage'),
  ('frequency', '6 hourly', 'every 6 hours', 'usage'),
  ('frequency', '6-hourly', 'every 6 hours', 'usage'),
  ('frequency', 'q8h', 'every 8 hours', 'FHIR'),
  ('frequency', 'every eight hours', 'every 8 hours', 'usage'),
  ('frequency', '8 hourly', 'every 8 hours', 'usage'),
  ('frequency', '8-hourly', 'every 8 hours', 'usage'),
  ('frequency', 'q12h', 'every 12 hours', 'usage'),
  ('frequency', 'every twelve hours', 'every 12 hours', 'usage'),
  ('frequency', '12 hourly', 'every 12 hours', 'usage'),
  ('frequency', '12-hourly', 'every 12 hours', 'usage'),
  ('frequency', 'wk', 'once weekly', 'FHIR'),
  ('frequency', 'weekly', 'once weekly', 'usage'),
  ('frequency', 'once a week', 'once weekly', 'usage'),
  ('frequency', 'once per week', 'once weekly', 'usage'),
  ('frequency', 'one time a week', 'once weekly', 'usage'),
  ('frequency', '1 time a week', 'once weekly', 'usage'),
  ('frequency', '1x weekly', 'once weekly', 'usage'),
  ('frequency', 'every week', 'once weekly', 'usage'),
  ('frequency', 'each week', 'once weekly', 'usage'),
  ('frequency', 'every 7 days', 'once weekly', 'usage'),
  ('frequency', 'mo', 'once monthly', 'FHIR'),
  ('frequency', 'monthly', 'once monthly', 'usage'),
  ('frequency', 'once a month', 'once monthly', 'usage'),
  ('frequency', 'once per month', 'once monthly', 'usage'),
  ('frequency', 'every month', 'once monthly', 'usage'),
  ('frequency', 'am', 'every morning', 'FHIR'),
  ('frequency', 'qam', 'every morning', 'usage'),
  ('frequency', 'in the morning', 'every morning', 'usage'),
  ('frequency', 'each morning', 'every morning', 'usage'),
  ('frequency', 'mornings', 'every morning', 'usage'),
  ('frequency', 'mane', 'every morning', 'usage'),
  ('frequency', 'pm', 'every evening', 'FHIR'),
  ('frequency', 'qpm', 'every evening', 'usage'),
  ('frequency', 'in the evening', 'every evening', 'usage'),
  ('frequency', 'each evening', 'every evening', 'usage'),
  ('frequency', 'evenings', 'every evening', 'usage'),
  ('frequency', 'bed', 'at bedtime', 'FHIR'),
  ('frequency', 'qhs', 'at bedtime', 'usage'),
  ('frequency', 'nightly', 'at bedtime', 'usage'),
  ('frequency', 'at night', 'at bedtime', 'usage'),
  ('frequency', 'every night', 'at bedtime', 'usage'),
  ('frequency', 'each night', 'at bedtime', 'usage'),
  ('frequency', 'once nightly', 'at bedtime', 'usage'),
  ('frequency', 'nocte', 'at bedtime', 'usage'),
  ('frequency', 'bedtime', 'at bedtime', 'usage'),
  ('frequency', 'prn', 'as needed', 'usage'),
  ('frequency', 'p.r.n', 'as needed', 'usage'),
  ('frequency', 'as required', 'as needed', 'usage'),
  ('frequency', 'when needed', 'as needed', 'usage'),
  ('frequency', 'when required', 'as needed', 'usage'),
  ('frequency', 'if needed', 'as needed', 'usage'),
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
  ('vital', 'body height', 'height', 'LOINC');

comment on table private.record_synonyms is
  'What the rules of the record call the same: term is a key as private.record_key makes it, canonical what it stands for, source where the rule comes from. condition_code gives the ICD-10 codes a name without a code may stand for (several rows per term), none_known the list a term denies, drug_class what an allergy to the class covers.';

-- supabase/schemas/40_functions/private.record_value_key.sql
create function private.record_value_key(p_field text, p_value text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return case p_field
    when 'frequency' then private.record_canonical('frequency', p_value)
    when 'route' then private.record_canonical('route', p_value)
    when 'dose' then regexp_replace(private.record_key(p_value), '(\d) (?=[[:alpha:]%μ])', '\1', 'g')
    else private.record_key(p_value)
  end;
end;
$$;

comment on function private.record_value_key(text, text) is
  'What two wordings of one value of a field have in common, for comparing only: frequencies and routes by the synonym table (once a day, daily; PO, oral), doses without the space before a unit (10 mg, 10mg), everything else as private.record_key.';

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

-- supabase/schemas/40_functions/private.save_soap_note.sql
-- Definer: clients have no INSERT or UPDATE on notes and their items.
create function private.save_soap_note(p_encounter_id uuid, p_note jsonb, p_expected_revision integer) returns uuid
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

grant execute on function private.save_soap_note(uuid, jsonb, integer) to authenticated;

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

-- supabase/schemas/40_functions/private.settle_idempotency_key.sql
create function private.settle_idempotency_key(p_user_id uuid, p_operation text, p_key text, p_result_id uuid) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  update private.idempotency_keys
  set result_id = p_result_id
  where user_id = p_user_id and operation = p_operation and key = p_key
$$;

comment on function private.settle_idempotency_key(uuid, text, text, uuid) is 'Keeps with a claimed key what its request made.';

-- supabase/schemas/40_functions/private.severity_order.sql
create function private.severity_order(p_severity text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_severity
    when 'life_threatening' then 1
    when 'severe' then 2
    when 'moderate' then 4
    when 'mild' then 5
    -- Unknown is not harmless: it stands right after severe.
    else 3
  end
$$;

comment on function private.severity_order(text) is 'Place of a severity in a list that is read from the worst down: life_threatening, severe, unknown, moderate, mild.';

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

-- supabase/schemas/40_functions/private.sign_soap_note.sql
-- Definer: clients have no UPDATE on notes; only their provider signs them, once.
create function private.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot sign SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions;
  v_note public.soap_notes;
  v_code text;
begin
  v_encounter := private.lock_encounter(v_caller, (select encounter_id from public.soap_notes where id = p_soap_note_id));
  select * into v_note from public.soap_notes where id = p_soap_note_id for update;
  v_code := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_content_sha256 <> private.soap_note_sha256(v_note.id) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note is not what was seen');
  end if;

  if v_note.status = 'draft' then
    update public.soap_notes
    set
      status = 'signed',
      signed_at = now(),
      signed_by = v_caller.user_id,
      encounter_at = coalesce(
        v_encounter.started_at,
        (select scheduled_start from public.appointments where id = v_encounter.appointment_id)
      ),
      content_sha256 = private.soap_note_sha256(id)
    where id = v_note.id
    returning * into v_note;
    perform private.advance_encounter(v_encounter.id, 'soap_signed', 'signed');
  end if;

  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'status', v_note.status,
    'signedAt', private.utc_text(v_note.signed_at),
    'contentSha256', v_note.content_sha256,
    'revision', v_note.revision
  );
end;
$$;

comment on function private.sign_soap_note(uuid, text) is 'Body of public.sign_soap_note.';

grant execute on function private.sign_soap_note(uuid, text) to authenticated;

-- supabase/schemas/40_functions/private.snapshot_answer.sql
create function private.snapshot_answer(p_snapshot public.context_snapshots) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select p_snapshot.content || jsonb_build_object(
    'id', p_snapshot.id,
    'encounter_id', p_snapshot.encounter_id,
    'snapshot_version', p_snapshot.snapshot_version,
    'created_at', private.utc_text(p_snapshot.created_at),
    'record_version', p_snapshot.record_version
  )
$$;

comment on function private.snapshot_answer(public.context_snapshots) is 'A snapshot as create-context-snapshot answers it.';

-- supabase/schemas/40_functions/private.snapshot_appointment.sql
create function private.snapshot_appointment(p_appointment_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'appointment_id', appointment.id,
      'appointment_number', appointment.appointment_number,
      'appointment_type', appointment.appointment_type,
      'scheduled_start', private.utc_text(appointment.scheduled_start),
      'provider_name', provider.display_name
    )
    || jsonb_strip_nulls(jsonb_build_object(
      'chief_complaint', appointment.chief_complaint,
      'specialty', appointment.specialty,
      'provider_specialty', provider.specialty,
      'facility_name', coalesce(appointment.facility_name, provider.facility_name)
    ))
  from public.appointments as appointment
  join public.medical_provider_profiles as provider on provider.user_id = appointment.provider_id
  where appointment.id = p_appointment_id
$$;

comment on function private.snapshot_appointment(uuid) is 'appointment_context of a snapshot: the booking behind the encounter.';

-- supabase/schemas/40_functions/private.snapshot_content.sql
create function private.snapshot_content(p_encounter public.video_call_sessions, p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'patient_demographics', private.snapshot_demographics(p_encounter.patient_id),
      'appointment_context', private.snapshot_appointment(p_encounter.appointment_id),
      'recent_labs_vitals', private.snapshot_labs_vitals(p_encounter.patient_id, p_record),
      'recent_notes_summary', private.snapshot_notes_summary(p_encounter.patient_id)
    )
    || private.snapshot_lists(p_record)
$$;

comment on function private.snapshot_content(public.video_call_sessions, jsonb) is
  'What a context snapshot of the encounter holds at this moment, from the record and the people and booking of the encounter.';

-- supabase/schemas/40_functions/private.snapshot_demographics.sql
create function private.snapshot_demographics(p_patient_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'id', users.id,
      'full_name', private.full_name(users),
      'dob', to_char(users.date_of_birth, 'YYYY-MM-DD'),
      'age', private.age_in_years(users.date_of_birth),
      'gender', users.gender,
      'sex_at_birth', users.sex_at_birth,
      'phone', users.phone,
      'email', users.email,
      'created_at', private.utc_text(profile.created_at)
    )
    || jsonb_strip_nulls(jsonb_build_object(
      'patient_number', profile.patient_number,
      'address', profile.address,
      'emergency_contact_name', profile.emergency_contact_name,
      'emergency_contact_phone', profile.emergency_contact_phone,
      'emergency_contact_relationship', profile.emergency_contact_relationship,
      'blood_type', profile.blood_type
    ))
  from public.users
  join public.patient_profiles as profile on profile.user_id = users.id
  where users.id = p_patient_id
$$;

comment on function private.snapshot_demographics(uuid) is 'patient_demographics of a snapshot: who the patient is; what is unknown is null, or left out where the contract says so.';

-- supabase/schemas/40_functions/private.snapshot_labs_vitals.sql
create function private.snapshot_labs_vitals(p_patient_id uuid, p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'vitals', (
      select coalesce(
        jsonb_object_agg(
          vital, private.pick(trend, '{name}') || private.pick(trend -> 'latest', '{id,value,unit,measured_at}')
        ),
        '{}'
      )
      from jsonb_each(p_record -> 'vital_trends') as trends (vital, trend)
    ),
    'labs', (
      select coalesce(jsonb_agg(lab.item order by lab.encounter_at desc, lab.item ->> 'test_name' collate "C"), '[]')
      from (
        select distinct on (lower(diagnostic.test_name))
          note.encounter_at,
          private.pick(to_jsonb(diagnostic), '{id,test_name,result_value,unit,interpretation,date,soap_note_id}')
            || jsonb_build_object('encounter_at', private.utc_text(note.encounter_at)) as item
        from public.soap_objective_diagnostics as diagnostic
        join public.soap_notes as note on note.id = diagnostic.soap_note_id
        where note.patient_id = p_patient_id and note.status = 'signed'
        order by lower(diagnostic.test_name), note.encounter_at desc, note.id desc, diagnostic.position desc
      ) as lab
    )
  )
$$;

comment on function private.snapshot_labs_vitals(uuid, jsonb) is
  'recent_labs_vitals of a snapshot: vitals {by vital: name, value, unit, measured_at} and labs[], the latest result of each test, newest visit first.';

-- supabase/schemas/40_functions/private.snapshot_lists.sql
create function private.snapshot_lists(p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'active_conditions', (
      select coalesce(jsonb_agg(
        private.pick(item, '{id,name,icd10,status,clinical_status,onset_date,severity}')
        order by private.severity_order(item ->> 'severity'), item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'conditions') as item
      where item ->> 'clinical_status' = 'active'
    ),
    'current_medications', (
      select coalesce(jsonb_agg(
        private.pick(item, '{id,name,dose,frequency,route,status,clinical_status}')
          || case item -> 'carried_fields' when '[]' then '{}' else private.pick(item, '{carried_fields}') end
        order by item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'medications') as item
      where item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    'allergies', (
      select coalesce(jsonb_agg(
        private.pick(item, '{id,allergen,severity,reaction,status}')
        order by item ->> 'status' = 'refuted', private.severity_order(item ->> 'severity'),
          item ->> 'allergen' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'allergies') as item
      where item ->> 'status' <> 'entered_in_error'
    ),
    'surgical_history', (
      select coalesce(jsonb_agg(private.pick(item, '{id,procedure,date,surgeon,notes}') order by place), '[]')
      from jsonb_array_elements(p_record -> 'surgical_history') with ordinality as items (item, place)
    ),
    'family_history', (
      select coalesce(jsonb_agg(private.pick(item, '{id,condition,relationship,age_of_onset}') order by place), '[]')
      from jsonb_array_elements(p_record -> 'family_history') with ordinality as items (item, place)
    ),
    'social_history', (
      select coalesce(jsonb_object_agg(topic, private.pick(item, '{id,topic,status,date,notes}')), '{}')
      from jsonb_each(p_record -> 'social_history') as topics (topic, item)
    ),
    'list_states', (
      select jsonb_object_agg(list, claim -> 'state') from jsonb_each(p_record -> 'list_states') as states (list, claim)
    ),
    'open_conflicts', p_record -> 'conflicts'
  )
$$;

comment on function private.snapshot_lists(jsonb) is
  'The lists of a snapshot, from the record: complete, the worst first, refuted allergies last; without provenance, and with nothing that is not in the record.';

-- supabase/schemas/40_functions/private.snapshot_notes_summary.sql
create function private.snapshot_notes_summary(p_patient_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    string_agg(
      concat_ws(
        ' ',
        to_char(encounter_at at time zone 'UTC', 'YYYY-MM-DD') || ', ' || provider_name || ':',
        chief_complaint || '.',
        'Assessment: ' || private.note_assessment_text(id) || '.',
        'Plan: ' || private.note_plan_text(id) || '.'
      ),
      e'\n' order by encounter_at desc, id desc
    ),
    'No previous visits'
  )
  from (
    select note.id, note.encounter_at, provider.display_name as provider_name, hpi.description as chief_complaint
    from public.soap_notes as note
    join public.medical_provider_profiles as provider on provider.user_id = note.provider_id
    left join public.soap_subjective_hpi as hpi on hpi.soap_note_id = note.id and hpi.element = 'chief_complaint'
    where note.patient_id = p_patient_id and note.status = 'signed'
    order by note.encounter_at desc, note.id desc
    limit 5
  ) as recent
$$;

comment on function private.snapshot_notes_summary(uuid) is 'recent_notes_summary of a snapshot: the newest five signed notes, a line each; "No previous visits" when there are none.';

-- supabase/schemas/40_functions/private.soap_draft_answer.sql
create function private.soap_draft_answer(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'draft_id', p_draft.id,
      'revision', p_draft.revision,
      'soap_status', p_draft.state,
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
    )
    || case p_draft.state
      when 'draft_ready' then jsonb_build_object(
        'soap_draft', p_draft.draft,
        'soap_note_id', (select id from public.soap_notes where encounter_id = p_encounter.id and status = 'draft')
      )
      else '{}'
    end
$$;

comment on function private.soap_draft_answer(public.soap_drafts, public.video_call_sessions) is
  'What begin_soap_draft answers: the draft as it stands, and everything a drafter needs.';

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

-- supabase/schemas/40_functions/private.speaker_of_label.sql
create function private.speaker_of_label(p_label text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when lower(btrim(p_label)) in ('provider', 'doctor', 'physician', 'clinician') then 'provider'
    when lower(btrim(p_label)) = 'patient' then 'patient'
    when lower(btrim(p_label)) = 'other' then 'other'
  end
$$;

comment on function private.speaker_of_label(text) is 'The role a speaker label claims; null for a label that names none, such as a person''s name.';

-- supabase/schemas/40_functions/private.store_handed_in_transcript.sql
create function private.store_handed_in_transcript(p_encounter_id uuid, p_provider_id uuid, p_chunks jsonb) returns void
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
    coalesce(attendee.speaker_role, private.speaker_of_label(chunk ->> 'speaker'), 'unknown'),
    chunk ->> 'text',
    attendee.attendee_id,
    (chunk ->> 'started_at')::timestamptz,
    p_provider_id
  from jsonb_array_elements(p_chunks) as chunk
  left join public.video_call_attendees as attendee
    on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
$$;

comment on function private.store_handed_in_transcript(uuid, uuid, jsonb) is
  'Stores a transcript the provider handed in whole. The speaker is the attendee''s role, else the label the provider vouches for, else unknown; never a guess from the text.';

-- supabase/schemas/40_functions/private.transcript.sql
create function private.transcript(p_encounter_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object('sequence', sequence, 'speaker_role', speaker_role, 'text', text) order by sequence
    ),
    '[]'
  )
  from public.call_transcript_chunks
  where encounter_id = p_encounter_id
$$;

comment on function private.transcript(uuid) is 'What was said in an encounter, in order: [{sequence, speaker_role, text}].';

-- supabase/schemas/40_functions/private.transcript_rows.sql
create function private.transcript_rows(
  p_encounter_id uuid, p_caller_role text, p_caller_id uuid, p_chunks jsonb
) returns setof public.call_transcript_chunks
language sql
stable
security invoker
set search_path = ''
as $$
  select distinct
    p_encounter_id,
    (chunk ->> 'sequence')::numeric::integer,
    coalesce(attendee.speaker_role, p_caller_role),
    chunk ->> 'text',
    attendee.attendee_id,
    (chunk ->> 'started_at')::timestamptz,
    p_caller_id,
    now()
  from jsonb_array_elements(p_chunks) as chunk
  left join public.video_call_attendees as attendee
    on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
$$;

comment on function private.transcript_rows(uuid, text, uuid, jsonb) is 'The rows that well-formed chunks become, each once. The role is the attendee''s, else the caller''s.';

-- supabase/schemas/40_functions/private.utc_text.sql
create function private.utc_text(p_time timestamptz) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return to_char(p_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || rtrim(rtrim(to_char(p_time at time zone 'UTC', '.US'), '0'), '.') || 'Z';
end;
$$;

comment on function private.utc_text(timestamptz) is
  'A time as RFC 3339 in UTC, fraction of a second only where there is one; the same whatever the session''s time zone.';

-- supabase/schemas/40_functions/private.with_note_identity.sql
create function private.with_note_identity(p_note jsonb, p_identity jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_set(p_note, '{meta}', (p_note -> 'meta') || p_identity)
$$;

comment on function private.with_note_identity(jsonb, jsonb) is
  'The note with the server''s answer to what it belongs to (encounterId, appointmentId, snapshotId, recordVersion, transcriptSha256), whatever it says itself.';

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

-- supabase/schemas/50_rpcs/public.merge_soap_into_cumulative_record.sql
create function public.merge_soap_into_cumulative_record(p_patient_id uuid, p_soap_note_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.merge_soap_into_cumulative_record(p_patient_id, p_soap_note_id)
$$;

comment on function public.merge_soap_into_cumulative_record(uuid, uuid) is
  'Merges a signed note into its patient''s cumulative record, as the provider who signed it; signed notes nobody merged yet go in with it. Answers {patientId, soapNoteId, updatedRecord, totalVisits, changes, replayed}; a repeat answers the changes of the first merge with replayed true. Refuses: NOT_FOUND, FORBIDDEN, NOTE_NOT_SIGNED, NOTE_RETRACTED, PATIENT_NOT_FOUND.';

grant execute on function public.merge_soap_into_cumulative_record(uuid, uuid) to authenticated;

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

create trigger keep_record_of_ledger before insert or update of cumulative_medical_record on public.patient_profiles
  for each row execute function private.keep_record_of_ledger();

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
