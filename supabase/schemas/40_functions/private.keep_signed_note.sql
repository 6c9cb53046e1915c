create function private.keep_signed_note() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- What happens to a note after its signature; the note itself stays as it was signed.
  c_life constant text[] := array['status', 'retracted_at', 'retracted_by', 'retraction_reason', 'merged_at', 'updated_at'];
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - c_life = to_jsonb(old) - c_life and private.is_step_of_life(old, new) then
    return new;
  end if;
  raise exception 'Cannot % SOAP note: note is %', pg_catalog.lower(tg_op), old.status using errcode = '42501';
end;
$$;

comment on function private.keep_signed_note() is
  'Trigger: what was signed never changes, for no role; the note lives on only in the steps of private.is_step_of_life().';
