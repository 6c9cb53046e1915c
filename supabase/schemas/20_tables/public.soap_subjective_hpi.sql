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
