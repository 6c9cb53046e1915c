create function private.record_notes_at(p_patient_id uuid, p_sequence integer) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
  with present as (
    select note.id, note.encounter_at, note.amends_note_id
    from private.record_events as merge
    join public.soap_notes as note on note.id = merge.soap_note_id
    where merge.patient_id = p_patient_id and merge.kind = 'merge' and merge.sequence <= p_sequence
      and not exists (
        select from private.record_events as retraction
        where retraction.soap_note_id = merge.soap_note_id and retraction.kind = 'retraction'
          and retraction.sequence <= p_sequence
      )
  ),
  amended as (
    select unnest((private.note_line(id))[2:]) as id from present where amends_note_id is not null
  )
  select coalesce(array_agg(present.id order by present.encounter_at, present.id), '{}')
  from present
  where present.id not in (select id from amended)
$$;

comment on function private.record_notes_at(uuid, integer) is
  'The notes a version of a patient''s record was made from: merged by then, not retracted by then, and not amended by one that was there, were those between them retracted or not.';
