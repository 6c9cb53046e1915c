create function private.record_conflict_entry(p_found_in text, p_conflict jsonb) returns private.record_entry
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select row(
      'conflicts', p_found_in, (p_conflict ->> 'id')::uuid,
      concat_ws('|', p_conflict ->> 'section', p_conflict ->> 'kind', p_conflict ->> 'id'), null, p_conflict, null, null
    )::private.record_entry
  );
end;
$$;

comment on function private.record_conflict_entry(text, jsonb) is
  'A conflict as an entry of the record; what it was found in is its neighbourhood: section|neighbourhood, or kind|item id where it was found across lists.';
