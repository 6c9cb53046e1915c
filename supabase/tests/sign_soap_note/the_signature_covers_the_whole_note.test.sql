begin;
select plan(33);

select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'carol'), tests.full_note()) as id;
select tests.sign_out();

-- Whatever is added to the tables later: a note that was signed keeps its hash. A new key is left out while it is null.
-- What the server says of a note at saving is no part of the format, so it stands here as it was in the first release.
update public.soap_notes
set meta = '{
  "model": "a-model", "promptVersion": "1", "snapshotId": null, "recordVersion": null, "transcriptSha256": null,
  "encounterId": "e0000000-0000-4000-8000-000000000002", "appointmentId": "c0000000-0000-4000-8000-000000000002",
  "disclaimer": "For review", "fallback_reason": "none",
  "aiFlags": {
    "missing_critical_info": ["weight"],
    "needs_clinician_confirmation": [{"itemId": "m1", "reason": "dose", "evidence": []}]
  }
}'
from note where soap_notes.id = note.id;
select is(
  private.soap_note_sha256(id), '9acbe3a15d6b10e08122cfcd6f0ada074c2c7f235fb32bac400396fad27b5550',
  'the canonical note is a format: the hash of this one never changes'
) from note;

-- Every value of every item is under the signature.
create temporary table hash on commit drop as select private.soap_note_sha256(id) as sha256 from note;
create function pg_temp.hash_with(p_table text, p_column text) returns text language plpgsql as $$
declare
  v_hash text;
begin
  execute format(
    'update public.%1$I set %2$I = (select jsonb_populate_record(null::public.%1$I, jsonb_build_object(%2$L, case
       when %2$L = ''evidence'' then ''[{"kind": "snapshot", "itemId": "other"}]''::jsonb
       when %2$L = ''measured_at'' then ''"2020-01-01T00:00:00Z"''
       else ''"other"'' end))).%2$I where soap_note_id = (select id from note)', p_table, p_column
  );
  select private.soap_note_sha256(id) into v_hash from note;
  raise exception using errcode = 'PTRBK', message = v_hash;
exception
  when sqlstate 'PTRBK' then return sqlerrm;
end;
$$;
select isnt(pg_temp.hash_with(section.table_name, 'evidence'), sha256, 'the evidence of ' || section.table_name) from hash, private.soap_note_sections() as section;
select isnt(pg_temp.hash_with(table_name, column_name), sha256, table_name || '.' || column_name)
from hash, (values
  ('soap_plan_medication', 'dose'), ('soap_plan_medication', 'route'), ('soap_plan_medication', 'frequency'),
  ('soap_plan_medication', 'medication_name'), ('soap_plan_medication', 'status'), ('soap_subjective_allergies', 'allergen'),
  ('soap_subjective_allergies', 'reaction'), ('soap_assessment_problem_list', 'icd10_code'),
  ('soap_assessment_problem_list', 'diagnosis_name'), ('soap_objective_vital_signs', 'vital_value'),
  ('soap_objective_vital_signs', 'measured_at'), ('soap_plan_items', 'description')
) as signed (table_name, column_name);

select tests.sign_in_as('dr-amara');
select tests.accept_all(tests.encounter_id('dr-amara', 'carol'));
create temporary table answer on commit drop as select public.sign_soap_note(id) as said from note;
select tests.sign_out();
select is(signed_by, tests.user_id('dr-amara'), 'the signer is who the token names') from note join public.soap_notes using (id);
select ok(signed_at between now() and clock_timestamp(), 'the time is the server''s') from note join public.soap_notes using (id);
select is(content_sha256, sha256, 'the hash is the note''s') from hash, note join public.soap_notes using (id);
select is(said ->> 'contentSha256', sha256, 'and is answered') from hash, answer;
select is(meta ->> 'encounterId', tests.encounter_id('dr-amara', 'carol')::text, 'the encounter is under it')
from note join public.soap_notes using (id);
select is_empty(format('select private.broken_attestations(%L) except select %L::uuid', tests.user_id('carol'), null), 'no attestation is broken');

-- As a table owner might, past the triggers.
alter table public.soap_plan_medication disable trigger user;
update public.soap_plan_medication set dose = '200 mg' where soap_note_id = (select id from note);
alter table public.soap_plan_medication enable trigger user;
select results_eq(format('select private.broken_attestations(%L)', tests.user_id('carol')), 'select id from note', 'a note that was tampered with is found');

select * from finish();
rollback;
