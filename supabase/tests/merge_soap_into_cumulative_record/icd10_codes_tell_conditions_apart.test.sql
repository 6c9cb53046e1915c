begin;
select plan(13);

-- One patient per case: what the notes say in this order, and the names that result.
create function pg_temp.conditions(variadic p_rows text[]) returns jsonb language plpgsql as $$
declare
  v_patient_id uuid := tests.new_patient(gen_random_uuid());
begin
  for i in 1 .. cardinality(p_rows) loop
    perform tests.signed_note(v_patient_id, '2026-01-01T10:00Z'::timestamptz + i * interval '1 day',
      jsonb_build_object('assessment_problem_list', jsonb_build_array(jsonb_build_object(
        'diagnosis_name', split_part(p_rows[i], '|', 1), 'icd10_code', split_part(p_rows[i], '|', 2), 'status', split_part(p_rows[i], '|', 3)
      ))));
  end loop;
  return private.fold_record(v_patient_id);
end;
$$;
create function pg_temp.said(p_record jsonb) returns text language sql as $$
  select string_agg((item ->> 'name') || ' ' || coalesce(item ->> 'icd10', '-') || ' ' || (item ->> 'clinical_status'), ', '
    order by item ->> 'name' collate "C", item ->> 'icd10' collate "C")
    || coalesce(' + ' || (p_record #>> '{conflicts,0,kind}'), '')
  from jsonb_array_elements(p_record -> 'conditions') as item
$$;

select is(pg_temp.said(pg_temp.conditions('Diabetes|E10.9|', 'Diabetes|E11.9|')), 'Diabetes E10.9 active, Diabetes E11.9 active', 'M09 type 1 and type 2 never meet');
select is(pg_temp.said(pg_temp.conditions('Type 1 diabetes||', 'T2DM||')), 'T2DM - active, Type 1 diabetes - active', 'M09 not without a code either');
select is(pg_temp.said(pg_temp.conditions('Type 1 diabetes||', 'Type 2 diabetes|E11.9|')), 'Type 1 diabetes - active, Type 2 diabetes E11.9 active', 'M09 nor by name and code');
select is(pg_temp.said(pg_temp.conditions('T2DM|E11.9|', 'T2DM|e119|resolved')), 'T2DM e119 resolved', 'a dot more or less is the same code');
select is(pg_temp.said(pg_temp.conditions('Diabetes||', 'Type 2 diabetes|E11.9|')), 'Type 2 diabetes E11.9 active', 'a name without a code joins the only candidate');
select is(
  pg_temp.said(pg_temp.conditions('Diabetes||', 'Type 1 diabetes|E10|', 'Type 2 diabetes|E11.9|')),
  'Diabetes - active, Type 1 diabetes E10 active, Type 2 diabetes E11.9 active + ambiguous_identity',
  'with two candidates it stands alone and a conflict says so'
);
select is(
  pg_temp.said(pg_temp.conditions('Type 2 diabetes|E11|', 'Type 2 diabetes|E11.9|')), 'Type 2 diabetes E11.9 active',
  'a parent code joins its only child'
);
select is(
  pg_temp.said(pg_temp.conditions('A|E11|', 'B|E11.9|', 'C|E11.65|')), 'A E11 active, B E11.9 active, C E11.65 active + ambiguous_identity',
  'with two children it stands alone and a conflict says so'
);
select is(
  pg_temp.said(pg_temp.conditions('Asthma|J45|active', 'Asthma attack|J45.901|resolved')),
  'Asthma J45 active, Asthma attack J45.901 resolved', 'a resolved child never resolves its parent'
);
select is(
  pg_temp.said(pg_temp.conditions('Asthma||active', 'Asthma attack|J45.901|resolved')),
  'Asthma - active, Asthma attack J45.901 resolved', 'nor a parent without a code'
);
select is(pg_temp.said(pg_temp.conditions('Hypertension|I10|active', 'Hypertension||resolved')), 'Hypertension I10 resolved', 'the same condition named without its code ends it');
select is(pg_temp.said(pg_temp.conditions('Hypertension||', 'Pulmonary hypertension|I27.20|')), 'Hypertension - active, Pulmonary hypertension I27.20 active', 'a longer name is another condition');
select is(pg_temp.said(pg_temp.conditions('Gout|n/a|', 'Gout|unknown|')), 'Gout unknown active', 'M03 what is no code does not tell apart');

select * from finish();
rollback;
