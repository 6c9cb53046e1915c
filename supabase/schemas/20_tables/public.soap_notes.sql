create table public.soap_notes (
  id uuid primary key default gen_random_uuid(),
  encounter_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  status text not null default 'draft' check (status in ('draft', 'signed', 'amended', 'retracted')),
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
  merged_at timestamptz,
  amends_note_id uuid,
  amendment_reason text,
  unique (id, patient_id),
  foreign key (encounter_id, appointment_id, patient_id, provider_id)
    references public.video_call_sessions (id, appointment_id, patient_id, provider_id) on delete restrict,
  check (
    status = 'draft'
    or (signed_at is not null and signed_by is not null and content_sha256 is not null and encounter_at is not null)
  ),
  check ((status = 'retracted') = (retracted_at is not null and retracted_by is not null and retraction_reason is not null)),
  foreign key (amends_note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict,
  constraint soap_notes_amendment_check check ((amends_note_id is null) = (amendment_reason is null))
);

create unique index soap_notes_one_open_per_encounter on public.soap_notes (encounter_id) where status = 'draft';
create index soap_notes_encounter_idx on public.soap_notes (encounter_id, appointment_id, patient_id, provider_id);
create index soap_notes_patient_encounter_at_idx on public.soap_notes (patient_id, encounter_at, id) where status = 'signed';
create index soap_notes_pending_merge_idx on public.soap_notes (patient_id) where status = 'signed' and merged_at is null;
create index soap_notes_amends_note_idx on public.soap_notes (amends_note_id, patient_id);
create unique index soap_notes_one_amendment_per_note on public.soap_notes (amends_note_id) where status <> 'retracted';
create index soap_notes_provider_id_idx on public.soap_notes (provider_id);
create index soap_notes_signed_by_idx on public.soap_notes (signed_by);
create index soap_notes_retracted_by_idx on public.soap_notes (retracted_by);

alter table public.patient_profiles
  add constraint patient_profiles_last_soap_note_fkey
  foreign key (medical_record_last_soap_note_id, user_id) references public.soap_notes (id, patient_id) on delete restrict;

create index patient_profiles_last_soap_note_idx on public.patient_profiles (medical_record_last_soap_note_id, user_id);

comment on table public.soap_notes is 'SOAP notes. A draft is written through save_soap_note; a signed note never changes.';
comment on column public.soap_notes.status is 'draft; signed: it counts in the record; amended: a later signed note stands in its place; retracted: it never counts again.';
comment on column public.soap_notes.merged_at is 'When the note entered the record. Signed and not merged is what a merge is still due for.';
comment on column public.soap_notes.amends_note_id is 'The signed note this one takes the place of.';
comment on column public.soap_notes.list_states is 'SoapNote.subjective.listStates as saved: per list listed, none_known or not_asked, bare or with evidence.';
comment on column public.soap_notes.meta is 'SoapNote.meta: where the draft came from and what it flagged.';
comment on column public.soap_notes.encounter_at is 'Start of the encounter, frozen at signing; the fold orders notes by (encounter_at, id).';
comment on column public.soap_notes.content_sha256 is 'SHA-256 over the canonical note that was signed.';
