begin;
select plan(9);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "daily"}]}');
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "20 mg", "frequency": "daily"}]}');
select tests.visit('2026-03-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "20 mg", "frequency": "daily"}]}');
create temporary table item on commit drop as
select item, item -> 'provenance' as provenance from (select tests.item('medications', 'Lisinopril') as item) as items;

select is(provenance #>> '{first_seen,encounter_at}', '2026-01-10T10:00:00Z', 'the item: first seen') from item;
select is(provenance #>> '{last_changed,encounter_at}', '2026-02-10T10:00:00Z', 'last changed') from item;
select is(provenance #>> '{last_confirmed,encounter_at}', '2026-03-10T10:00:00Z', 'last confirmed') from item;
select is(jsonb_array_length(provenance -> 'source_notes'), 3, 'all its notes') from item;
select is(provenance -> 'signed_by', jsonb_build_array(tests.user_id('dr-amara')), 'who signed them') from item;
select is(provenance #>> '{fields,frequency,last_changed,encounter_at}', '2026-01-10T10:00:00Z', 'a field has its own dates') from item;
select is(jsonb_array_length(provenance #> '{fields,dose,source_notes}'), 2, 'and the notes that state the value shown') from item;
select is(item ->> 'last_updated', '2026-03-10T10:00:00Z', 'last_updated is an encounter''s time') from item;
select is(
  tests.record() #>> '{metadata,record_version}',
  (
    select encode(sha256(string_agg(coalesce(bucket.hash, sha256('')), '' order by numbers.number)), 'hex')
    from generate_series(0, 255) as numbers (number)
    left join (
      select get_byte(uuid_send(part.id), 0) as number,
        sha256(string_agg(sha256(convert_to(part.section || chr(10) || part.item::text, 'UTF8')), '' order by part.id)) as hash
      from private.record_parts(tests.record()) as part
      group by 1
    ) as bucket on bucket.number = numbers.number
  ),
  'record_version is the hash of the hashes of all the rest'
);

select * from finish();
rollback;
