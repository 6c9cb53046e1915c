begin;
select plan(8);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "once daily", "route": "oral"}]}');
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "frequency": "Once a day"}]}');
select tests.visit('2026-03-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "frequency": "q.d.", "route": "PO"}]}');
select is(tests.conflicts(), '', 'nothing is open');
select is(tests.item('medications', 'Lisinopril') -> 'carried_fields', '[]', 'nothing is carried');
select is(jsonb_array_length(tests.item('medications', 'Lisinopril') -> 'dosing_history'), 1, 'nothing was changed');
select is(tests.item('medications', 'Lisinopril') ->> 'frequency', 'q.d.', 'the last words are shown as they were written');
select tests.visit('2026-03-10T15:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "10mg"}]}');
select tests.visit('2026-03-10T16:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg"}]}');
select is(tests.conflicts(), '', 'a space before a unit is no other dose');

select tests.visit('2026-04-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "frequency": "twice a day"}]}');
select is(tests.conflicts(), 'incomplete_regimen', 'another frequency is a change');
select is(
  array(
    select private.record_canonical('frequency', words)
    from unnest(array['daily', 'every day', 'bid', 'two times daily', 'TDS', 'qid', 'weekly', 'once a week', 'PRN', 'every 8 hours', 'qod', 'nightly']) as words
  ),
  array[
    'once daily', 'once daily', 'twice daily', 'twice daily', 'three times daily', 'four times daily', 'once weekly', 'once weekly',
    'as needed', 'every 8 hours', 'every other day', 'at bedtime'
  ],
  'words of everyday charting'
);
select is(private.record_canonical('frequency', 'od'), 'od', 'a word with two meanings stands for itself');

select * from finish();
rollback;
