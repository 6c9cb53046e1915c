create function private.is_model_outcome(p_outcome jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_typeof(p_outcome) is not distinct from 'object'
    and coalesce(p_outcome ->> 'fault', 'none') ~ '^[a-z][a-z0-9_]{0,63}$'
    and coalesce(jsonb_typeof(p_outcome -> 'answer'), 'null') in ('string', 'null')
    and coalesce(length(p_outcome ->> 'answer'), 0) <= 1048576
    and not exists (
      select
      from unnest(array['input_tokens', 'cached_input_tokens', 'output_tokens', 'latency_ms']) as name
      where p_outcome ->> name is not null and not private.is_whole_number(p_outcome -> name, 0)
    )
$$;

comment on function private.is_model_outcome(jsonb) is 'Whether a value is what settle_model_call takes: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?, answer?}.';
