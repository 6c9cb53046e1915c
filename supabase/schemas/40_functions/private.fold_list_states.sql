create function private.fold_list_states(p_note_ids uuid[], p_record jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with item as (
      select list.name as list, list.item #> '{provenance,last_confirmed}' as mark,
        list.item ->> 'clinical_status' is distinct from 'refuted' as counts
      from (
        select section.key as name, jsonb_path_query(section.value, '$[*]') as item
        from jsonb_each(p_record) as section
        where section.key in ('conditions', 'medications', 'allergies', 'surgical_history', 'family_history')
        union all
        select 'social_history', topic.value from jsonb_each(p_record -> 'social_history') as topic
      ) as list
    ),
    listed as (
      select item.list, bool_or(item.counts) as counts,
        (array_agg(item.mark order by item.mark ->> 'encounter_at' collate "C" desc, item.mark ->> 'soap_note_id' collate "C" desc))[1]
          as mark
      from item
      group by item.list
    ),
    denied as (
      select distinct on (claim.list) claim.list,
        private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) as mark
      from private.record_list_claims(p_note_ids) as claim
      where claim.state = 'none_known'
      order by claim.list, claim.encounter_at desc, claim.note_id desc
    )
    select jsonb_object_agg(
      lists.list,
      case
        when listed.counts then jsonb_build_object('state', 'listed') || listed.mark
        when denied.mark is not null then jsonb_build_object('state', 'none_known') || denied.mark
        when listed.mark is not null then jsonb_build_object('state', 'listed') || listed.mark
        else jsonb_build_object('state', 'not_asked', 'soap_note_id', null, 'encounter_at', null, 'signed_by', null)
      end
    )
    from unnest(array['conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history']) as lists (list)
    left join listed on listed.list = lists.list
    left join denied on denied.list = lists.list
  );
end;
$$;

comment on function private.fold_list_states(uuid[], jsonb) is
  'The three kinds of empty, per list: {state, soap_note_id, encounter_at, signed_by}, state being listed, none_known (asked, none) or not_asked, with the last note that said so. A refuted entry alone does not make a list listed against a later denial.';
