create function private.record_items(p_statements private.record_statement[], p_history private.record_value[])
returns setof private.record_item
language plpgsql
stable
security invoker
set search_path = ''
-- Nobody knows how long an array will be, and pairing every value with every statement is what must not happen.
set enable_nestloop = off
as $$
begin
  -- An item is put together as text and read once: a jsonb inside a jsonb is copied at every level.
  return query
    with statement as materialized (
      select said.section, said.item_key, said.neighbourhood, said.place, said.ordinality as ordinal, said.note_id,
        said.encounter_at, said.signed_by,
        private.record_mark(said.note_id, said.encounter_at, said.signed_by)::text as mark
      from unnest(p_statements) with ordinality as said
    ),
    stated as (
      select history.*, statement.note_id, statement.mark,
        min(history.ordinal) over field as first_seen,
        max(history.ordinal) filter (where history.is_change) over field as last_changed,
        max(history.ordinal) over field as last_confirmed
      from unnest(p_history) as history
      join statement on statement.ordinal = history.ordinal
      window field as (partition by history.section, history.item_key, history.field)
    ),
    field_state as (
      select stated.section, stated.item_key, stated.field, stated.last_changed,
        max(stated.value) filter (where stated.ordinal = stated.last_confirmed) as value,
        max(stated.mark) filter (where stated.ordinal = stated.last_changed) as changed_mark,
        concat(
          '{"first_seen": ', max(stated.mark) filter (where stated.ordinal = stated.first_seen),
          ', "last_changed": ', max(stated.mark) filter (where stated.ordinal = stated.last_changed),
          ', "last_confirmed": ', max(stated.mark) filter (where stated.ordinal = stated.last_confirmed),
          ', "source_notes": ', json_agg(stated.note_id order by stated.ordinal) filter (
            where stated.ordinal = stated.last_changed or stated.ordinal > stated.last_changed and stated.opens_note
          ), '}'
        ) as provenance
      from stated
      group by stated.section, stated.item_key, stated.field, stated.last_changed
    ),
    item_fields as (
      select field_state.section, field_state.item_key,
        string_agg(concat(to_json(field_state.field), ': ', to_json(field_state.value)), ', ') as shown,
        (array_agg(field_state.changed_mark order by field_state.last_changed desc))[1] as last_changed,
        string_agg(concat(to_json(field_state.field), ': ', field_state.provenance), ', ') as provenance
      from field_state
      group by field_state.section, field_state.item_key
    ),
    told as (
      select statement.*,
        lag(statement.note_id) over (partition by statement.section, statement.item_key order by statement.ordinal)
          is distinct from statement.note_id as opens_note
      from statement
    ),
    item_notes as (
      select told.section, told.item_key,
        min(told.neighbourhood collate "C") as neighbourhood,
        (array_agg(told.place order by told.ordinal))[1] as first_place,
        (array_agg(told.place order by told.ordinal desc))[1] as last_place,
        (array_agg(told.mark order by told.ordinal))[1] as first_seen,
        (array_agg(told.mark order by told.ordinal desc))[1] as last_confirmed,
        json_agg(told.note_id order by told.ordinal) filter (where told.opens_note) as source_notes,
        json_agg(distinct told.signed_by) as signed_by
      from told
      group by told.section, told.item_key
    )
    select item_notes.section, item_notes.item_key, item_notes.neighbourhood, item_notes.first_place,
      left(item_notes.last_place, 56),
      concat(
        '{', item_fields.shown, ', "id": "', private.record_item_id(item_notes.section, item_notes.item_key),
        '", "added_from_soap_note_id": ', item_notes.source_notes -> 0,
        ', "last_updated": ', item_notes.last_confirmed::json -> 'encounter_at',
        ', "provenance": {"first_seen": ', item_notes.first_seen, ', "last_changed": ', item_fields.last_changed,
        ', "last_confirmed": ', item_notes.last_confirmed, ', "source_notes": ', item_notes.source_notes,
        ', "signed_by": ', item_notes.signed_by, ', "fields": {', item_fields.provenance, '}}}'
      )::jsonb
    from item_notes
    join item_fields on item_fields.section = item_notes.section and item_fields.item_key = item_notes.item_key;
end;
$$;

comment on function private.record_items(private.record_statement[], private.record_value[]) is
  'Items of all lists, from statements in the order of the record and their private.record_field_history: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';
