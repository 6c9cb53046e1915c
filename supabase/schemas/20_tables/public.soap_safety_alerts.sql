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
  dismissed_by uuid references public.users (id) on delete restrict,
  dismissed_at timestamptz,
  primary key (soap_note_id, id),
  check (status = 'dismissed' or (dismissed_by is null and dismissed_at is null))
);

create index soap_safety_alerts_id_idx on public.soap_safety_alerts (id);
create index soap_safety_alerts_dismissed_by_idx on public.soap_safety_alerts (dismissed_by);

comment on table public.soap_safety_alerts is 'Safety alerts raised while drafting. A row stays whatever is saved; only dismiss_safety_alert closes it.';
comment on column public.soap_safety_alerts.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
comment on column public.soap_safety_alerts.dismissed_by is 'The clinician who dismissed it; beside the note, not part of its content.';
comment on column public.soap_safety_alerts.dismissed_at is 'When it was dismissed; beside the note, not part of its content.';
