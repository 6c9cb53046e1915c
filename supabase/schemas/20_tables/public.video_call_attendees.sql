create table public.video_call_attendees (
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  attendee_id text not null check (length(attendee_id) between 1 and 128),
  speaker_role text not null check (speaker_role in ('provider', 'patient', 'other')),
  created_at timestamptz not null default now(),
  primary key (encounter_id, attendee_id)
);

comment on table public.video_call_attendees is 'Who is who in a call, written by the service that opens the call. The speaker of a transcript chunk comes from here, never from its text.';
