create function private.fold_social_history(p_items private.record_item[]) returns setof private.record_entry
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
    from unnest(p_items) as folded
    where folded.section = 'social_history';
end;
$$;

comment on function private.fold_social_history(private.record_item[]) is
  'Social history of the record, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';
