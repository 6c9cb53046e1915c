create function private.fold_surgical_history(p_items private.record_item[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select 'surgical_history', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      (folded.item - 'name') || jsonb_build_object(
        'procedure', folded.item -> 'name', 'date', folded.item -> 'date',
        'surgeon', folded.item -> 'surgeon', 'notes', folded.item -> 'notes'
      ),
      folded.last_confirmed, null::text[]
    from unnest(p_items) as folded
    where folded.section = 'surgical_history';
end;
$$;

comment on function private.fold_surgical_history(private.record_item[]) is
  'Surgical history of the record, from items of whole neighbourhoods: {id, procedure, date, surgeon, notes, …, provenance}. The same procedure on two dates is two; one without a date joins the only one that has one.';
