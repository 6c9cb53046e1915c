create function private.fold_sections(
  p_statements private.record_statement[], p_decisions jsonb, p_conditions_meet boolean default true
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_sections text[] := array(select distinct statement.section from unnest(p_statements) as statement);
  v_claims private.record_statement[];
  v_listed private.record_statement[] := '{}';
  v_history private.record_value[];
  v_items private.record_item[];
  v_entries private.record_entry[] := '{}';
begin
  -- Who is who first, then all lists at once: a query costs more than the rows of a note do.
  if v_sections && private.record_lists() then
    v_listed := private.record_identified(p_statements, p_conditions_meet);
    v_history := array(select stated from private.record_field_history(v_listed) as stated);
    v_items := array(select folded from private.record_items(v_listed, v_history) as folded);
    v_entries := private.fold_items(v_items);
  end if;
  if 'conditions' = any (v_sections) and p_conditions_meet then
    v_entries := v_entries || private.fold_condition_conflicts(v_entries, v_listed);
  end if;
  if 'medications' = any (v_sections) then
    v_claims := array(select claim from unnest(p_statements) as claim where claim.section = 'list_states');
    v_entries := v_entries || private.fold_medications(v_items, v_listed, v_history, v_claims);
  end if;
  if 'allergies' = any (v_sections) then
    v_entries := v_entries || private.fold_allergies(v_items, v_listed);
  end if;
  if 'vital_trends' = any (v_sections) then
    v_entries := v_entries || private.fold_vital_trends(p_statements);
  end if;
  if v_sections && '{review_of_systems_trends,physical_exam_findings}' then
    v_entries := v_entries || private.fold_findings(p_statements);
  end if;
  return case p_decisions when '{}' then v_entries else private.apply_decisions(v_entries, p_decisions) end;
end;
$$;

comment on function private.fold_sections(private.record_statement[], jsonb, boolean) is
  'Entries and conflicts of every section these statements are of, each section for itself, as the decisions on its conflicts leave them. p_conditions_meet: as in private.record_identified.';
