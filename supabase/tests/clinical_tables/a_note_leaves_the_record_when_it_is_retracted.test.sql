begin;
select plan(6);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as merged,
  tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Egg"}]}') as other;
grant select on note to authenticated;
select tests.merge(merged), tests.merge(other) from note;
select tests.signed_note(tests.pat(), '2026-03-10T10:00Z', '{}', 'd2000000-0000-4000-8000-000000000001');

-- As its owner might, past the RPC. The check waits for the end of the transaction; here it is called for.
create function pg_temp.retract(p_note_id uuid) returns void language sql as $$
  update public.soap_notes
  set status = 'retracted', retracted_at = now(), retracted_by = signed_by, retraction_reason = 'wrong patient'
  where id = p_note_id;
  set constraints all immediate;
$$;
select throws_ok(format('select pg_temp.retract(%L)', merged), '42501', null, 'R12 a merged note is not retracted behind the record''s back') from note;
select lives_ok($$select pg_temp.retract('d2000000-0000-4000-8000-000000000001')$$, 'one that no record has yet may be');
set constraints all deferred;
select is(private.merge_pending_notes(tests.pat()), 0, 'and is never merged');

select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.retract_soap_note(merged, 'wrong patient')), null, 'the RPC takes it out of the record') from note;
select is(public.amend_soap_note(other, '{}', 'a typo') ->> 'status', 'signed', 'or puts another in its place') from note;
select tests.sign_out();
select lives_ok('set constraints all immediate', 'so that both agree when it ends');

select * from finish();
rollback;
