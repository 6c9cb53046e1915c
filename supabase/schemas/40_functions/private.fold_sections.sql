create function private.fold_sections(p_statements private.record_statement[], p_decisions jsonb)
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_claims private.record_statement[] := array(
    select claim from unnest(p_statements) as claim where claim.section = 'list_states'
  );
  v_listed private.record_statement[];
  v_measured private.record_statement[];
  v_history private.record_value[];
  v_items private.record_item[];
  v_section text;
begin
  -- Who is who first, then all lists at once: a query costs more than the rows of a note do.
  v_listed := array(
    select identified
    from private.record_identified(
      array(select statement from unnest(p_statements) as statement where statement.section = any (private.record_lists()))
    ) as identified
    order by identified.place collate "C"
  );
  v_measured := array(
    select statement
    from unnest(p_statements) as statement
    where statement.section in ('vital_trends', 'review_of_systems_trends', 'physical_exam_findings')
    order by statement.place collate "C"
  );
  v_history := array(select stated from private.record_field_history(v_listed) as stated);
  v_items := array(select folded from private.record_items(v_listed, v_history) as folded);
  for v_section in
    select distinct statement.section from unnest(p_statements) as statement where statement.section <> 'list_states'
  loop
    return query
      select * from private.apply_decisions(
        array(
          select entry from private.fold_statements(
            v_section, v_items,
            case when v_section = any (private.record_lists()) then v_listed else v_measured end,
            v_history, v_claims
          ) as entry
        ),
        p_decisions
      );
  end loop;
end;
$$;

comment on function private.fold_sections(private.record_statement[], jsonb) is
  'Entries and conflicts of every section these statements are of, each section for itself, as the decisions on its conflicts leave them.';
