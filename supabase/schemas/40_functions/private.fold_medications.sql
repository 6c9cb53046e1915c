create function private.fold_medications(
  p_items private.record_item[],
  p_statements private.record_statement[],
  p_history private.record_value[],
  p_claims private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_complete jsonb := case cardinality(p_claims) when 0 then '[]' else private.record_complete_lists(p_claims, 'medications') end;
  v_entries private.record_entry[];
begin
  v_entries := array(
    select row(
      'medications', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      jsonb_build_object(
        'dose', null, 'frequency', null, 'route', null, 'duration', null, 'indication', null, 'status', null,
        'rxnorm_code', null
      )
        || folded.item
        || jsonb_build_object(
          'clinical_status',
          coalesce(private.record_status('medication_status', folded.item ->> 'status'), 'active'),
          'dosing_history', coalesce(dosing.dosing_history, '[]'),
          'carried_fields', coalesce(carried.carried_fields, '[]'),
          'carried_from', coalesce(
            (
              select jsonb_object_agg(field, folded.item #> array['provenance', 'fields', field, 'last_confirmed'])
              from jsonb_array_elements_text(carried.carried_fields) as field
            ),
            '{}'
          ),
          'omitted_from_complete_list',
          case when v_complete <> '[]' then private.record_omission(v_complete, folded.item #> '{provenance,last_confirmed}') end
        ),
      folded.last_confirmed, private.record_substances_of(folded.neighbourhood)
    )::private.record_entry
    from unnest(p_items) as folded
    left join private.record_dosing_history(p_statements, p_history) as dosing on dosing.item_key = folded.item_key
    left join private.record_carried_fields(p_statements, p_history) as carried on carried.item_key = folded.item_key
    where folded.section = 'medications'
  );

  return v_entries || private.fold_medication_conflicts(v_entries, p_statements, p_history);
end;
$$;

comment on function private.fold_medications(
  private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]
) is
  'Medications of the record, from items, statements and field history of whole neighbourhoods and the claims of list_states: id, name, dose, frequency, route, duration, indication, rxnorm_code, status (the last note''s own word), clinical_status (active, on_hold, discontinued, completed, entered_in_error: what readers filter by), dosing_history[], carried_fields[] with carried_from {field: {soap_note_id, encounter_at, signed_by}}, omitted_from_complete_list (the later note that attested a complete list without it, else null), provenance; and their conflicts. An unmentioned drug stays: omission is not discontinuation.';
