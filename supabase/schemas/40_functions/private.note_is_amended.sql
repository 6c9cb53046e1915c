create function private.note_is_amended(p_note_id uuid) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  with recursive amendments as (
    select id, status from public.soap_notes where amends_note_id = p_note_id
    union all
    select note.id, note.status
    from amendments
    join public.soap_notes as note on note.amends_note_id = amendments.id
  )
  select exists (select from amendments where status in ('signed', 'amended'))
$$;

comment on function private.note_is_amended(uuid) is
  'Whether an amendment of a note stands, or one of an amendment, whatever became of those between them.';
