-- What the measurements of the record work on; lives in a scratch database only.
create schema if not exists bench;

-- Rows of one note that touches every list: 8 items, numbered so that notes of other numbers name other things.
create or replace function bench.items(p_number integer) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'assessment_problem_list', jsonb_build_array(
      jsonb_build_object(
        'diagnosis_name', 'Condition ' || p_number, 'status', 'stable', 'severity', 'mild',
        'icd10_code', chr(65 + (p_number / 100) % 26) || lpad((p_number % 100)::text, 2, '0') || '.' || p_number % 10
      ),
      jsonb_build_object('diagnosis_name', 'Problem ' || p_number, 'status', 'new', 'onset_date', '2019-04')
    ),
    'plan_medication', jsonb_build_array(
      jsonb_build_object('medication_name', 'Drug' || p_number, 'dose', '10 mg', 'frequency', 'daily', 'route', 'oral', 'status', 'active'),
      jsonb_build_object('medication_name', 'Remedy' || p_number, 'dose', '20 mg', 'frequency', 'twice daily', 'route', 'oral')
    ),
    'subjective_allergies', jsonb_build_array(
      jsonb_build_object('allergen', 'Allergen ' || p_number, 'reaction', 'rash', 'severity', 'mild')
    ),
    'subjective_history', jsonb_build_array(
      jsonb_build_object('kind', 'surgical', 'name', 'Procedure ' || p_number, 'date', '2011'),
      jsonb_build_object('kind', 'family', 'name', 'Disease ' || p_number, 'relationship', 'mother')
    ),
    'objective_vital_signs', jsonb_build_array(
      jsonb_build_object('vital_name', 'Vital ' || p_number % 10, 'vital_value', (60 + p_number % 60)::text, 'unit', '/min')
    )
  )
$$;

-- A patient with so many notes, signed, merged and folded; the ledger of merges is filled without merging one by one.
create or replace function bench.patient(p_notes integer) returns uuid
language plpgsql
as $$
declare
  v_patient_id uuid := tests.new_patient(gen_random_uuid());
begin
  for v_number in 1 .. p_notes loop
    perform tests.signed_note(v_patient_id, '2020-01-01T10:00Z'::timestamptz + v_number * interval '1 day', bench.items(v_number));
  end loop;
  insert into public.soap_note_merges (soap_note_id, patient_id, record_version, changes)
  select id, patient_id, repeat('0', 64), '{}' from public.soap_notes where patient_id = v_patient_id;
  perform private.rebuild_record(v_patient_id);
  return v_patient_id;
end;
$$;

-- The next note of a patient: half of its items confirm what two earlier notes said, half are new. Late: before all others.
create or replace function bench.next_note(p_patient_id uuid, p_notes integer, p_is_late boolean) returns uuid
language sql
as $$
  select tests.signed_note(
    p_patient_id,
    case when p_is_late then '2019-06-01T10:00Z'::timestamptz else '2030-01-01T10:00Z'::timestamptz end,
    (
      select jsonb_object_agg(
        part.key,
        case jsonb_array_length(part.value)
          when 2 then jsonb_build_array(part.value -> 0, fresh.value -> 1)
          else case when part.key < 'p' then fresh.value else part.value end
        end
      )
      from jsonb_each(bench.items(1 + p_notes / 2)) as part
      join jsonb_each(bench.items(p_notes + 1)) as fresh on fresh.key = part.key
    )
  )
$$;

-- The column alone, without triggers: what one UPDATE of it costs at least.
create table if not exists bench.floor (like public.patient_profiles including defaults including storage including compression, primary key (user_id));
