create table public.soap_assessment_problem_list (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  diagnosis_name text not null check (diagnosis_name ~ '\S'),
  icd10_code text,
  status text,
  severity text check (severity in ('mild', 'moderate', 'severe', 'life_threatening', 'unknown')),
  onset_date text,
  notes text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_assessment_problem_list is 'Problems the clinician assessed.';
comment on column public.soap_assessment_problem_list.icd10_code is 'ICD-10-CM code.';
comment on column public.soap_assessment_problem_list.status is 'The note''s own word: new, stable, worsening, resolved …';
comment on column public.soap_assessment_problem_list.onset_date is 'A FHIR partial date or the words said.';
comment on column public.soap_assessment_problem_list.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
