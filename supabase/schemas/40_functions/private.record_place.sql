create function private.record_place(
  p_encounter_at timestamptz, p_note_id uuid, p_stage integer, p_position integer, p_row_id text
) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- A position may be negative, and a text sorts by its first character.
  return to_char(p_encounter_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || p_note_id || p_stage
    || lpad((p_position::bigint + 2147483648)::text, 10, '0') || p_row_id;
end;
$$;

comment on function private.record_place(timestamptz, uuid, integer, integer, text) is
  'Place of a statement in the one order of the record, as a text that sorts by its bytes: encounter time, note id, stage, position, row. Its first 56 characters are the place of the note.';
