create table public.soap_subjective_history (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  kind text not null check (kind in ('medical', 'surgical', 'family', 'social')),
  name text not null check (name ~ '\S'),
  icd10_code text,
  status text,
  severity text check (severity in ('mild', 'moderate', 'severe', 'life_threatening', 'unknown')),
  date text,
  relationship text,
  age_of_onset text,
  surgeon text,
  notes text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_history is 'Medical, surgical, family and social history.';
comment on column public.soap_subjective_history.name is 'Condition, procedure or social topic, by kind.';
comment on column public.soap_subjective_history.icd10_code is 'ICD-10-CM code, for medical and family history.';
comment on column public.soap_subjective_history.date is 'Onset or procedure date as known: a FHIR partial date (2019, 2019-04) or the words said.';
comment on column public.soap_subjective_history.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
