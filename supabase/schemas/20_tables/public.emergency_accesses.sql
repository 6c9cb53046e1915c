create table public.emergency_accesses (
  id uuid primary key default gen_random_uuid(),
  provider_id uuid not null references public.medical_provider_profiles (user_id) on delete restrict,
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  reason text not null check (length(btrim(reason)) between 10 and 1000),
  facility_name text,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > opened_at),
  revoked_at timestamptz,
  revoked_by uuid references public.users (id) on delete restrict,
  reads integer not null default 0 check (reads >= 0),
  last_read_at timestamptz,
  check ((revoked_at is null) = (revoked_by is null)),
  check ((reads = 0) = (last_read_at is null))
);

create index emergency_accesses_provider_id_idx on public.emergency_accesses (provider_id, patient_id);
create index emergency_accesses_patient_id_idx on public.emergency_accesses (patient_id);
create index emergency_accesses_facility_name_idx on public.emergency_accesses (facility_name);
create index emergency_accesses_revoked_by_idx on public.emergency_accesses (revoked_by);

comment on table public.emergency_accesses is 'Break-glass: a provider without a care relationship who read a patient''s history in an emergency. Opened for a time, with a reason; listed for the patient and the administrators; never deleted.';
comment on column public.emergency_accesses.reason is 'Why, in the provider''s words; the patient reads it.';
comment on column public.emergency_accesses.facility_name is 'The provider''s facility when it was opened.';
comment on column public.emergency_accesses.reads is 'How many requests rested on it.';
comment on column public.emergency_accesses.revoked_by is 'Whose no it was. The provider''s own ending is none: a revocation by the patient or an administrator takes its place.';
