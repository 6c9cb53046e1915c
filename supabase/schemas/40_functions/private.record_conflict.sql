create function private.record_conflict(p_kind text, p_section text, p_field text, p_sides jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'id', private.record_item_id('conflicts', jsonb_build_array(p_kind, p_section, p_field, p_sides)::text),
    'kind', p_kind,
    'section', p_section,
    'field', p_field,
    'item_ids', (select jsonb_agg(distinct side -> 'item_id') from jsonb_array_elements(p_sides) as side),
    'sides', p_sides
  );
end;
$$;

comment on function private.record_conflict(text, text, text, jsonb) is
  'One open question of the record: kind, section, field (null when it is about the item), item_ids[], sides[] {item_id, value, soap_note_id, encounter_at, signed_by}. The id comes from these and from nothing else, so it stays while the two sides do.';
