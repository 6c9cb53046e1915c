create function private.fold_family_history(p_statements private.record_statement[]) returns setof private.record_entry
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
    from private.record_items(
      'family_history', array(select joined from private.record_join_blank(p_statements, 'relationship', 'relationship') as joined)
    ) as folded;
end;
$$;

comment on function private.fold_family_history(private.record_statement[]) is
  'Family history of the record, from statements of whole neighbourhoods: {id, condition, relationship, age_of_onset, notes, …, provenance}. The same condition in two relatives is two; one without a relative joins the only one that has one.';
