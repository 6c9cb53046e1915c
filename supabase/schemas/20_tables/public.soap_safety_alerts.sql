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
