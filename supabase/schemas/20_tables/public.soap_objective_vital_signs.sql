create table public.soap_objective_vital_signs (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  vital_name text not null check (vital_name ~ '\S'),
  vital_value text not null check (vital_value ~ '\S'),
  unit text,
  loinc_code text,
  measured_at timestamptz,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_objective_vital_signs is 'Vital signs as measured.';
comment on column public.soap_objective_vital_signs.vital_value is 'The value as read, such as 128/82 or 98.6.';
comment on column public.soap_objective_vital_signs.unit is 'UCUM unit, such as mm[Hg] or /min.';
comment on column public.soap_objective_vital_signs.loinc_code is 'LOINC code of the observation.';
comment on column public.soap_objective_vital_signs.measured_at is 'When it was measured; the encounter''s start stands in for it when unknown.';
comment on column public.soap_objective_vital_signs.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
