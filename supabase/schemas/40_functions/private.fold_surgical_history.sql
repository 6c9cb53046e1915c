create function private.fold_surgical_history(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    (folded.item - 'name') || jsonb_build_object(
      'procedure', folded.item -> 'name', 'date', folded.item -> 'date',
      'surgeon', folded.item -> 'surgeon', 'notes', folded.item -> 'notes'
    )
    order by folded.first_ordinal
  ), '[]')
  from private.record_items(
    'surgical_history',
    array(
      select joined from private.record_join_blank(
        array(select statements from private.record_history_statements(p_note_ids, 'surgical', 'procedure') as statements),
        'date', 'date'
      ) as joined
    )
  ) as folded
$$;

comment on function private.fold_surgical_history(uuid[]) is
  'Surgical history of the record: items[] {id, procedure, date, surgeon, notes, …, provenance}. The same procedure on two dates is two; one without a date joins the only one that has one.';
