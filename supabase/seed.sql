-- Synthetic people for local work and tests; never deployed (supabase db push leaves seeds out).
-- dr-amara cares for alice and carol, dr-okoye for bob and carol; alice has one signed visit behind her.

insert into private.firebase_project (project_id) values ('patient-medical-history-local') on conflict do nothing;

insert into public.users (id, firebase_uid, first_name, last_name, email, phone, date_of_birth, gender, sex_at_birth) values
  ('a0000000-0000-4000-8000-000000000001', 'dr-amara-uid', 'Amara', 'Nwosu', 'dr-amara@clinic.example', '+15550100001', '1979-03-02', 'female', 'female'),
  ('a0000000-0000-4000-8000-000000000002', 'dr-okoye-uid', 'Daniel', 'Okoye', 'dr-okoye@clinic.example', '+15550100002', '1984-11-23', 'male', 'male'),
  ('b0000000-0000-4000-8000-000000000001', 'alice-uid', 'Alice', 'Example', 'alice@people.example', '+15550100011', '1968-05-14', 'female', 'female'),
  ('b0000000-0000-4000-8000-000000000002', 'bob-uid', 'Bob', 'Example', 'bob@people.example', '+15550100012', '1990-09-30', 'male', 'male'),
  ('b0000000-0000-4000-8000-000000000003', 'carol-uid', 'Carol', 'Example', 'carol@people.example', '+15550100013', '2001-01-08', 'female', 'female');

insert into public.medical_provider_profiles (user_id, display_name, specialty, facility_name, license_number, approved_at) values
  ('a0000000-0000-4000-8000-000000000001', 'Dr. Amara Nwosu', 'Internal Medicine', 'Riverside Clinic', 'EX-10001', '2024-01-15T09:00:00Z'),
  ('a0000000-0000-4000-8000-000000000002', 'Dr. Daniel Okoye', 'Family Medicine', 'Hillcrest Clinic', 'EX-10002', '2024-02-20T09:00:00Z');

insert into public.patient_profiles
  (user_id, patient_number, blood_type, address, emergency_contact_name, emergency_contact_phone, emergency_contact_relationship) values
  ('b0000000-0000-4000-8000-000000000001', 'PT-000001', 'A+', '1 Example Street, Springfield', 'Erin Example', '+15550100021', 'daughter'),
  ('b0000000-0000-4000-8000-000000000002', 'PT-000002', 'O-', '2 Example Street, Springfield', 'Frank Example', '+15550100022', 'brother'),
  ('b0000000-0000-4000-8000-000000000003', 'PT-000003', null, null, null, null, null);

insert into public.appointments
  (id, appointment_number, provider_id, patient_id, status, specialty, facility_name, chief_complaint, scheduled_start, scheduled_end) values
  ('c0000000-0000-4000-8000-000000000000', 'APT-000000', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'completed', 'Internal Medicine', 'Riverside Clinic', 'Headaches in the morning', '2026-03-10T14:00:00Z', '2026-03-10T14:30:00Z'),
  ('c0000000-0000-4000-8000-000000000001', 'APT-000001', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'scheduled', 'Internal Medicine', 'Riverside Clinic', 'Blood pressure check', '2026-12-01T14:00:00Z', '2026-12-01T14:30:00Z'),
  ('c0000000-0000-4000-8000-000000000002', 'APT-000002', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000003', 'scheduled', 'Internal Medicine', 'Riverside Clinic', 'Cough for two weeks', '2026-12-01T15:00:00Z', '2026-12-01T15:30:00Z'),
  ('c0000000-0000-4000-8000-000000000003', 'APT-000003', 'a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000002', 'scheduled', 'Family Medicine', 'Hillcrest Clinic', 'Sore throat', '2026-12-02T10:00:00Z', '2026-12-02T10:30:00Z'),
  ('c0000000-0000-4000-8000-000000000004', 'APT-000004', 'a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000003', 'scheduled', 'Family Medicine', 'Hillcrest Clinic', 'Travel advice', '2026-12-02T11:00:00Z', '2026-12-02T11:30:00Z');

insert into public.video_call_sessions
  (id, appointment_id, provider_id, patient_id, encounter_status, soap_status, started_at, ended_at) values
  ('e0000000-0000-4000-8000-000000000000', 'c0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'closed', 'signed', '2026-03-10T14:02:00Z', '2026-03-10T14:24:00Z'),
  ('e0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'scheduled', 'not_started', null, null),
  ('e0000000-0000-4000-8000-000000000002', 'c0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000003', 'scheduled', 'not_started', null, null),
  ('e0000000-0000-4000-8000-000000000003', 'c0000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000002', 'scheduled', 'not_started', null, null),
  ('e0000000-0000-4000-8000-000000000004', 'c0000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000003', 'scheduled', 'not_started', null, null);

insert into public.video_call_attendees (encounter_id, attendee_id, speaker_role)
select id, attendee, role
from public.video_call_sessions
cross join (values ('attendee-provider', 'provider'), ('attendee-patient', 'patient'), ('attendee-other', 'other')) as attendees (attendee, role);

-- Alice's visit of March: a draft, then its items, then the signature, as a real note comes to be.
insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id, list_states, meta) values
  ('d0000000-0000-4000-8000-000000000000', 'e0000000-0000-4000-8000-000000000000', 'c0000000-0000-4000-8000-000000000000',
   'b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
   '{"allergies": "listed", "conditions": "listed", "medications": "listed", "surgical_history": "none_known"}',
   private.parse_soap_meta('{}'));

insert into public.soap_subjective_hpi (soap_note_id, id, position, element, description) values
  ('d0000000-0000-4000-8000-000000000000', 'chief-complaint', 0, 'chief_complaint', 'Headaches in the morning'),
  ('d0000000-0000-4000-8000-000000000000', 'hpi-1', 1, 'duration', 'For about six weeks');
insert into public.soap_subjective_allergies (soap_note_id, id, position, allergen, reaction, severity, status) values
  ('d0000000-0000-4000-8000-000000000000', 'allergy-1', 0, 'Penicillin', 'rash', 'moderate', 'active');
insert into public.soap_subjective_history (soap_note_id, id, position, kind, name, relationship, age_of_onset) values
  ('d0000000-0000-4000-8000-000000000000', 'history-1', 0, 'family', 'Stroke', 'mother', '71');
insert into public.soap_objective_vital_signs (soap_note_id, id, position, vital_name, vital_value, unit, loinc_code, measured_at) values
  ('d0000000-0000-4000-8000-000000000000', 'vital-1', 0, 'Blood pressure', '152/94', 'mm[Hg]', '85354-9', '2026-03-10T14:10:00Z'),
  ('d0000000-0000-4000-8000-000000000000', 'vital-2', 1, 'Heart rate', '78', '/min', '8867-4', '2026-03-10T14:10:00Z');
insert into public.soap_assessment_problem_list (soap_note_id, id, position, diagnosis_name, icd10_code, status, severity, onset_date) values
  ('d0000000-0000-4000-8000-000000000000', 'problem-1', 0, 'Essential hypertension', 'I10', 'new', 'moderate', '2026-03');
insert into public.soap_plan_medication (soap_note_id, id, position, medication_name, dose, route, frequency, indication, status) values
  ('d0000000-0000-4000-8000-000000000000', 'medication-1', 0, 'Lisinopril', '10 mg', 'oral', 'once daily', 'Essential hypertension', 'started');
insert into public.soap_plan_items (soap_note_id, id, position, category, description, due) values
  ('d0000000-0000-4000-8000-000000000000', 'plan-1', 0, 'follow_up', 'Review blood pressure readings taken at home', 'in three months');

update public.soap_notes
set
  status = 'signed',
  signed_at = '2026-03-10T14:31:00Z',
  signed_by = provider_id,
  encounter_at = '2026-03-10T14:02:00Z',
  content_sha256 = private.soap_note_sha256(id)
where id = 'd0000000-0000-4000-8000-000000000000';

select private.merge_pending_notes('b0000000-0000-4000-8000-000000000001');
