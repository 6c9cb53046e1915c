begin;
select plan(19);

select is(array[ingredient, route], array[expected_ingredient, expected_route], name)
from (values
  ('Oral prednisolone', 'prednisolone', 'oral'),
  ('Prednisolone 1% eye drops', 'prednisolone', 'ophthalmic'),
  ('Metoprolol succinate ER', 'metoprolol succinate extended release', null),
  ('Toprol XL', 'metoprolol succinate extended release', null),
  ('metoprolol tartrate', 'metoprolol tartrate', null),
  ('Amoxicillin-clavulanate 875 mg/125 mg', 'amoxicillin / clavulanate', null),
  ('clavulanate potassium and amoxicillin', 'amoxicillin / clavulanate', null),
  ('Insulin glargine (Lantus) 100 units/mL', 'insulin glargine', null),
  ('Insulin 70/30', 'insulin 70/30', null),
  ('Zorblaxin', 'zorblaxin', null)
) as cases (name, expected_ingredient, expected_route)
cross join lateral private.record_drug(name);

create function pg_temp.medications(p_notes jsonb) returns jsonb language plpgsql as $$
declare
  v_patient_id uuid := tests.new_patient(gen_random_uuid());
begin
  for i in 0 .. jsonb_array_length(p_notes) - 1 loop
    perform tests.signed_note(v_patient_id, '2026-01-01T10:00Z'::timestamptz + i * interval '1 day', jsonb_build_object('plan_medication', p_notes -> i));
  end loop;
  return private.fold_record(v_patient_id);
end;
$$;
create function pg_temp.said(p_record jsonb) returns text language sql as $$
  select string_agg(concat_ws(' ', item ->> 'name', item ->> 'dose', item ->> 'frequency', item ->> 'route'), ', '
    order by concat_ws(' ', item ->> 'name', item ->> 'dose', item ->> 'frequency', item ->> 'route') collate "C")
    || coalesce(' + ' || (select string_agg(conflict ->> 'kind', ', ' order by conflict ->> 'kind') from jsonb_array_elements(p_record -> 'conflicts') as conflict), '')
  from jsonb_array_elements(p_record -> 'medications') as item
$$;

select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Prednisolone", "dose": "5 mg", "route": "PO"}], [{"medication_name": "Prednisolone eye drops", "dose": "1 drop"}]]')),
  'Prednisolone 5 mg PO, Prednisolone eye drops 1 drop', 'M10 tablets and eye drops are two'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Lisinopril", "dose": "10 mg", "route": "by mouth"}], [{"medication_name": "Lisinopril", "dose": "20 mg", "route": "oral"}]]')),
  'Lisinopril 20 mg oral', 'one route in other words is one route'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Lisinopril", "dose": "10 mg", "route": "oral"}], [{"medication_name": "Lisinopril", "dose": "20 mg", "route": null}]]')),
  'Lisinopril 20 mg oral + incomplete_regimen', 'a row without a route joins the only candidate'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Prednisolone", "route": "oral"}], [{"medication_name": "Prednisolone", "route": "ophthalmic"}], [{"medication_name": "Prednisolone", "dose": "5 mg"}]]')),
  'Prednisolone 5 mg, Prednisolone ophthalmic, Prednisolone oral + ambiguous_identity', 'with two candidates it stands alone and a conflict says so'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Metformin", "dose": "500 mg"}], [{"medication_name": "Metformin ER", "dose": "750 mg"}]]')),
  'Metformin 500 mg, Metformin ER 750 mg', 'another release form is another medication'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Amoxicillin", "dose": "500 mg"}], [{"medication_name": "Augmentin", "dose": "875 mg"}]]')),
  'Amoxicillin 500 mg, Augmentin 875 mg', 'a combination is its own ingredient'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Insulin glargine", "dose": "12 units", "frequency": "morning"}, {"medication_name": "Insulin glargine", "dose": "8 units", "frequency": "nightly"}]]')),
  'Insulin glargine 12 units morning, Insulin glargine 8 units nightly', 'M10 two rows of one note stay two regimens'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Insulin glargine", "dose": "10 units", "frequency": "nightly"}], [{"medication_name": "Insulin glargine", "dose": "12 units", "frequency": "morning"}, {"medication_name": "Insulin glargine", "dose": "8 units", "frequency": "nightly"}], [{"medication_name": "Insulin glargine", "dose": "9 units", "frequency": "nightly"}]]')),
  'Insulin glargine 12 units morning, Insulin glargine 9 units nightly', 'M10 a row continues the regimen with its frequency'
);
select is(
  pg_temp.said(pg_temp.medications('[[{"medication_name": "Insulin glargine", "dose": "12 units", "frequency": "morning"}, {"medication_name": "Insulin glargine", "dose": "8 units", "frequency": "nightly"}], [{"medication_name": "Insulin glargine", "dose": "20 units"}]]')),
  'Insulin glargine 12 units morning, Insulin glargine 20 units, Insulin glargine 8 units nightly + ambiguous_identity',
  'M10 a row that could be either overwrites neither'
);

select * from finish();
rollback;
