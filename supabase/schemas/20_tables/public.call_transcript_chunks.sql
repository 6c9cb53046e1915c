create table public.call_transcript_chunks (
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  sequence integer not null check (sequence >= 1),
  speaker_role text not null check (speaker_role in ('provider', 'patient', 'other', 'unknown')),
  text text not null check (text ~ '\S'),
  attendee_id text,
  started_at timestamptz,
  stored_by uuid not null references public.users (id) on delete restrict,
  created_at timestamptz not null default now(),
  source_sequence integer check (source_sequence >= 1),
  primary key (encounter_id, sequence),
  foreign key (encounter_id, attendee_id) references public.video_call_attendees (encounter_id, attendee_id) on delete restrict
);

create index call_transcript_chunks_attendee_id_idx on public.call_transcript_chunks (encounter_id, attendee_id);
create index call_transcript_chunks_stored_by_idx on public.call_transcript_chunks (stored_by);

create unique index call_transcript_chunks_source_idx on public.call_transcript_chunks (encounter_id, stored_by, source_sequence, attendee_id, started_at)
  nulls not distinct where source_sequence is not null;

comment on table public.call_transcript_chunks is 'What was said, in order, exactly as recognised. Immutable: evidence points into it by offset.';
comment on column public.call_transcript_chunks.speaker_role is 'From who calls or from video_call_attendees; unknown when an unlabelled transcript was handed in whole.';
comment on column public.call_transcript_chunks.source_sequence is 'The number its phone gave it, where that number stood for other words already, another phone''s or its own of before a rejoin; null where the number was free.';
comment on column public.call_transcript_chunks.started_at is 'When it was said, by the phone that heard it; orders the talk of several phones.';
