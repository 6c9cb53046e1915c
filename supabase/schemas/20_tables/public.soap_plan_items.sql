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
