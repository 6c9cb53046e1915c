create table public.soap_objective_physical_exam (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  system text not null check (
    system in (
      'constitutional', 'eyes', 'ears_nose_mouth_throat', 'cardiovascular', 'respiratory', 'gastrointestinal',
      'genitourinary', 'musculoskeletal', 'skin', 'neurological', 'psychiatric', 'endocrine',
      'hematologic_lymphatic', 'allergic_immunologic', 'other'
    )
  ),
  finding text not null check (finding ~ '\S'),
  status text check (status in ('normal', 'abnormal')),
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_objective_physical_exam is 'Physical examination findings by system.';
comment on column public.soap_objective_physical_exam.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
