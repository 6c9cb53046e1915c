create function private.record_field_history(p_statements private.record_statement[]) returns setof private.record_value
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with named as (
      select statement.section, statement.item_key, statement.ordinality, statement.note_id, statement.fields,
        max(private.record_severity_rank(statement.fields ->> 'severity')) over (
          partition by statement.section, statement.item_key
          order by statement.ordinality rows between unbounded preceding and 1 preceding
        ) as worst_before
      from unnest(p_statements) with ordinality as statement
    ),
    stated as (
      select named.section, named.item_key, stated_field.key as field, stated_field.value, named.ordinality, named.note_id
      from named
      cross join lateral jsonb_each_text(named.fields) as stated_field
      -- A null or blank value says nothing: it neither confirms nor erases.
      where stated_field.value ~ '\S'
        -- "unknown" claims nothing beside a known severity, and of an allergy nothing later lowers the highest.
        and case
          when stated_field.key <> 'severity' or named.worst_before is null then true
          when named.section = 'allergies' then private.record_severity_rank(stated_field.value) >= named.worst_before
          else stated_field.value <> 'unknown' or named.worst_before < 2
        end
    ),
    compared as (
      select stated.*, lag(stated.value) over so_far as previous, lag(stated.note_id) over so_far as previous_note_id
      from stated
      window so_far as (partition by stated.section, stated.item_key, stated.field order by stated.ordinality)
    )
    select compared.section, compared.item_key, compared.field, compared.value, compared.ordinality,
      case
        when compared.value = compared.previous then false
        when compared.previous is null then true
        else private.record_value_key(compared.field, compared.value)
          is distinct from private.record_value_key(compared.field, compared.previous)
      end,
      compared.note_id is distinct from compared.previous_note_id
    from compared;
end;
$$;

comment on function private.record_field_history(private.record_statement[]) is
  'Every value the statements, given in the order of the record, give to a field of an item, but for a severity that says less than one before it.';
