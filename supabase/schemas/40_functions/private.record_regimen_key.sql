create function private.record_regimen_key(p_item_key text, p_number integer) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return case when p_number = 1 then p_item_key else p_item_key || '|#' || p_number end;
end;
$$;

comment on function private.record_regimen_key(text, integer) is
  'Identity key of a drug''s n-th regimen; the first has the drug''s own, so that it keeps its id when a second appears.';
