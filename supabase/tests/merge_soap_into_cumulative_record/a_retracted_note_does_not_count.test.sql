begin;
select plan(2);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as first,
  tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}, {"allergen": "Egg"}]}') as second,
  tests.signed_note(tests.pat(), '2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "reaction": "hives"}]}') as third;
create temporary table without on commit drop as select private.fold_notes(array[first, third]) as record from note;
update public.soap_notes set status = 'retracted', retracted_at = now(), retracted_by = signed_by, retraction_reason = 'wrong patient'
where id = (select second from note);

select is(private.fold_record(tests.pat()), record, 'M21 the record equals one in which the note never was') from without;
select is(private.fold_record(tests.pat()) #>> '{allergies,0,reaction}', 'hives', 'M21 what others confirmed stays');

select * from finish();
rollback;
