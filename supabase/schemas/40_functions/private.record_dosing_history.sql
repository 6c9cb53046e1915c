create function private.record_dosing_history(p_statements private.record_statement[], p_history private.record_value[])
returns table (item_key text, dosing_history jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select ordered.item_key,
      jsonb_agg(
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by)
          || jsonb_build_object('said', case ordered.stage when 0 then 'reported' else 'planned' end)
          || (ordered.fields - '{name,indication,rxnorm_code}'::text[])
        order by ordered.ordinality
      )
    from unnest(p_statements) with ordinality as ordered
    where ordered.ordinality in (
      select history.ordinal from unnest(p_history) as history
      where history.section = 'medications' and history.is_change
        and history.field in ('dose', 'frequency', 'route', 'duration', 'status')
    )
    group by ordered.item_key;
end;
$$;

comment on function private.record_dosing_history(private.record_statement[], private.record_value[]) is
  'Per medication every statement that changed it, as the note had it, nulls included: {dose, frequency, route, duration, status, said (reported or planned), soap_note_id, encounter_at, signed_by}.';
