begin;
select plan(39);

create temporary table severity (word text, rank integer) on commit drop;
insert into severity values (null, 0), ('unknown', 1), ('mild', 2), ('moderate', 3), ('severe', 4), ('life_threatening', 5);

create function pg_temp.fold_two(p_first text, p_second text) returns jsonb language plpgsql as $$
declare
  v_patient_id uuid := tests.new_patient(gen_random_uuid());
begin
  perform tests.signed_note(v_patient_id, '2026-01-10T10:00Z',
    jsonb_build_object('subjective_allergies', jsonb_build_array(jsonb_build_object('allergen', 'Latex', 'severity', p_first))));
  perform tests.signed_note(v_patient_id, '2026-02-10T10:00Z',
    jsonb_build_object('subjective_allergies', jsonb_build_array(jsonb_build_object('allergen', 'Latex', 'severity', p_second))));
  return private.fold_record(v_patient_id);
end;
$$;

select is(
  array[
    pg_temp.fold_two(first.word, second.word) #>> '{allergies,0,severity}',
    pg_temp.fold_two(first.word, second.word) #>> '{conflicts,0,kind}'
  ],
  array[
    case when first.rank >= second.rank then first.word else second.word end,
    case when second.rank between 2 and first.rank - 1 then 'lower_allergy_severity' end
  ],
  format('M05 %s, then %s', coalesce(first.word, 'null'), coalesce(second.word, 'null'))
)
from severity as first, severity as second
order by first.rank, second.rank;

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}]}');
select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "mild"}]}');
select is(tests.item('allergies', 'Latex') ->> 'severity', 'severe', 'M05 the highest is kept');
select is(
  jsonb_path_query_array(tests.record('conflicts'), '$[0].sides[*].value'), '["severe", "mild"]',
  'M05 the conflict shows both sides'
);
select tests.visit('2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}]}');
select is(tests.conflicts(), '', 'M05 a note that states the highest again settles it');

select * from finish();
rollback;
