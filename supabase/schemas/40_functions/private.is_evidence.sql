create function private.is_evidence(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_value) is distinct from 'array' then false
    when jsonb_array_length(p_value) > 50 then false
    else not exists (
      select from jsonb_array_elements(p_value) as evidence
      where not coalesce(
        case
          when jsonb_typeof(evidence) <> 'object' then false
          when evidence -> 'kind' = '"transcript"' then
            evidence - '{kind,sequence,start,end,quote}'::text[] = '{}'
            and private.is_whole_number(evidence -> 'sequence', 1)
            and private.is_whole_number(evidence -> 'start', 0)
            and private.is_whole_number(evidence -> 'end', 1)
            and jsonb_typeof(evidence -> 'quote') = 'string' and evidence ->> 'quote' <> ''
          when evidence -> 'kind' = '"snapshot"' then
            evidence - '{kind,itemId}'::text[] = '{}'
            and jsonb_typeof(evidence -> 'itemId') = 'string' and evidence ->> 'itemId' <> ''
        end,
        false
      )
    )
  end
$$;

comment on function private.is_evidence(jsonb) is 'Whether a value is SoapNote Evidence[]: spans of the transcript (offsets in UTF-16 code units) and items of the snapshot, at most 50.';
