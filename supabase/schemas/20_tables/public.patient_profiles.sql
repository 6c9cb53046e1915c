create table public.patient_profiles (
  user_id uuid primary key references public.users (id) on delete restrict,
  patient_number text unique,
  blood_type text check (blood_type in ('A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')),
  address text check (length(address) <= 500),
  emergency_contact_name text check (length(emergency_contact_name) <= 200),
  emergency_contact_phone text check (emergency_contact_phone ~ '^[-+().0-9 ]{3,32}$'),
  emergency_contact_relationship text check (length(emergency_contact_relationship) <= 100),
  cumulative_medical_record jsonb not null default '{}' check (jsonb_typeof(cumulative_medical_record) = 'object'),
  medical_record_last_updated_at timestamptz,
  medical_record_last_soap_note_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A record is compressed anew at every merge, and lz4 takes a fraction of the time; not every server has it.
do $$
begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    alter table public.patient_profiles alter column cumulative_medical_record set compression lz4;
  end if;
end;
$$;

comment on table public.patient_profiles is 'One row per patient: contact details, and the cumulative record as the fold wrote it.';
comment on column public.patient_profiles.cumulative_medical_record is 'Projection of the patient''s signed SOAP notes, written by private.fold_record only.';
comment on column public.patient_profiles.medical_record_last_soap_note_id is 'The note whose merge wrote the record last.';
