create table public.administrator_profiles (
  user_id uuid primary key references public.users (id) on delete restrict,
  facility_name text not null check (btrim(facility_name) <> '' and length(facility_name) <= 200),
  approved_at timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.administrator_profiles is 'One row per administrator of a facility, kept by the clinic. Administrators see people, bookings and emergency accesses of their facility, never a note or a record.';
comment on column public.administrator_profiles.facility_name is 'The facility as appointments and provider profiles write it.';
