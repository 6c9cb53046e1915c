begin;
select plan(14);

-- A line of four: each stands in the place of the one before it.
select tests.new_patient();
create temporary table line on commit drop as
select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}, {"allergen": "Egg"}]}') as first;
select tests.merge(first) from line;
alter table line add second uuid, add third uuid, add fourth uuid;
grant select, update on line to authenticated;
create function pg_temp.amended(p_note_id uuid, p_allergen text) returns uuid language sql as $$
  select (public.amend_soap_note(
    p_note_id, jsonb_build_object('subjective', jsonb_build_object('allergies', jsonb_build_array(jsonb_build_object('id', '1', 'allergen', p_allergen)))), 'a typo'
  ) ->> 'soapNoteId')::uuid
$$;
create function pg_temp.standing() returns text language sql security definer as $$
  select string_agg(status, ' ' order by created_at, signed_at) from public.soap_notes where patient_id = tests.pat()
$$;
create function pg_temp.is_verified() returns boolean language sql security definer as $$
  select not exists (select from private.verify_record(tests.pat())) and tests.record() = private.fold_record(tests.pat())
$$;

grant execute on function pg_temp.amended(uuid, text), pg_temp.standing(), pg_temp.is_verified() to authenticated;

select tests.sign_in_as('dr-amara');
update line set second = pg_temp.amended(first, 'Latex');
update line set third = pg_temp.amended(second, 'Nuts');
update line set fourth = pg_temp.amended(third, 'Soy');

create temporary table answer on commit drop as select public.retract_soap_note(third, 'wrong patient') as said from line;
select is(said -> 'restoredSoapNoteId', 'null', 'M22 a note in the middle of its line gives nothing back while a later one stands') from answer;
select is(said -> 'totalVisits', '1', 'the visit counts once') from answer;
select is(said #> '{changes,items}', '[]', 'and the record stays as it is') from answer;
select is(pg_temp.standing(), 'amended amended retracted signed', 'the last of the line counts, alone');
select is(tests.names('allergies'), 'Soy', 'what the amendment took out stays out');
select ok(pg_temp.is_verified(), 'as the notes say');
select is(public.retract_soap_note(third, 'wrong patient'), said || '{"replayed": true}', 'again, it answers the same') from line, answer;
select is(
  public.record_as_of(tests.pat(), now() + interval '1 hour') #>> '{record,metadata,total_visits}', '1', 'the journal knows no second visit'
);

delete from answer;
insert into answer select public.retract_soap_note(fourth, 'wrong patient') from line;
select is(said ->> 'restoredSoapNoteId', second::text, 'M22 then the last one that stands comes back, whoever was between') from answer, line;
select is(pg_temp.standing(), 'amended signed retracted retracted', 'and no other');
select is(tests.names('allergies'), 'Latex', 'with what it says');
select ok(pg_temp.is_verified(), 'as the notes say');
select lives_ok('set constraints all immediate', 'status, journal and record agree');

select tests.sign_out();
select throws_ok(
  format('update public.soap_notes set status = %L where id = %L', 'signed', first), '42501', null,
  'R12 nor does its owner bring one back while a later one stands'
) from line;

select * from finish();
rollback;
