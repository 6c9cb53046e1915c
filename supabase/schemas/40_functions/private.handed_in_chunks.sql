create function private.handed_in_chunks(p_transcript jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with turns as (
    select to_jsonb(line) as turn, place
    from regexp_split_to_table(p_transcript #>> '{}', '\r?\n') with ordinality as lines (line, place)
    where jsonb_typeof(p_transcript) = 'string' and private.shows_text(line)
    union all
    select turn, place
    from jsonb_array_elements(case jsonb_typeof(p_transcript) when 'array' then p_transcript else '[]' end)
      with ordinality as elements (turn, place)
  )
  select coalesce(
    jsonb_agg(
      case jsonb_typeof(turn)
        when 'object' then jsonb_build_object(
          'text', turn -> 'text',
          'attendee_id', turn -> 'attendee_id',
          'speaker', coalesce(turn -> 'speaker', turn -> 'speaker_role'),
          'started_at', turn -> 'started_at'
        )
        when 'string' then case
          when private.speaker_of_label(spoken[1]) is null then jsonb_build_object('text', turn)
          else jsonb_build_object('text', spoken[2], 'speaker', spoken[1])
        end
        else jsonb_build_object('text', turn)
      end || jsonb_build_object('sequence', sequence)
      order by sequence
    ),
    '[]'
  )
  from (
    select turn, regexp_match(turn #>> '{}', '^([^:]{1,80}):\s*(\S.*)$') as spoken, row_number() over (order by place) as sequence
    from turns
  ) as numbered
$$;

comment on function private.handed_in_chunks(jsonb) is
  'A transcript handed in whole, a text (one chunk per line) or an array of turns (texts, or {text, speaker?, attendee_id?, started_at?}), as numbered chunks. A text that begins with a label of a role ("Doctor: …") is that speaker''s; the label is taken off, so that what is stored is what was said.';
