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
language sql
stable
security invoker
set search_path = ''
as $$
  select statement.*, located.place, row_number() over (order by located.place collate "C")
  from unnest(p_statements) as statement
  cross join lateral private.record_place(
    statement.encounter_at, statement.note_id, statement.stage, statement.position, statement.row_id
  ) as located (place)
$$;

comment on function private.record_in_order(private.record_statement[]) is
  'Statements with their place in the one order of the record: encounter time, note id, then within a note what was reported before what was decided.';
