create function private.fold_family_history(p_note_ids uuid[]) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    (folded.item - 'name') || jsonb_build_object(
      'condition', folded.item -> 'name', 'relationship', folded.item -> 'relationship',
      'age_of_onset', folded.item -> 'age_of_onset', 'notes', folded.item -> 'notes'
    )
    order by folded.first_ordinal
  ), '[]')
  from private.record_items(
    'family_history',
    array(
      select joined from private.record_join_blank(
        array(select statements from private.record_history_statements(p_note_ids, 'family', 'condition') as statements),
        'relationship', 'relationship'
      ) as joined
    )
  ) as folded
$$;

comment on function private.fold_family_history(uuid[]) is
  'Family history of the record: items[] {id, condition, relationship, age_of_onset, notes, …, provenance}. The same condition in two relatives is two; one without a relative joins the only one that has one.';
