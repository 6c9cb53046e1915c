create function private.draft_edits(p_note_id uuid) returns table (
  section text, drafted integer, kept integer, modified integer, removed integer, added integer
)
language sql
stable
security invoker
set search_path = ''
as $$
  with versions as (
    select draft.draft as before, private.read_soap_note(note.id) as after
    from public.soap_notes as note
    join public.soap_drafts as draft on draft.id = note.draft_id
    where note.id = p_note_id
  ),
  items as (
    select array_to_string(places.path, '.') as section,
      pair.before - 'evidence' as before,
      pair.after - 'evidence' as after
    from versions
    cross join private.soap_note_sections() as places
    cross join lateral (
      select old_item as before, new_item as after
      from jsonb_array_elements(versions.before #> places.path) as old_item
      full join jsonb_array_elements(versions.after #> places.path) as new_item on new_item ->> 'id' = old_item ->> 'id'
    ) as pair
    where places.path <> '{safetyAlerts}'
  )
  select
    section,
    count(before)::integer,
    count(*) filter (where before = after)::integer,
    count(*) filter (where before <> after)::integer,
    count(*) filter (where after is null)::integer,
    count(*) filter (where before is null)::integer
  from items
  group by section
$$;

comment on function private.draft_edits(uuid) is
  'How far a note is from the draft it was made from, per section: items drafted, and of them kept, modified and removed, and items added. modified + removed + added is the edit distance in items.';
