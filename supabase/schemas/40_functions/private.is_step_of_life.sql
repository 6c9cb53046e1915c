create function private.is_step_of_life(p_old public.soap_notes, p_new public.soap_notes) returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_new.merged_at is distinct from p_old.merged_at then
    return p_old.status = 'signed' and p_new.status = 'signed' and p_old.merged_at is null
      and exists (select from public.soap_note_merges where soap_note_id = p_old.id);
  end if;
  if p_new.status = 'retracted' then
    return p_old.status in ('signed', 'amended');
  end if;
  return case p_new.status
    when 'amended' then p_old.status = 'signed' and private.note_is_amended(p_old.id)
    when 'signed' then p_old.status = 'amended' and not private.note_is_amended(p_old.id)
    else false
  end;
end;
$$;

comment on function private.is_step_of_life(public.soap_notes, public.soap_notes) is
  'Whether a signed note may go from one row to the other: merged once, and only with its row in the merge ledger; amended while an amendment of it stands, signed again when none does any more; retracted from either, for good.';
