create function private.record_items(p_statements private.record_statement[], p_history private.record_value[])
returns setof private.record_item
language plpgsql
stable
security invoker
set search_path = ''
-- Nobody knows how long an array will be, and pairing every value with every statement is what must not happen.
set enable_nestloop = off
-- A plan that has to nest all the same would look dear enough to be compiled.
set jit = off
-- In a plan of its own an array is a constant, and finding an element means walking to it.
set plan_cache_mode = force_generic_plan
as $$
declare
  -- Marks by the number of their statement: where a value comes from is looked up here, not joined.
  v_marks text[] := array(
    select concat(
      '{"soap_note_id": "', said.note_id, '", "encounter_at": "', private.utc_text(said.encounter_at),
      '", "signed_by": "', said.signed_by, '"}'
    )
    from unnest(p_statements) with ordinality as said
    order by said.ordinality
  );
begin
  -- An item is put together as text and read once: a jsonb inside a jsonb is copied at every level.
  return query
    with field_state as (
      select history.section, history.item_key, history.field,
        max(history.ordinal) filter (where history.is_change) as last_changed,
        (array_agg(history.value order by history.ordinal))[count(*)] as value,
        concat(
          '{"first_seen": ', v_marks[min(history.ordinal)],
          ', "last_changed": ', v_marks[max(history.ordinal) filter (where history.is_change)],
          ', "last_confirmed": ', v_marks[max(history.ordinal)],
          -- The notes since the last change: what follows the last #.
          ', "source_notes": [', split_part(
            string_agg(
              concat(case when history.is_change then '#' else ', ' end, '"', (p_statements[history.ordinal]).note_id, '"'), ''
              order by history.ordinal
            ) filter (where history.is_change or history.opens_note),
            '#', -1
          ), ']}'
        ) as provenance
      from unnest(p_history) as history
      group by history.section, history.item_key, history.field
    ),
    item_fields as (
      select field_state.section, field_state.item_key,
        string_agg(concat(to_json(field_state.field), ': ', to_json(field_state.value)), ', ') as shown,
        max(field_state.last_changed) as last_changed,
        string_agg(concat(to_json(field_state.field), ': ', field_state.provenance), ', ') as provenance
      from field_state
      group by field_state.section, field_state.item_key
    ),
    told as (
      select said.section, said.item_key, said.neighbourhood, said.note_id, said.signed_by, said.ordinality as ordinal,
        lag(said.note_id) over (partition by said.section, said.item_key order by said.ordinality)
          is distinct from said.note_id as opens_note
      from unnest(p_statements) with ordinality as said
    ),
    item_notes as (
      select told.section, told.item_key, min(told.neighbourhood collate "C") as neighbourhood,
        min(told.ordinal) as first, max(told.ordinal) as last,
        string_agg(concat('"', told.note_id, '"'), ', ' order by told.ordinal) filter (where told.opens_note) as source_notes,
        json_agg(distinct told.signed_by) as signed_by
      from told
      group by told.section, told.item_key
    )
    select item_notes.section, item_notes.item_key, item_notes.neighbourhood, (p_statements[item_notes.first]).place,
      left((p_statements[item_notes.last]).place, 56),
      concat(
        '{', item_fields.shown, ', "id": "', private.record_item_id(item_notes.section, item_notes.item_key),
        '", "added_from_soap_note_id": "', (p_statements[item_notes.first]).note_id,
        '", "last_updated": "', private.utc_text((p_statements[item_notes.last]).encounter_at),
        '", "provenance": {"first_seen": ', v_marks[item_notes.first], ', "last_changed": ', v_marks[item_fields.last_changed],
        ', "last_confirmed": ', v_marks[item_notes.last], ', "source_notes": [', item_notes.source_notes,
        '], "signed_by": ', item_notes.signed_by, ', "fields": {', item_fields.provenance, '}}}'
      )::jsonb
    from item_notes
    join item_fields on item_fields.section = item_notes.section and item_fields.item_key = item_notes.item_key;
end;
$$;

comment on function private.record_items(private.record_statement[], private.record_value[]) is
  'Items of all lists, from statements in the order of the record and their private.record_field_history: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';
