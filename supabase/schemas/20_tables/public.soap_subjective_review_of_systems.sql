create table public.soap_subjective_review_of_systems (
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
  status text check (status in ('positive', 'negative')),
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  primary key (soap_note_id, id)
);

comment on table public.soap_subjective_review_of_systems is 'Review of systems: what the patient reports or denies, by system.';
comment on column public.soap_subjective_review_of_systems.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
