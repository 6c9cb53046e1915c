create function private.conflict_patch(p_kind text, p_sides jsonb, p_decision text, p_value jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  -- Of more than two sides no one is the earlier.
  v_earlier jsonb := case jsonb_array_length(p_sides) when 2 then p_sides #> '{0,value}' end;
  v_later jsonb := p_sides #> '{-1,value}';
begin
  return case p_kind || ' ' || p_decision
    when 'lower_allergy_severity accept' then
      jsonb_build_object('severity', v_later, 'severity_source', (p_sides -> -1) - '{item_id,value}'::text[])
    when 'lower_allergy_severity reject' then '{}'
    when 'lower_allergy_severity modify' then
      case when p_value <@ '["mild", "moderate", "severe", "life_threatening", "unknown"]' and jsonb_typeof(p_value) = 'string'
        then jsonb_build_object('severity', p_value, 'severity_source', null) end
    when 'reported_after_refutation accept' then private.status_patch(v_later)
    when 'reported_after_refutation reject' then private.status_patch(v_earlier)
    when 'reported_after_refutation modify' then
      case when p_value <@ '["active", "inactive", "refuted"]' and jsonb_typeof(p_value) = 'string'
        then private.status_patch(p_value) end
    when 'same_day_doses accept' then jsonb_build_object('dose', v_later)
    when 'same_day_doses reject' then case when v_earlier is not null then jsonb_build_object('dose', v_earlier) end
    when 'same_day_doses modify' then
      case when private.is_note_text(p_value) then jsonb_build_object('dose', p_value) end
    when 'incomplete_regimen accept' then '{"carried_fields": []}'
    when 'incomplete_regimen modify' then private.regimen_patch(p_value)
    when 'drug_allergy accept' then '{}'
    when 'none_known_after_recorded reject' then '{}'
    when 'ambiguous_identity reject' then '{}'
  end;
end;
$$;

comment on function private.conflict_patch(text, jsonb, text, jsonb) is
  'What a decision sets on the item it is about; null when this kind of conflict is not decided so, or not by this value. What no decision can say is said by a note: that a drug is stopped, an allergy refuted, a condition is another''s.';
