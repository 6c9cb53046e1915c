create function private.record_in_order(p_statements private.record_statement[])
returns table (
  item_key text,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid,
  stage integer,
  "position" integer,
  row_id text,
  fields jsonb,
  facts jsonb,
  section text,
  neighbourhood text,
  place text,
  ordinal bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select statement.*, row_number() over (order by statement.place collate "C")
    from unnest(p_statements) as statement;
end;
$$;

comment on function private.record_in_order(private.record_statement[]) is
  'Statements numbered in the one order of the record: encounter time, note id, then within a note what was reported before what was decided.';
