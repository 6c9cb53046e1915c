create function private.record_field_history(p_statements private.record_statement[])
returns table (
  item_key text,
  field text,
  value text,
  is_change boolean,
  run bigint,
  ordinal bigint,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with named as (
      select statement.section, statement.item_key, stated_field.key as field, stated_field.value, statement.ordinal,
        statement.note_id, statement.encounter_at, statement.signed_by,
        max(case when stated_field.key = 'severity' then private.record_severity_rank(stated_field.value) end) over (
          partition by statement.item_key, stated_field.key
          order by statement.ordinal rows between unbounded preceding and 1 preceding
        ) as worst_before
      from private.record_in_order(p_statements) as statement
      cross join lateral jsonb_each_text(statement.fields) as stated_field
      -- A null or blank value says nothing: it neither confirms nor erases.
      where stated_field.value ~ '\S'
    ),
    stated as (
      select * from named
      -- "unknown" claims nothing beside a known severity, and of an allergy nothing later lowers the highest.
      where named.worst_before is null or case named.section
        when 'allergies' then private.record_severity_rank(named.value) >= named.worst_before
        else named.value <> 'unknown' or named.worst_before < 2
      end
    ),
    compared as (
      select stated.*, lag(stated.value) over (partition by stated.item_key, stated.field order by stated.ordinal) as previous
      from stated
    ),
    marked as (
      select compared.*,
        case
          when compared.value = compared.previous then false
          when compared.previous is null then true
          else private.record_value_key(compared.field, compared.value)
            is distinct from private.record_value_key(compared.field, compared.previous)
        end as is_change
      from compared
    )
    select marked.item_key, marked.field, marked.value, marked.is_change,
      count(*) filter (where marked.is_change)
        over (partition by marked.item_key, marked.field order by marked.ordinal),
      marked.ordinal, marked.note_id, marked.encounter_at, marked.signed_by
    from marked;
end;
$$;

comment on function private.record_field_history(private.record_statement[]) is
  'Every value the statements give to a field of an item, in the order of the record, but for a severity that says less than one before it; run numbers the stretches of one unchanged value, is_change marks the first statement of each.';
