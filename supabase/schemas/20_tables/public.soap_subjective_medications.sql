create table public.soap_subjective_medications (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  medication_name text not null check (medication_name ~ '\S'),
  dose text,
  route text,
  frequency text,
  duration text,
  indication text,
  status text,
  rxnorm_code text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_medications is 'Medications the patient takes when the encounter begins, as reported.';
comment on column public.soap_subjective_medications.rxnorm_code is 'RxNorm concept id.';
comment on column public.soap_subjective_medications.status is 'The note''s own word, such as active or discontinued.';
comment on column public.soap_subjective_medications.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
