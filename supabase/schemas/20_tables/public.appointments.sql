create table public.appointments (
  id uuid primary key default gen_random_uuid(),
  appointment_number text not null unique default 'APT-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)),
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  provider_id uuid not null references public.medical_provider_profiles (user_id) on delete restrict,
  status text not null default 'scheduled' check (status in ('scheduled', 'completed', 'cancelled', 'no_show')),
  appointment_type text not null default 'video',
  specialty text,
  facility_name text,
  chief_complaint text,
  scheduled_start timestamptz not null,
  scheduled_end timestamptz check (scheduled_end > scheduled_start),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, patient_id, provider_id)
);

create index appointments_patient_id_idx on public.appointments (patient_id, provider_id);
create index appointments_provider_id_idx on public.appointments (provider_id, patient_id);
create index appointments_facility_name_idx on public.appointments (facility_name);

comment on table public.appointments is 'Bookings, kept by the clinic''s booking system. A booking that was not cancelled is what gives a provider a care relationship (private.care_relationships).';
