create function private.note_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select * from private.record_condition_statements(p_note_ids)
    union all select * from private.record_medication_statements(p_note_ids)
    union all select * from private.record_allergy_statements(p_note_ids)
    union all select * from private.record_history_statements(p_note_ids, 'surgical', 'procedure')
    union all select * from private.record_history_statements(p_note_ids, 'family', 'condition')
    union all select * from private.record_history_statements(p_note_ids, 'social', 'social_topic')
    union all select * from private.record_vital_statements(p_note_ids)
    union all select * from private.record_finding_statements(p_note_ids)
    union all select * from private.record_claim_statements(p_note_ids);
end;
$$;

comment on function private.note_statements(uuid[]) is
  'Everything these notes say that a record is made of, read from their own tables. The step from a note to what the fold takes.';
