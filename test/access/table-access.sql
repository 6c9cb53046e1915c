-- Something in every table for every encounter, and dr-former: a provider whose only booking, with alice, was cancelled.
insert into public.users (id, firebase_uid) values ('a0000000-0000-4000-8000-000000000009', 'dr-former-uid');
insert into public.medical_provider_profiles (user_id, display_name, approved_at)
values ('a0000000-0000-4000-8000-000000000009', 'Dr. Former', '2024-01-01T00:00:00Z');
insert into public.appointments (id, patient_id, provider_id, status, scheduled_start)
values ('c0000000-0000-4000-8000-000000000009', 'b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000009', 'cancelled', '2026-02-01T10:00:00Z');
insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id)
values ('e0000000-0000-4000-8000-000000000009', 'c0000000-0000-4000-8000-000000000009', 'b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000009');
insert into public.video_call_attendees (encounter_id, attendee_id, speaker_role)
values ('e0000000-0000-4000-8000-000000000009', 'attendee-provider', 'provider');

insert into public.call_transcript_chunks (encounter_id, sequence, speaker_role, text, stored_by)
select id, 1, 'provider', 'hello', provider_id from public.video_call_sessions;
insert into public.context_snapshots (encounter_id, snapshot_version, record_version, content, created_by)
select id, 1, 'version', '{}', provider_id from public.video_call_sessions;
insert into public.soap_drafts (encounter_id, revision, transcript_sha256, model, prompt_version, created_by)
select id, 1, repeat('0', 64), 'a-model', '1', provider_id from public.video_call_sessions;

-- An open note for every encounter without one; dr-former's and dr-okoye's of carol are signed.
select private.write_soap_note((private.open_soap_note(encounter, true)).id, private.parse_soap_note(tests.full_note()))
from public.video_call_sessions as encounter
where not exists (select from public.soap_notes where encounter_id = encounter.id);
update public.soap_notes
set status = 'signed', signed_at = now(), signed_by = provider_id, encounter_at = now()
where encounter_id in ('e0000000-0000-4000-8000-000000000009', 'e0000000-0000-4000-8000-000000000004');
select private.merge_pending_notes(user_id) from public.patient_profiles;

-- Who else calls: an approved provider nobody booked, an administrator, one who is suspended, and people locked out.
insert into public.users (id, firebase_uid, disabled_at, tokens_valid_after) values
  ('a0000000-0000-4000-8000-000000000008', 'dr-nobody-uid', null, null),
  ('a0000000-0000-4000-8000-000000000007', 'dr-disabled-uid', now(), null),
  ('a0000000-0000-4000-8000-000000000006', 'dr-revoked-uid', null, now()),
  ('a0000000-0000-4000-8000-000000000005', 'dr-suspended-uid', null, null),
  ('f0000000-0000-4000-8000-000000000001', 'ada-uid', null, null),
  ('f0000000-0000-4000-8000-000000000002', 'adam-uid', null, null);
insert into public.medical_provider_profiles (user_id, display_name, approved_at, suspended_at)
select id, 'Dr. Example', '2024-01-01T00:00:00Z', case when firebase_uid = 'dr-suspended-uid' then now() end
from public.users
where firebase_uid in ('dr-nobody-uid', 'dr-disabled-uid', 'dr-revoked-uid', 'dr-suspended-uid');
insert into public.administrator_profiles (user_id, facility_name, approved_at, suspended_at)
values
  ('f0000000-0000-4000-8000-000000000001', 'Riverside Clinic', '2024-01-01T00:00:00Z', null),
  ('f0000000-0000-4000-8000-000000000002', 'Riverside Clinic', '2024-01-01T00:00:00Z', now());
insert into public.appointments (patient_id, provider_id, facility_name, scheduled_start)
select 'b0000000-0000-4000-8000-000000000002', id, 'Hillcrest Clinic', now()
from public.users where firebase_uid in ('dr-disabled-uid', 'dr-revoked-uid', 'dr-suspended-uid');

insert into public.emergency_accesses (provider_id, patient_id, facility_name, reason, expires_at) values
  ('a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001', 'Hillcrest Clinic', 'Found unconscious', now() + interval '4 hours'),
  ('a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'Riverside Clinic', 'Found unconscious', now() + interval '4 hours'),
  ('a0000000-0000-4000-8000-000000000009', 'b0000000-0000-4000-8000-000000000002', null, 'Found unconscious', now() + interval '4 hours');
-- dr-amara amends a note of alice's, and decides a conflict of hers.
select private.write_amendment(note, '{}', 'a typo', note.provider_id)
from public.soap_notes as note where id = 'd0000000-0000-4000-8000-000000000000';
select private.merge_pending_notes('b0000000-0000-4000-8000-000000000001');
insert into public.record_conflicts (id, patient_id, kind, section, item_ids, sides)
select gen_random_uuid(), user_id, 'drug_allergy', 'medications', '[]', '[]' from public.patient_profiles;
insert into public.record_decisions (patient_id, conflict_id, decision, patch, reason, decided_by, decided_at)
select patient_id, id, 'accept', '{}', 'known', 'a0000000-0000-4000-8000-000000000001', now() from public.record_conflicts;
