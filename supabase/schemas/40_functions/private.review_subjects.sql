create function private.review_subjects(p_note_id uuid) returns table (section text, item_id text, content jsonb)
language sql
stable
security invoker
set search_path = ''
as $$
  with note as (
    select private.read_soap_note(p_note_id) as content
  ),
  drafted as (
    select draft.draft as content
    from public.soap_notes as note
    join public.soap_drafts as draft on draft.id in (note.draft_id, (private.latest_draft(note.encounter_id)).id)
    where note.id = p_note_id
  )
  select array_to_string(places.path, '.'), item ->> 'id', item
  from note
  cross join private.soap_note_sections() as places
  cross join lateral jsonb_array_elements(note.content #> places.path) as item
  union all
  select 'subjective.chiefComplaint', note.content #>> '{subjective,chiefComplaint,id}', note.content #> '{subjective,chiefComplaint}'
  from note
  where note.content #> '{subjective,chiefComplaint}' <> 'null'
  -- What a draft asked stays asked, whatever a client saves, and whether the note or the draft was there first.
  union
  select 'confirmation', left(private.sha256_hex(subject), 16), subject
  from (select content from note union all select content from drafted) as versions
  cross join lateral jsonb_array_elements(content #> '{meta,aiFlags,needs_clinician_confirmation}') as flag
  cross join lateral jsonb_build_object('itemId', flag -> 'itemId', 'reason', flag -> 'reason') as subject
$$;

comment on function private.review_subjects(uuid) is
  'Everything a clinician can decide about a note: its items by section and id, and what it, the draft it was made from and the encounter''s last draft asked to be confirmed (section confirmation, an id made of what is asked).';
