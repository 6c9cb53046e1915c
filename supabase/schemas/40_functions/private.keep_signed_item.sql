create function private.keep_signed_item() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note_id uuid := case tg_op when 'INSERT' then new.soap_note_id else old.soap_note_id end;
  v_status text;
begin
  if tg_op = 'UPDATE' and new.soap_note_id is distinct from old.soap_note_id then
    raise exception 'Cannot update %: an item stays with its note', tg_table_name using errcode = '42501';
  end if;
  -- The share lock makes a signing wait for us or us for it: no item slips in behind a signature.
  select status into v_status from public.soap_notes where id = v_note_id for share;
  if v_status <> 'draft' then
    raise exception 'Cannot % %: note is %', pg_catalog.lower(tg_op), tg_table_name, v_status using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end;
$$;

comment on function private.keep_signed_item() is 'Trigger: the items of a note change while it is a draft, never after.';
