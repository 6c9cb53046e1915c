create function private.fold_entries(p_note_ids uuid[], p_decisions jsonb) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_statements private.record_statement[];
  v_claims private.record_statement[];
  v_entries private.record_entry[];
begin
  v_statements := array(select statement from private.note_statements(p_note_ids) as statement);
  v_claims := array(select claim from unnest(v_statements) as claim where claim.section = 'list_states');
  v_entries := private.fold_sections(v_statements, p_decisions);
  return query
    select * from unnest(v_entries)
    union all
    select crossed.*
    from (
      select * from private.fold_drug_allergy_conflicts(v_entries)
      union all
      select * from private.fold_none_known_conflicts(v_entries, v_claims)
    ) as crossed
    where not p_decisions ? crossed.id::text
    union all
    select * from unnest(private.fold_list_states(private.record_lists(), v_entries, v_claims))
    union all
    select * from private.fold_metadata(p_note_ids);
end;
$$;

comment on function private.fold_entries(uuid[], jsonb) is
  'Every element of the record that these notes and decisions make, folded at once from the notes'' own tables.';
