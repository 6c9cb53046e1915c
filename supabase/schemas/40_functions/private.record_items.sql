create function private.record_items(p_section text, p_statements private.record_statement[])
returns table (item_key text, neighbourhood text, place text, last_confirmed text, item jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) as mark,
        lag(ordered.note_id) over (partition by ordered.item_key order by ordered.ordinal) is distinct from ordered.note_id
          as opens_note
      from private.record_in_order(p_statements) as ordered
    ),
    history as (
      select field_history.*,
        max(field_history.run) over (partition by field_history.item_key, field_history.field) as last_run,
        lag(field_history.note_id) over (
          partition by field_history.item_key, field_history.field, field_history.run order by field_history.ordinal
        ) is distinct from field_history.note_id as opens_note
      from private.record_field_history(p_statements) as field_history
    ),
    field_state as (
      select history.item_key, history.field,
        (array_agg(history.value order by history.ordinal desc))[1] as value,
        min(history.ordinal) as first_seen,
        min(history.ordinal) filter (where history.run = history.last_run) as last_changed,
        max(history.ordinal) as last_confirmed,
        jsonb_agg(history.note_id order by history.ordinal) filter (where history.run = history.last_run and history.opens_note)
          as source_notes
      from history
      group by history.item_key, history.field
    ),
    item_fields as (
      select field_state.item_key,
        max(field_state.last_changed) as last_changed,
        jsonb_object_agg(field_state.field, field_state.value) as shown,
        jsonb_object_agg(
          field_state.field,
          jsonb_build_object(
            'first_seen', first_seen.mark, 'last_changed', last_changed.mark, 'last_confirmed', last_confirmed.mark,
            'source_notes', field_state.source_notes
          )
        ) as provenance
      from field_state
      join statement as first_seen on first_seen.ordinal = field_state.first_seen
      join statement as last_changed on last_changed.ordinal = field_state.last_changed
      join statement as last_confirmed on last_confirmed.ordinal = field_state.last_confirmed
      group by field_state.item_key
    ),
    item_notes as (
      select statement.item_key,
        min(statement.neighbourhood collate "C") as neighbourhood,
        min(statement.ordinal) as first_seen,
        max(statement.ordinal) as last_confirmed,
        jsonb_agg(statement.note_id order by statement.ordinal) filter (where statement.opens_note) as source_notes,
        jsonb_agg(distinct statement.signed_by) as signed_by
      from statement
      group by statement.item_key
    )
    select item_notes.item_key, item_notes.neighbourhood, first_seen.place, left(last_confirmed.place, 56),
      item_fields.shown || jsonb_build_object(
        'id', private.record_item_id(p_section, item_notes.item_key),
        'added_from_soap_note_id', first_seen.note_id,
        'last_updated', last_confirmed.mark -> 'encounter_at',
        'provenance', jsonb_build_object(
          'first_seen', first_seen.mark, 'last_changed', last_changed.mark, 'last_confirmed', last_confirmed.mark,
          'source_notes', item_notes.source_notes, 'signed_by', item_notes.signed_by, 'fields', item_fields.provenance
        )
      )
    from item_notes
    join item_fields using (item_key)
    join statement as first_seen on first_seen.ordinal = item_notes.first_seen
    join statement as last_changed on last_changed.ordinal = item_fields.last_changed
    join statement as last_confirmed on last_confirmed.ordinal = item_notes.last_confirmed;
end;
$$;

comment on function private.record_items(text, private.record_statement[]) is
  'Items of one section, with the place of their first statement and that of the note that named them last: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';
