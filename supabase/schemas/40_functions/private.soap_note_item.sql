create function private.soap_note_item(p_row jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_row ->> 'measured_at' is null then item
    else jsonb_set(item, '{measured_at}', to_jsonb(private.utc_text((p_row ->> 'measured_at')::timestamptz)))
  end
  from (select private.plain_code(p_row - '{soap_note_id,position,dismissed_by,dismissed_at}'::text[])) as plain (item)
$$;

comment on function private.soap_note_item(jsonb) is 'A row of a soap_* table as the item of a SoapNote: without its place and what stands beside the note, times in UTC.';
