create function private.record_condition_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select history.soap_note_id, 0 as stage, history.position, history.id, history.name, history.icd10_code, history.status,
        history.severity, history.date as onset_date, history.notes, history.evidence
      from public.soap_subjective_history as history
      where history.kind = 'medical' and history.soap_note_id = any (p_note_ids)
      union all
      select problem.soap_note_id, 1, problem.position, problem.id, problem.diagnosis_name, problem.icd10_code, problem.status,
        problem.severity, problem.onset_date, problem.notes, problem.evidence
      from public.soap_assessment_problem_list as problem
      where problem.soap_note_id = any (p_note_ids)
    ),
    name as materialized (
      select names.name, private.record_canonical('condition', names.name) as name_key
      from (select distinct stated.name from stated) as names
    ),
    status as materialized (
      select words.status, private.record_status('condition_status', words.status) as clinical_status
      from (select distinct stated.status from stated) as words
    ),
    known as (
      select stated.*,
        jsonb_build_object(
          'name', stated.name, 'icd10', stated.icd10_code, 'status', stated.status, 'severity', stated.severity,
          'onset_date', stated.onset_date, 'notes', stated.notes
        ) as fields,
        name.name_key, status.clinical_status, icd10.code,
        coalesce('icd10:' || icd10.code, 'name:' || coalesce(name.name_key, stated.name)) as entry
      from stated
      join name on name.name = stated.name
      cross join lateral private.record_icd10(stated.icd10_code) as icd10 (code)
      left join status on status.status = stated.status
    )
    select known.entry, notes.id, notes.encounter_at,
      notes.signed_by, known.stage, known.position, known.id,
      known.fields,
      jsonb_build_object(
        'code', known.code, 'name', known.name_key,
        'ended', case when known.status ~ '\S' then coalesce(known.clinical_status, 'active') <> 'active' end
      ),
      'conditions', known.entry,
      private.record_place(notes.encounter_at, notes.id, known.stage, known.position, known.id)
    from known
    join public.soap_notes as notes on notes.id = known.soap_note_id
    where not private.is_carried_over(notes.id, 'conditions', known.evidence, known.fields)
      and (known.code is not null or not exists (
        select from private.record_synonyms as synonyms
        where synonyms.kind = 'none_known' and synonyms.term = known.name_key and synonyms.canonical in ('conditions', 'any')
      ));
end;
$$;

comment on function private.record_condition_statements(uuid[]) is
  'What the notes say about conditions, from the problem list and the medical history. item_key is the entry a row names by itself (icd10:E119 or name:diabetes) before entries are joined; facts: code, name key, ended (null when the row has no status).';
