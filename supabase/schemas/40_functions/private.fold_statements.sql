create function private.fold_statements(
  p_section text,
  p_items private.record_item[],
  p_statements private.record_statement[],
  p_history private.record_value[],
  p_claims private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  case p_section
    when 'conditions' then return query select * from private.fold_conditions(p_items, p_statements);
    when 'medications' then return query select * from private.fold_medications(p_items, p_statements, p_history, p_claims);
    when 'allergies' then return query select * from private.fold_allergies(p_items, p_statements);
    when 'surgical_history' then return query select * from private.fold_surgical_history(p_items);
    when 'family_history' then return query select * from private.fold_family_history(p_items);
    when 'social_history' then return query select * from private.fold_social_history(p_items);
    when 'vital_trends' then return query select * from private.fold_vital_trends(p_statements);
    else return query select * from private.fold_findings(p_section, p_statements);
  end case;
end;
$$;

comment on function private.fold_statements(
  text, private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]
) is
  'Entries and conflicts of one section, from what all sections share: items, statements in the order of the record and their field history, of whole neighbourhoods; and the claims of list_states.';
