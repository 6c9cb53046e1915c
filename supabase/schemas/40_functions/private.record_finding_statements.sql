create function private.record_finding_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select finding.system, notes.id, notes.encounter_at, notes.signed_by, 0, finding.position, finding.id,
      jsonb_build_object('finding', finding.finding, 'status', finding.status), '{}'::jsonb, finding.section, finding.system,
      private.record_place(notes.encounter_at, notes.id, 0, finding.position, finding.id)
    from (
      select 'review_of_systems_trends' as section, reported.*
      from public.soap_subjective_review_of_systems as reported where reported.soap_note_id = any (p_note_ids)
      union all
      select 'physical_exam_findings', examined.*
      from public.soap_objective_physical_exam as examined where examined.soap_note_id = any (p_note_ids)
    ) as finding
    join public.soap_notes as notes on notes.id = finding.soap_note_id;
end;
$$;

comment on function private.record_finding_statements(uuid[]) is
  'What the notes found by body system: reported (section review_of_systems_trends) and examined (physical_exam_findings); item_key is the system.';
