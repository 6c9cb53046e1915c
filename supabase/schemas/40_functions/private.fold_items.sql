create function private.fold_items(p_items private.record_item[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select row(
      folded.section, folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place,
      case folded.section when 'social_history' then replace(folded.item_key, ' ', '_') end,
      case folded.section
        when 'conditions' then
          jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
            || folded.item
            || jsonb_build_object(
              'clinical_status',
              coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
            )
        when 'surgical_history' then
          (folded.item - 'name') || jsonb_build_object(
            'procedure', folded.item -> 'name', 'date', folded.item -> 'date',
            'surgeon', folded.item -> 'surgeon', 'notes', folded.item -> 'notes'
          )
        when 'family_history' then
          (folded.item - 'name') || jsonb_build_object(
            'condition', folded.item -> 'name', 'relationship', folded.item -> 'relationship',
            'age_of_onset', folded.item -> 'age_of_onset', 'notes', folded.item -> 'notes'
          )
        else
          (folded.item - 'name') || jsonb_build_object(
            'topic', folded.item -> 'name', 'status', folded.item -> 'status',
            'date', folded.item -> 'date', 'notes', folded.item -> 'notes'
          )
      end,
      folded.last_confirmed, null
    )::private.record_entry
    from unnest(p_items) as folded
    where folded.section in ('conditions', 'surgical_history', 'family_history', 'social_history')
  );
end;
$$;

comment on function private.fold_items(private.record_item[]) is
  'Entries of the lists whose elements are their items and nothing more, of whole neighbourhoods. Conditions: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by; a word nobody knows, and none at all, read as active), severity, onset_date, notes, provenance. Surgical history: {id, procedure, date, surgeon, notes, …, provenance}. Family history: {id, condition, relationship, age_of_onset, notes, …, provenance}. Social history, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';
