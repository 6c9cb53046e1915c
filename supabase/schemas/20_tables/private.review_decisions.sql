create table private.review_decisions (
  id bigint generated always as identity primary key,
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  note_revision integer not null check (note_revision >= 1),
  section text not null,
  item_id text not null check (length(item_id) between 1 and 64),
  item_sha256 text not null check (item_sha256 ~ '^[0-9a-f]{64}$'),
  decision text not null check (decision in ('accept', 'modify', 'reject')),
  text text check (text ~ '\S'),
  decided_by uuid not null references public.users (id) on delete restrict,
  decided_at timestamptz not null default now(),
  statement_sha256 text check (statement_sha256 ~ '^[0-9a-f]{64}$')
);

create index review_decisions_note_idx on private.review_decisions (soap_note_id, section, item_id, id);
create index review_decisions_decided_by_idx on private.review_decisions (decided_by);

alter table private.review_decisions enable row level security;

comment on table private.review_decisions is 'What a clinician decided about each item of a drafted note, in order; the last word on an item counts. Rows are added and never changed.';
comment on column private.review_decisions.section is 'Where the item stands in the SoapNote: plan.medications, safetyAlerts, coding …; confirmation for what a draft asked to be confirmed.';
comment on column private.review_decisions.item_sha256 is 'SHA-256 of the item as it was when it was decided on.';
comment on column private.review_decisions.statement_sha256 is 'private.statement_sha256() of the item, so that what was rejected is known under another id; null in decisions of an earlier release.';
comment on column private.review_decisions.text is 'The clinician''s words: what a modified item should say, or why it was rejected.';
