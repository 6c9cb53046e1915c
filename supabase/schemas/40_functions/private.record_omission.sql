create function private.record_omission(p_complete jsonb, p_last_confirmed jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select claim.mark
    from jsonb_array_elements(p_complete) with ordinality as claim (mark, place)
    where ((claim.mark ->> 'encounter_at')::timestamptz, (claim.mark ->> 'soap_note_id')::uuid)
      > ((p_last_confirmed ->> 'encounter_at')::timestamptz, (p_last_confirmed ->> 'soap_note_id')::uuid)
    order by claim.place
    limit 1
  );
end;
$$;

comment on function private.record_omission(jsonb, jsonb) is
  'The first of the notes with a complete list (private.record_complete_lists) after an item was last confirmed, and so leaving it out; null if there is none. It marks, it never removes.';
