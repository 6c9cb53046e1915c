begin;
select plan(8);

select tests.signed_note(tests.user_id('alice'), '2026-05-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}');
select tests.sign_in_as('alice');
select ok(
  public.get_patient_history(tests.user_id('alice')) #> '{patientData,allergies}' ? 'Latex (severity unknown)',
  'a patient who reads finds what was signed, though nobody merged it'
);
select tests.sign_out();
select is(pending_notes, 0::bigint, 'and it is merged') from private.merge_lag;

select tests.signed_note(tests.user_id('carol'), '2026-05-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}');
select tests.sign_in_as('dr-okoye');
select is(
  public.create_context_snapshot(tests.encounter_id('dr-okoye', 'carol')) #>> '{snapshot,allergies,0,allergen}', 'Latex',
  'so does a provider who opens an encounter'
);
select tests.sign_out();
select is(pending_notes, 0::bigint, 'and it is merged') from private.merge_lag;
select is(
  (select merged_by from public.soap_note_merges where patient_id = tests.user_id('carol')), tests.user_id('dr-okoye'),
  'the ledger knows through whom'
);

-- The mark is the ledger's alone.
create temporary table note on commit drop as
  select tests.signed_note(tests.user_id('carol'), '2026-06-10T10:00Z', '{}') as id;
select throws_ok(
  format('update public.soap_notes set merged_at = now() where id = %L', id), '42501', null, 'no note is marked merged without its row'
) from note;
select private.merge_pending_notes(tests.user_id('carol'));
select throws_ok(
  format('update public.soap_notes set merged_at = null where id = %L', id), '42501', null, 'nor pending again'
) from note;
select throws_ok(
  format('update public.soap_notes set merged_at = merged_at + interval ''1 hour'' where id = %L', id), '42501', null, 'nor merged at another time'
) from note;

select * from finish();
rollback;
