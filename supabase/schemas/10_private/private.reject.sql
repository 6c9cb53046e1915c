create function private.reject(p_code text, p_sentence text) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || private.http_status(p_code),
    message = p_sentence,
    hint = p_code;
end;
$$;

comment on function private.reject(text, text) is
  'Refuses where work must be undone: raises PTnnn, which PostgREST turns into HTTP status nnn, with the code as hint.';
