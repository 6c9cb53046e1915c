create function private.record_identified(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_section record;
begin
  for v_section in
    select statement.section as name, array_agg(statement) as statements
    from unnest(p_statements) as statement
    group by statement.section
  loop
    case v_section.name
      when 'conditions' then
        return query select * from private.record_join_conditions(v_section.statements);
      when 'medications' then
        return query select * from private.record_split_regimens(
          array(select joined from private.record_join_routes(v_section.statements) as joined)
        );
      when 'surgical_history' then
        return query select * from private.record_join_blank(v_section.statements, 'date', 'date');
      when 'family_history' then
        return query select * from private.record_join_blank(v_section.statements, 'relationship', 'relationship');
      else
        return query select * from unnest(v_section.statements);
    end case;
  end loop;
end;
$$;

comment on function private.record_identified(private.record_statement[]) is
  'Statements of whole neighbourhoods with the item_key that each section gives them, over its whole set.';
