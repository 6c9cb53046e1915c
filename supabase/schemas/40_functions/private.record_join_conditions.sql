create function private.record_join_conditions(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    -- An item is named and coded by the entry it is about; an entry that joined it lends everything else.
    select
      identity.item_key, entries.note_id, entries.encounter_at, entries.signed_by,
      entries.stage, entries.position, entries.row_id,
      case
        when identity.item_key = entries.item_key then entries.fields
        else entries.fields - '{name,icd10}'::text[]
      end,
      case
        when identity.candidates is null then entries.facts
        else entries.facts || jsonb_build_object('candidates', identity.candidates)
      end,
      entries.section, identity.item_key, entries.place
    from unnest(p_statements) as entries
    join private.record_condition_identity(p_statements) as identity on identity.entry = entries.item_key;
end;
$$;

comment on function private.record_join_conditions(private.record_statement[]) is
  'Condition statements keyed by the entry they join (private.record_condition_identity); of one that could join several and stands alone, facts.candidates names them.';
