create function private.fold_list_states(
  p_lists text[], p_entries private.record_entry[], p_claims private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with listed as (
      select entry.section as list, bool_or(entry.item ->> 'clinical_status' is distinct from 'refuted') as counts,
        (array_agg(entry.item #> '{provenance,last_confirmed}' order by entry.last_confirmed collate "C" desc))[1] as mark
      from unnest(p_entries) as entry
      group by entry.section
    ),
    denied as (
      select distinct on (claim.facts ->> 'list') claim.facts ->> 'list' as list,
        private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) as mark
      from unnest(p_claims) as claim
      where claim.facts ->> 'claim' = 'none_known'
      order by claim.facts ->> 'list', claim.place collate "C" desc
    )
    select row(
      'list_states', lists.name, private.record_item_id('list_states', lists.name), lists.name, lists.name,
      case
        when listed.counts then jsonb_build_object('state', 'listed') || listed.mark
        when denied.mark is not null then jsonb_build_object('state', 'none_known') || denied.mark
        when listed.mark is not null then jsonb_build_object('state', 'listed') || listed.mark
        else jsonb_build_object('state', 'not_asked', 'soap_note_id', null, 'encounter_at', null, 'signed_by', null)
      end,
      null, null
    )::private.record_entry
    from unnest(p_lists) as lists (name)
    left join listed on listed.list = lists.name
    left join denied on denied.list = lists.name
  );
end;
$$;

comment on function private.fold_list_states(text[], private.record_entry[], private.record_statement[]) is
  'The three kinds of empty, per list: {state, soap_note_id, encounter_at, signed_by}, state being listed, none_known (asked, none) or not_asked, with the last note that said so. A refuted entry alone does not make a list listed against a later denial. Of a list''s entries it needs the last confirmed one, and one that is not refuted.';
