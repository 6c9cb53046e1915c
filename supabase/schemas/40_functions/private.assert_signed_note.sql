create function private.assert_signed_note() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.write_assertions(array[new.id]);
  return null;
end;
$$;

comment on function private.assert_signed_note() is 'Trigger: a signature writes what the note says into the ledger of the record.';
