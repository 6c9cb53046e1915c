-- A clinic as the first release knew it: two providers, a patient, a visit that stands and one that was cancelled.
insert into private.firebase_project (project_id) values ('previous-release');
insert into public.users (id, firebase_uid) values
  ('a0000000-0000-4000-8000-000000000001', 'provider-1'),
  ('a0000000-0000-4000-8000-000000000002', 'provider-2'),
  ('b0000000-0000-4000-8000-000000000001', 'patient-1');
insert into public.medical_provider_profiles (user_id, display_name, facility_name, approved_at)
select id, 'Dr. Example', 'Riverside Clinic', now() from public.users where firebase_uid like 'provider-%';
insert into public.patient_profiles (user_id) select id from public.users where firebase_uid like 'patient-%';
insert into public.appointments (id, provider_id, patient_id, status, scheduled_start) values
  ('c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'completed', now()),
  ('c0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'cancelled', now()),
  ('c0000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001', 'cancelled', now());
insert into public.video_call_sessions (appointment_id, patient_id, provider_id)
select id, patient_id, provider_id from public.appointments;
