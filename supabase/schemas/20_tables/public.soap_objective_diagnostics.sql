create table public.soap_objective_diagnostics (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  test_name text not null check (test_name ~ '\S'),
  result_value text,
  unit text,
  interpretation text,
  loinc_code text,
  date text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_objective_diagnostics is 'Results of laboratory tests, imaging and other studies.';
comment on column public.soap_objective_diagnostics.loinc_code is 'LOINC code of the test.';
comment on column public.soap_objective_diagnostics.unit is 'UCUM unit of the result.';
comment on column public.soap_objective_diagnostics.date is 'When the test was done: a FHIR partial date or the words said.';
comment on column public.soap_objective_diagnostics.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
