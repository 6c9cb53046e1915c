create table private.care_relationships (
  provider_id uuid not null references public.medical_provider_profiles (user_id) on delete restrict,
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  state text not null check (state in ('live', 'ended', 'cancelled')),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (provider_id, patient_id),
  check ((state = 'ended') = (ended_at is not null))
);

create index care_relationships_patient_id_idx on private.care_relationships (patient_id);

alter table private.care_relationships enable row level security;

comment on table private.care_relationships is 'Who has whom in care, kept from the bookings by trigger: live while a booking stands, cancelled when none does, ended when the clinic said so.';
comment on column private.care_relationships.ended_at is 'When the clinic ended it by private.end_care_relationship; only a booking made later opens it again.';
