-- Helpers the tests share: notes and drafts. Repeatable; the last line tells pg_prove that nothing is tested here.
create schema if not exists tests;

-- A SoapNote with one item in every section, every field said.
create or replace function tests.full_note() returns jsonb
language sql
immutable
set search_path = ''
as $$
  select '{
    "schemaVersion": "1",
    "subjective": {
      "chiefComplaint": {"id": "cc", "description": "Headaches", "evidence": [{"kind": "transcript", "sequence": 1, "start": 0, "end": 9, "quote": "Headaches"}]},
      "hpi": [
        {"id": "h2", "element": "duration", "description": "six weeks", "evidence": []},
        {"id": "h1", "element": "narrative", "description": "worse in the morning", "evidence": []}
      ],
      "reviewOfSystems": [{"id": "r1", "system": "neurological", "finding": "no weakness", "status": "negative", "evidence": []}],
      "history": [{"id": "y1", "kind": "surgical", "name": "Appendectomy", "icd10_code": "Z90.49", "status": "past", "severity": "mild", "date": "2010", "relationship": "self", "age_of_onset": "42", "surgeon": "Dr. Example", "notes": "open", "evidence": []}],
      "medications": [{"id": "m1", "medication_name": "Ibuprofen", "dose": "400 mg", "route": "oral", "frequency": "as needed", "duration": "weeks", "indication": "headache", "status": "active", "rxnorm_code": "5640", "evidence": []}],
      "allergies": [{"id": "a1", "allergen": "Penicillin", "reaction": "rash", "severity": "moderate", "status": "active", "evidence": [{"kind": "snapshot", "itemId": "x"}]}],
      "listStates": {"allergies": "listed", "medications": {"state": "listed", "complete": true, "evidence": []}}
    },
    "objective": {
      "vitalSigns": [{"id": "v1", "vital_name": "Blood pressure", "vital_value": "128/82", "unit": "mm[Hg]", "loinc_code": "85354-9", "measured_at": "2026-12-01T14:05:00.5Z", "evidence": []}],
      "physicalExam": [{"id": "e1", "system": "eyes", "finding": "discs sharp", "status": "normal", "evidence": []}],
      "diagnostics": [{"id": "d1", "test_name": "Potassium", "result_value": "4.1", "unit": "mmol/L", "interpretation": "normal", "loinc_code": "2823-3", "date": "2026-11", "evidence": []}]
    },
    "assessment": {"problems": [{"id": "p1", "diagnosis_name": "Hypertension", "icd10_code": "I10", "status": "stable", "severity": "moderate", "onset_date": "2026-03", "notes": "at goal", "evidence": []}]},
    "plan": {
      "medications": [{"id": "m1", "medication_name": "Lisinopril", "dose": "20 mg", "route": "oral", "frequency": "once daily", "duration": null, "indication": null, "status": "increased", "rxnorm_code": null, "evidence": []}],
      "items": [{"id": "i1", "category": "follow_up", "description": "Review", "due": "3 months", "evidence": []}]
    },
    "safetyAlerts": [{"id": "s1", "alert_type": "interaction", "severity": "warning", "message": "NSAID with ACE inhibitor", "status": "open", "dismissed_reason": null, "evidence": []}],
    "coding": [{"id": "k1", "code_system": "ICD-10-CM", "code": "I10", "description": "Essential hypertension", "evidence": []}],
    "meta": {
      "encounterId": null, "appointmentId": null, "snapshotId": null, "recordVersion": null, "transcriptSha256": null,
      "model": "a-model", "promptVersion": "1", "disclaimer": "For review", "fallback_reason": "none",
      "aiFlags": {"missing_critical_info": ["weight"], "needs_clinician_confirmation": [{"itemId": "m1", "reason": "dose", "evidence": []}]}
    }
  }'::jsonb
$$;

-- Saves a note as the caller and answers its id; a refusal is no id, and so an error. An older release answers a uuid.
create or replace function tests.save_note(p_encounter_id uuid, p_note jsonb, p_expected_revision integer default null) returns uuid
language sql
volatile
set search_path = ''
as $$
  select (to_jsonb(public.save_soap_note(p_encounter_id, p_note, p_expected_revision)) #>> '{}')::uuid
$$;

-- A transcript of one line, and what begin_soap_draft answers on it; the caller is signed in.
create or replace function tests.begin_draft(p_encounter_id uuid, p_model text default 'a-model') returns jsonb
language sql
volatile
as $$
  select public.begin_soap_draft(
    p_encounter_id, p_transcript => '"Headaches for six weeks"', p_model => p_model, p_prompt_version => '1'
  )
$$;

-- The lease of a draft, whoever holds it.
create or replace function tests.lease_id(p_draft_id uuid) returns uuid
language sql
volatile
security definer
set search_path = ''
as $$
  select lease_id from public.soap_drafts where id = p_draft_id
$$;

-- What the draft worker's key is answered to a call; whoever is signed in stays it.
create or replace function tests.call_as_worker(p_call text, p_claims jsonb default '{"role": "service_role"}') returns jsonb
language plpgsql
volatile
as $$
declare
  v_role text := current_setting('role');
  v_claims text := current_setting('request.jwt.claims', true);
  v_answer jsonb;
begin
  perform set_config('request.jwt.claims', p_claims::text, true), set_config('role', 'service_role', true);
  execute 'select ' || p_call into v_answer;
  perform set_config('request.jwt.claims', v_claims, true), set_config('role', v_role, true);
  return v_answer;
end;
$$;

create or replace function tests.claim_draft(p_draft_id uuid) returns jsonb
language sql
volatile
as $$
  select tests.call_as_worker(format('public.claim_soap_draft(%L)', p_draft_id))
$$;

create or replace function tests.advance_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language sql
volatile
as $$
  select tests.call_as_worker(format('public.advance_soap_draft(%L, %L, %L)', p_draft_id, p_lease_id, p_phase))
$$;

-- Completes a draft, as whoever holds its lease where none is named.
create or replace function tests.complete_draft(
  p_draft_id uuid, p_note jsonb default tests.full_note(), p_lease_id uuid default null
) returns jsonb
language sql
volatile
as $$
  select tests.call_as_worker(
    format('public.complete_soap_draft(%L, %L, %L)', p_draft_id, p_note, coalesce(p_lease_id, tests.lease_id(p_draft_id)))
  )
$$;

-- A draft of an encounter of the provider who is signed in, begun and completed.
create or replace function tests.draft(p_encounter_id uuid, p_note jsonb default tests.full_note(), p_model text default 'a-model')
returns jsonb
language sql
volatile
as $$
  select tests.complete_draft((tests.begin_draft(p_encounter_id, p_model) ->> 'draft_id')::uuid, p_note)
$$;

create or replace function tests.reserve_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language sql
volatile
as $$
  select tests.call_as_worker(
    format('public.reserve_model_call(%L, %L, %L, %L)', p_draft_id, p_lease_id, p_prompt_sha256, p_tokens)
  )
$$;

-- The lease a call was reserved on.
create or replace function tests.call_lease_id(p_draft_id uuid, p_attempt integer) returns uuid
language sql
volatile
security definer
set search_path = ''
as $$
  select lease_id from private.model_calls where draft_id = p_draft_id and attempt = p_attempt
$$;

-- Settles a call, as who reserved it where no lease is named.
create or replace function tests.settle_call(p_draft_id uuid, p_attempt integer, p_outcome jsonb, p_lease_id uuid default null)
returns jsonb
language sql
volatile
as $$
  select tests.call_as_worker(
    format(
      'public.settle_model_call(%L, %L, %L, %L)', p_draft_id, coalesce(p_lease_id, tests.call_lease_id(p_draft_id, p_attempt)),
      p_attempt, p_outcome
    )
  )
$$;

-- Lets time pass for a draft: its lease runs out, and with a deadline its deadline too.
create or replace function tests.let_lease_run_out(p_draft_id uuid, p_deadline boolean default false) returns void
language sql
volatile
security definer
set search_path = ''
as $$
  update public.soap_drafts
  set
    lease_until = now() - interval '1 second',
    deadline_at = case when p_deadline then now() - interval '1 second' else deadline_at end
  where id = p_draft_id
$$;

create or replace function tests.note_revision(p_encounter_id uuid) returns integer
language sql
volatile
security definer
set search_path = ''
as $$
  select revision from public.soap_notes where encounter_id = p_encounter_id and status = 'draft'
$$;

-- The encounter's provider, signed in, accepts everything that keeps its note from being signed.
create or replace function tests.accept_all(p_encounter_id uuid) returns jsonb
language plpgsql
volatile
as $$
declare
  v_revision integer := tests.note_revision(p_encounter_id);
  v_open jsonb := public.review_soap_draft(p_encounter_id, v_revision, '[]') -> 'open';
begin
  return public.review_soap_draft(
    p_encounter_id, v_revision,
    (select coalesce(jsonb_agg((item - 'content') || '{"decision": "accept"}'), '[]') from jsonb_array_elements(v_open) as item)
  );
end;
$$;

-- Lets time pass since a draft was completed, as no update of a completed draft may.
create or replace function tests.let_draft_age(p_draft_id uuid, p_by interval) returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  alter table public.soap_drafts disable trigger keep_draft_forward;
  update public.soap_drafts set completed_at = completed_at - p_by where id = p_draft_id;
  alter table public.soap_drafts enable trigger keep_draft_forward;
end;
$$;

-- The model calls of a draft: [[attempt, state, tokens they count]].
create or replace function tests.model_calls(p_draft_id uuid) returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select jsonb_agg(jsonb_build_array(attempt, state, private.model_call_tokens(call)) order by attempt)
  from private.model_calls as call
  where draft_id = p_draft_id
$$;

-- Calls of a draft's model that failed at this moment, numbered far beyond the draft's own.
create or replace function tests.past_model_calls(p_draft_id uuid, p_count integer, p_fault text, p_at timestamptz) returns void
language sql
volatile
security definer
set search_path = ''
as $$
  insert into private.model_calls
    (draft_id, attempt, provider_id, facility_name, model, prompt_version, prompt_sha256, state, reserved_tokens, fault, started_at, settled_at)
  select id, 1000 * p_count + n, created_by, '', model, prompt_version, repeat('0', 64), 'failed', 1, p_fault, p_at, p_at
  from public.soap_drafts, generate_series(1, p_count) as n
  where id = p_draft_id
$$;

-- Lets time pass for every model call.
create or replace function tests.age_model_calls(p_by interval) returns void
language sql
volatile
security definer
set search_path = ''
as $$
  update private.model_calls set started_at = started_at - p_by, settled_at = settled_at - p_by
$$;

-- A SoapNote without what the server decides.
create or replace function tests.without_identity(p_note jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_set(
    p_note, '{meta}', (p_note -> 'meta') - '{encounterId,appointmentId,snapshotId,recordVersion,transcriptSha256,demographics,disclaimer}'::text[]
  )
$$;

grant execute on all functions in schema tests to anon, authenticated, service_role;

select '1..0 # SKIP helpers';
