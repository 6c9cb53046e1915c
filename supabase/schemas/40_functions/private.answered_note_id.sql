create function private.answered_note_id(p_object_kind text, p_answer jsonb) returns uuid
language sql
immutable
security invoker
set search_path = ''
as $$
  select case when p_object_kind = 'note' then (p_answer ->> 'soapNoteId')::uuid end
$$;

comment on function private.answered_note_id(text, jsonb) is
  'The note an answer is about, for the call that named it by one of its items.';
