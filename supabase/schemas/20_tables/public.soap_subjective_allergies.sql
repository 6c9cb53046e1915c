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
