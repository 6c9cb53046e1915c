create function private.fold_sections(p_statements private.record_statement[], p_decisions jsonb)
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_claims private.record_statement[];
  v_section record;
begin
  v_claims := array(select claim from unnest(p_statements) as claim where claim.section = 'list_states');
  for v_section in
    select statement.section as name, array_agg(statement) as statements
    from unnest(p_statements) as statement
    where statement.section <> 'list_states'
    group by statement.section
  loop
    return query
      select * from private.apply_decisions(
        array(select entry from private.fold_statements(v_section.name, v_section.statements, v_claims) as entry), p_decisions
      );
  end loop;
end;
$$;

comment on function private.fold_sections(private.record_statement[], jsonb) is
  'Entries and conflicts of every section these statements are of, each section for itself, as the decisions on its conflicts leave them.';
