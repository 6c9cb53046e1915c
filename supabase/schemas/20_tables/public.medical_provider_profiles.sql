create table public.medical_provider_profiles (
  user_id uuid primary key references public.users (id) on delete restrict,
  display_name text not null check (length(display_name) between 1 and 200),
  specialty text,
  facility_name text check (length(facility_name) <= 200),
  license_number text,
  approved_at timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index medical_provider_profiles_facility_name_idx on public.medical_provider_profiles (facility_name);

comment on table public.medical_provider_profiles is 'One row per provider. A provider acts only while approved and not suspended.';
