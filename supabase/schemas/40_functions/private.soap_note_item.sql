create function private.soap_note_item(p_row jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_row ->> 'measured_at' is null then p_row - '{soap_note_id,position}'::text[]
    else jsonb_set(
      p_row - '{soap_note_id,position}'::text[],
      '{measured_at}',
      to_jsonb(private.utc_text((p_row ->> 'measured_at')::timestamptz))
    )
  end
$$;

comment on function private.soap_note_item(jsonb) is 'A row of a soap_* table as the item of a SoapNote: without its place, times in UTC.';
