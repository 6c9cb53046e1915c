create function private.fold_social_history(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(
    replace(folded.item_key, ' ', '_'),
    (folded.item - 'name') || jsonb_build_object(
      'topic', folded.item -> 'name', 'status', folded.item -> 'status',
      'date', folded.item -> 'date', 'notes', folded.item -> 'notes'
    )
  ), '{}')
  from private.record_items(
    'social_history',
    array(select statements from private.record_history_statements(p_note_ids, 'social', 'social_topic') as statements)
  ) as folded
$$;

comment on function private.fold_social_history(uuid[]) is
  'Social history of the record, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';
