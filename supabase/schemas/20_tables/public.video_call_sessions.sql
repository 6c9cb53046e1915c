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
