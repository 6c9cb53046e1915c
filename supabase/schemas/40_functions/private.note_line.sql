create function private.note_line(p_note_id uuid) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
  with recursive line as (
    select id, amends_note_id, 1 as place from public.soap_notes where id = p_note_id
    union all
    select note.id, note.amends_note_id, line.place + 1
    from line
    join public.soap_notes as note on note.id = line.amends_note_id
  )
  select coalesce(array_agg(id order by place), '{}') from line
$$;

comment on function private.note_line(uuid) is 'A note and the notes it takes the place of, one after the other, itself first; {} where there is no such note.';
