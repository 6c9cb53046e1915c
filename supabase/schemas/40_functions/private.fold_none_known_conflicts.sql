create function private.fold_none_known_conflicts(p_note_ids uuid[], p_record jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with denied as (
      select distinct on (claim.list) claim.*
      from private.record_list_claims(p_note_ids) as claim
      where claim.state = 'none_known' and claim.list in ('conditions', 'medications', 'allergies')
      order by claim.list, claim.encounter_at desc, claim.note_id desc
    ),
    contradicted as (
      select denied.list, item.item,
        private.record_mark(denied.note_id, denied.encounter_at, denied.signed_by) as mark
      from denied
      cross join lateral jsonb_array_elements(p_record -> denied.list) as item (item)
      where item.item ->> 'clinical_status' = 'active'
        and (
          (item.item #>> '{provenance,last_confirmed,encounter_at}')::timestamptz,
          (item.item #>> '{provenance,last_confirmed,soap_note_id}')::uuid
        ) <= (denied.encounter_at, denied.note_id)
    )
    select coalesce(jsonb_agg(
      private.record_conflict(
        'none_known_after_recorded', contradicted.list, null,
        jsonb_build_array(
          (contradicted.item #> '{provenance,last_confirmed}') || jsonb_build_object(
            'item_id', contradicted.item -> 'id',
            'value', coalesce(contradicted.item -> 'allergen', contradicted.item -> 'name')
          ),
          contradicted.mark || jsonb_build_object('item_id', contradicted.item -> 'id', 'value', 'none_known')
        )
      )
      order by contradicted.list, contradicted.item ->> 'id'
    ), '[]')
    from contradicted
  );
end;
$$;

comment on function private.fold_none_known_conflicts(uuid[], jsonb) is
  'none_known_after_recorded: a note says there are none while active entries stand that no later note confirmed. The entries stay.';
