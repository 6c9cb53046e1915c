create function private.review_decisions_of(p_note_id uuid) returns setof private.review_decisions
language sql
stable
security invoker
set search_path = ''
as $$
  with recursive line as (
    select id, amends_note_id from public.soap_notes where id = p_note_id
    union all
    select note.id, note.amends_note_id
    from line
    join public.soap_notes as note on note.id = line.amends_note_id
  )
  select decision.*
  from line
  join private.review_decisions as decision on decision.soap_note_id = line.id
$$;

comment on function private.review_decisions_of(uuid) is 'What was decided about the items of a note and of the notes it takes the place of.';
