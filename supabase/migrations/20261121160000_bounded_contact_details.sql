-- What people write about themselves is bounded: it stands in every history and snapshot that is read of them.
alter table public.users
  add constraint users_email_check check (length(email) <= 254 and email !~ '[[:cntrl:][:space:]]'),
  add constraint users_phone_check check (phone ~ '^[-+().0-9 ]{3,32}$'),
  add constraint users_profile_image_url_check check (length(profile_image_url) <= 2048 and profile_image_url ~ '^https://[^[:cntrl:][:space:]]+$');

comment on column public.users.email is 'Where the person is reached; RFC 5321 4.5.3.1 bounds it at 254 characters.';
comment on column public.users.phone is 'As the person writes it: digits and + ( ) . - between them.';
comment on column public.users.profile_image_url is 'An https address; the app shows it to whoever reads the history.';

alter table public.patient_profiles
  add constraint patient_profiles_address_check check (length(address) <= 500),
  add constraint patient_profiles_emergency_contact_name_check check (length(emergency_contact_name) <= 200),
  add constraint patient_profiles_emergency_contact_phone_check check (emergency_contact_phone ~ '^[-+().0-9 ]{3,32}$'),
  add constraint patient_profiles_emergency_contact_relationship_check
    check (length(emergency_contact_relationship) <= 100);

alter table public.medical_provider_profiles
  add constraint medical_provider_profiles_display_name_check check (length(display_name) between 1 and 200),
  add constraint medical_provider_profiles_facility_name_check check (length(facility_name) <= 200);
