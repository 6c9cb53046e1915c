create function private.fold_physical_exam_findings(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with stated as (
      select findings.system,
        row_number() over (order by notes.encounter_at, notes.id, findings.position, findings.id collate "C") as ordinal,
        private.record_mark(notes.id, notes.encounter_at, notes.signed_by) || jsonb_build_object(
          'id', private.record_item_id('physical_exam_findings', notes.id || '|' || findings.id),
          'finding', findings.finding, 'status', findings.status
        ) as finding,
        rank() over (partition by findings.system order by notes.encounter_at desc, notes.id desc) as notes_ago
      from public.soap_objective_physical_exam as findings
      join public.soap_notes as notes on notes.id = findings.soap_note_id
      where findings.soap_note_id = any (p_note_ids)
    ),
    system as (
      select stated.system,
        jsonb_build_object(
          'id', private.record_item_id('physical_exam_findings', stated.system),
          'system', stated.system,
          'latest', jsonb_agg(stated.finding order by stated.ordinal) filter (where stated.notes_ago = 1),
          'series', jsonb_agg(stated.finding order by stated.ordinal)
        ) as trend
      from stated
      group by stated.system
    )
    select coalesce(jsonb_object_agg(system.system, system.trend), '{}') from system
  );
end;
$$;

comment on function private.fold_physical_exam_findings(uuid[]) is
  'Physical examination of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';
