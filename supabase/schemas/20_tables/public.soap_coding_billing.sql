create table public.soap_coding_billing (
  soap_note_id uuid not null references public.soap_notes (id) on delete restrict,
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 64),
  position integer not null default 0,
  code_system text not null check (code_system in ('ICD-10-CM', 'CPT', 'HCPCS', 'SNOMED-CT', 'LOINC')),
  code text not null check (code ~ '\S'),
  description text,
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  rationale text,
  status text check (status in ('suggested', 'accepted')),
  primary key (soap_note_id, id)
);

comment on table public.soap_coding_billing is 'Codes attached to the note for billing and exchange.';
comment on column public.soap_coding_billing.code_system is 'Name of the code system of code.';
comment on column public.soap_coding_billing.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
comment on column public.soap_coding_billing.rationale is 'Why the code was suggested; null where a clinician attached it.';
comment on column public.soap_coding_billing.status is 'suggested: made by a draft and applied to nothing; accepted by a clinician, or null: attached by one.';
