create function private.record_claim_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with row_of_list as (
      select soap_note_id, position, 'allergy:' || id as row_id, 'allergies' as list, allergen as words
      from public.soap_subjective_allergies where soap_note_id = any (p_note_ids)
      union all
      select soap_note_id, position, 'reported:' || id, 'medications', medication_name
      from public.soap_subjective_medications where soap_note_id = any (p_note_ids)
      union all
      select soap_note_id, position, 'planned:' || id, 'medications', medication_name
      from public.soap_plan_medication where soap_note_id = any (p_note_ids)
      union all
      select soap_note_id, position, 'problem:' || id, 'conditions', diagnosis_name
      from public.soap_assessment_problem_list
      where soap_note_id = any (p_note_ids) and private.record_icd10(icd10_code) is null
      union all
      select soap_note_id, position, 'history:' || id, case kind when 'medical' then 'conditions' else kind || '_history' end, name
      from public.soap_subjective_history
      where soap_note_id = any (p_note_ids) and (kind <> 'medical' or private.record_icd10(icd10_code) is null)
    ),
    claim as (
      select notes.id as note_id, 0 as stage, 0 as position, stated.key as row_id, stated.key as list,
        case jsonb_typeof(stated.value) when 'string' then stated.value #>> '{}' else stated.value ->> 'state' end as claim
      from public.soap_notes as notes
      cross join lateral jsonb_each(notes.list_states) as stated
      where notes.id = any (p_note_ids)
      union all
      select notes.id, 1, 0, stated.key, stated.key, 'complete'
      from public.soap_notes as notes
      cross join lateral jsonb_each(notes.list_states) as stated
      where notes.id = any (p_note_ids) and stated.value -> 'complete' = 'true'
      union all
      select row_of_list.soap_note_id, 2, row_of_list.position, row_of_list.row_id, row_of_list.list, 'none_known'
      from row_of_list
      where exists (
        select from private.record_synonyms as denial
        where denial.kind = 'none_known' and denial.term = private.record_key(row_of_list.words)
          and denial.canonical in (row_of_list.list, 'any')
      )
    )
    select claim.list || ':' || claim.claim, notes.id, notes.encounter_at, notes.signed_by, claim.stage, claim.position,
      claim.row_id, '{}'::jsonb, jsonb_build_object('list', claim.list, 'claim', claim.claim),
      'list_states', claim.list || ':' || claim.claim,
      private.record_place(notes.encounter_at, notes.id, claim.stage, claim.position, claim.row_id)
    from claim
    join public.soap_notes as notes on notes.id = claim.note_id
    where claim.claim in ('none_known', 'complete');
end;
$$;

comment on function private.record_claim_statements(uuid[]) is
  'What notes claim about whole lists, from their list_states and from rows that deny a list ("NKDA", "no current medications"). item_key: list:claim; none_known: asked, there are none; complete: the note attests that its list lacks nothing.';
