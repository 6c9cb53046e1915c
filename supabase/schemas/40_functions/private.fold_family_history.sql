create function private.fold_family_history(p_items private.record_item[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select 'family_history', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      (folded.item - 'name') || jsonb_build_object(
        'condition', folded.item -> 'name', 'relationship', folded.item -> 'relationship',
        'age_of_onset', folded.item -> 'age_of_onset', 'notes', folded.item -> 'notes'
      ),
      folded.last_confirmed, null::text[]
    from unnest(p_items) as folded
    where folded.section = 'family_history';
end;
$$;

comment on function private.fold_family_history(private.record_item[]) is
  'Family history of the record, from items of whole neighbourhoods: {id, condition, relationship, age_of_onset, notes, …, provenance}. The same condition in two relatives is two; one without a relative joins the only one that has one.';
