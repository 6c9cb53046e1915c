create function private.refuse_change() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  raise exception 'Cannot % %: its rows never change', pg_catalog.lower(tg_op), tg_table_name using errcode = '42501';
end;
$$;

comment on function private.refuse_change() is 'Trigger: rows are added and never changed, whoever asks.';
