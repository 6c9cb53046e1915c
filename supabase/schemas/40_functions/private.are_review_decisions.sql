create function private.are_review_decisions(p_note_id uuid, p_decisions jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_decisions) is distinct from 'array' then false
    when jsonb_array_length(p_decisions) > 2000 then false
    else not exists (
      select from jsonb_array_elements(p_decisions) as decided
      where not coalesce(
        jsonb_typeof(decided) = 'object'
          and decided ->> 'decision' in ('accept', 'modify', 'reject')
          and (coalesce(decided -> 'text', 'null') = 'null' or private.is_note_text(decided -> 'text') and private.has_visible_text(decided ->> 'text'))
          and (decided ->> 'decision' <> 'modify' or decided ->> 'text' is not null)
          and exists (
            select from private.review_subjects(p_note_id) as subject
            where subject.section = decided ->> 'section' and subject.item_id = decided ->> 'id'
          ),
        false
      )
    )
  end
$$;

comment on function private.are_review_decisions(uuid, jsonb) is
  'Whether a value is [{section, id, decision: accept, modify or reject, text?}] about items of this note; modify says in text what the item should be.';
