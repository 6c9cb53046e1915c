create function private.record_split_regimens(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_batch record;
  v_row private.record_statement;
  v_item_key text;
  v_doses text[];
  v_frequencies text[];
  v_matched integer[];
  v_known integer;
begin
  for v_batch in
    select ordered.item_key,
      array_agg(
        row(
          ordered.item_key, ordered.note_id, ordered.encounter_at, ordered.signed_by, ordered.stage, ordered.position,
          ordered.row_id, ordered.fields, ordered.facts, ordered.section, ordered.neighbourhood, ordered.place
        )::private.record_statement
        order by ordered.ordinal
      ) as statements,
      array_agg(ordered.facts ->> 'dose' order by ordered.ordinal) as doses,
      array_agg(ordered.facts ->> 'frequency' order by ordered.ordinal) as frequencies
    from private.record_in_order(p_statements) as ordered
    group by ordered.item_key, ordered.note_id, ordered.stage
    order by ordered.item_key collate "C", min(ordered.ordinal)
  loop
    if v_item_key is distinct from v_batch.item_key then
      v_item_key := v_batch.item_key;
      v_doses := '{}';
      v_frequencies := '{}';
    end if;
    v_known := cardinality(v_doses);
    v_matched := private.record_match_regimens(v_batch.doses, v_batch.frequencies, v_doses, v_frequencies);

    for i in 1 .. cardinality(v_matched) loop
      v_row := v_batch.statements[i];
      if v_matched[i] is null then
        v_matched[i] := cardinality(v_doses) + 1;
        if cardinality(v_matched) < v_known then
          v_row.facts := v_row.facts || jsonb_build_object(
            'candidates',
            coalesce(v_row.facts -> 'candidates', '[]') || to_jsonb(array(
              select private.record_regimen_key(v_item_key, n) from generate_series(1, v_known) as n
            ))
          );
        end if;
      end if;
      v_row.item_key := private.record_regimen_key(v_item_key, v_matched[i]);
      v_doses[v_matched[i]] := coalesce(v_batch.doses[i], v_doses[v_matched[i]]);
      v_frequencies[v_matched[i]] := coalesce(v_batch.frequencies[i], v_frequencies[v_matched[i]]);
      return next v_row;
    end loop;
  end loop;
end;
$$;

comment on function private.record_split_regimens(private.record_statement[]) is
  'Medication statements with the regimen they belong to: two rows of one note stay two regimens (ingredient|route, then …|#2). A row that could continue several of them becomes one of its own, and facts.candidates names them. Notes are taken in the order of the record, so the outcome depends on the set alone.';
