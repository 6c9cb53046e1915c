begin;
select plan(14);

select tests.new_patient();
select tests.new_patient('f0000000-0000-4000-8000-000000000002');
select tests.new_patient('f0000000-0000-4000-8000-000000000003');
select is(pending_notes, 0::bigint, 'nothing is pending') from private.merge_lag;
select is(oldest_age_seconds, 0::numeric, 'for no time') from private.merge_lag;

select tests.signed_note(tests.pat(), now() - interval '3 hours', '{}');
select tests.signed_note(tests.pat(), now() - interval '2 hours', '{"subjective_allergies": [{"allergen": "Latex"}]}');
select tests.signed_note('f0000000-0000-4000-8000-000000000002', now() - interval '4 hours', '{}');
select tests.signed_note('f0000000-0000-4000-8000-000000000003', now() - interval '20 minutes 10 seconds', '{}');
select is(pending_notes, 4::bigint, 'four signed notes wait') from private.merge_lag;
select is(oldest_age_seconds, 13200::numeric, 'the oldest since it was signed') from private.merge_lag;

-- A record that cannot be merged, as an old dump restored past the triggers would be.
alter table public.patient_profiles disable trigger user;
update public.patient_profiles set cumulative_medical_record = '{"conditions": ["Gout"]}'
where user_id = 'f0000000-0000-4000-8000-000000000002';
alter table public.patient_profiles enable trigger user;

select is(private.sweep_pending_merges(1), 1, 'a sweep takes as many patients as it may, and counts none that it cannot merge');
select is(jsonb_array_length(tests.record('allergies')), 1, 'the longest waiting first, with everything that is pending');
select is(tests.record('metadata') -> 'total_visits', '2', 'in one go');
select is((select merged_by from public.soap_note_merges where patient_id = tests.pat() limit 1), null, 'nobody merged it but the sweep');
select is(private.sweep_pending_merges(), 0, 'what was signed less than a minute ago is left to the app');
select is(private.sweep_pending_merges(p_grace => '0'), 1, 'unless nothing may wait');
select is(private.sweep_pending_merges(p_grace => '0'), 0, 'there is nothing left to do');
select is(pending_notes, 1::bigint, 'but for the record that cannot be merged') from private.merge_lag;
select is(cumulative_medical_record, '{"conditions": ["Gout"]}', 'which is as it was')
from public.patient_profiles where user_id = 'f0000000-0000-4000-8000-000000000002';
select is(
  (select count(*) from public.soap_notes where (status = 'signed' and merged_at is not null) <> (id in (select soap_note_id from public.soap_note_merges))),
  0::bigint, 'a note is marked merged if and only if it has its row in the ledger'
);

select * from finish();
rollback;
