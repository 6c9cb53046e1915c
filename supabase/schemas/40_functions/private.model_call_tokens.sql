create function private.model_call_tokens(p_call private.model_calls) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_call.input_tokens is not null
    then least(p_call.input_tokens::bigint + coalesce(p_call.output_tokens, 0), p_call.reserved_tokens)::integer
    when p_call.state = 'failed' and p_call.fault ~ '^(http_[45]|unreachable)' then 0
    else p_call.reserved_tokens
  end
$$;

comment on function private.model_call_tokens(private.model_calls) is
  'What a call counts against budgets: the tokens it was billed, as far as they were reserved, so that no count of a model''s side can use up more; nothing where the model''s side refused or was never reached; else its whole reservation, since nobody knows.';
