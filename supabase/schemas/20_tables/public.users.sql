create table public.users (
  id uuid primary key default gen_random_uuid(),
  firebase_uid text not null unique check (length(firebase_uid) between 1 and 128),
  first_name text,
  last_name text,
  email text check (length(email) <= 254 and email !~ '[[:cntrl:][:space:]]'),
  phone text check (phone ~ '^[-+().0-9 ]{3,32}$'),
  profile_image_url text check (length(profile_image_url) <= 2048 and profile_image_url ~ '^https://[^[:cntrl:][:space:]]+$'),
  date_of_birth date,
  gender text,
  sex_at_birth text check (sex_at_birth in ('male', 'female', 'other', 'unknown')),
  disabled_at timestamptz,
  tokens_valid_after timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.users is 'People: patients and providers alike. Identity comes from firebase_uid, never from e-mail.';
comment on column public.users.firebase_uid is 'Firebase Auth uid, the sub claim of the ID token; text, never a UUID.';
comment on column public.users.sex_at_birth is 'FHIR AdministrativeGender code.';
comment on column public.users.disabled_at is 'Since when this person is locked out; a valid token does not help.';
comment on column public.users.tokens_valid_after is 'Tokens with an earlier auth_time are revoked.';
comment on column public.users.email is 'Where the person is reached; RFC 5321 4.5.3.1 bounds it at 254 characters. Names nobody and may repeat: families share an address, and an index that refused a second one would tell whose it is.';
comment on column public.users.phone is 'As the person writes it: digits and + ( ) . - between them.';
comment on column public.users.profile_image_url is 'An https address; the app shows it to whoever reads the history.';
