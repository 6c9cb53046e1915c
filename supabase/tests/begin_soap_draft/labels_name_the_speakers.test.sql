begin;
select plan(22);

select is(private.speaker_of_label(label), role, format('%L claims %s', label, coalesce(role, 'no role')))
from (
  values
    (1, 'Dr. Amara', 'provider'), (2, 'Doctor Smith', 'provider'), (3, 'DR', 'provider'), (4, ' Physician ', 'provider'),
    (5, 'Clinician', 'provider'), (6, 'provider_1', 'provider'), (7, 'Dr. Ana María O''Brien-Løken', 'provider'),
    (8, 'Pt', 'patient'), (9, 'PATIENT', 'patient'), (10, 'patient 2', 'patient'), (11, 'Other', 'other'),
    (12, 'speaker_1', null), (13, 'Alice Example', null), (14, 'Drew', null), (15, 'Patient''s mother', null),
    (16, 'Dr. Amara''s nurse', null), (17, 'patient mother', null), (18, 'Dr. Amara (patient)', null), (19, '', null)
) as labels (place, label, role)
order by place;

create function pg_temp.turns(p_transcript jsonb) returns jsonb
language sql
as $$
  select jsonb_agg(jsonb_build_array(chunk -> 'sequence', private.speaker_of_label(chunk ->> 'speaker'), chunk -> 'text'))
  from jsonb_array_elements(private.handed_in_chunks(p_transcript)) as chunk
$$;

select is(
  pg_temp.turns(to_jsonb(E'Dr. Amara: Any pain?\r\n\n  patient : No: none.\nAnd then it rang.\nNurse: Next!\nDoctor:'::text)),
  '[[1, "provider", "Any pain?"], [2, "patient", "No: none."], [3, null, "And then it rang."], [4, null, "Nurse: Next!"], [5, null, "Doctor:"]]',
  'a line that begins with a role''s label is that speaker''s, without the label; any other line stays as it is, nobody''s'
);
select is(
  pg_temp.turns('["Pt: I have a cough", "Since when", {"text": "Doctor: no, the words are mine", "speaker": "patient"}]'),
  '[[1, "patient", "I have a cough"], [2, null, "Since when"], [3, "patient", "Doctor: no, the words are mine"]]',
  'so are texts of an array; a turn that names its speaker is taken at that word'
);

select tests.sign_in_as('dr-amara');
select is(
  public.begin_soap_draft(
    tests.encounter_id('dr-amara', 'alice'), p_transcript => '"Patient: I have a cough"', p_model => 'a-model', p_prompt_version => '1'
  ) -> 'transcript',
  '[{"text": "I have a cough", "sequence": 1, "speaker_role": "patient"}]', 'and the transcript is stored so'
);

select * from finish();
rollback;
