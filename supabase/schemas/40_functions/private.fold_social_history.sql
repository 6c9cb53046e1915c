create function private.fold_social_history(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select 'social_history', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, replace(folded.item_key, ' ', '_'),
      (folded.item - 'name') || jsonb_build_object(
        'topic', folded.item -> 'name', 'status', folded.item -> 'status',
        'date', folded.item -> 'date', 'notes', folded.item -> 'notes'
      ),
      folded.last_confirmed, null::text[]
    from private.record_items('social_history', p_statements) as folded;
end;
$$;

comment on function private.fold_social_history(private.record_statement[]) is
  'Social history of the record, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';
