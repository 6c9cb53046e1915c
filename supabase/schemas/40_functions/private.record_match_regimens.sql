create function private.record_match_regimens(
  p_doses text[],
  p_frequencies text[],
  p_known_doses text[],
  p_known_frequencies text[]
) returns integer[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_known integer := cardinality(p_known_doses);
  v_matched integer[] := array_fill(null::integer, array[cardinality(p_doses)]);
begin
  for v_pass in 1 .. 4 loop
    -- A note with fewer rows than there are regimens does not say which of them it means.
    exit when v_pass = 4 and cardinality(p_doses) < v_known;
    for i in 1 .. cardinality(p_doses) loop
      continue when v_matched[i] is not null;
      for k in 1 .. v_known loop
        continue when k = any (v_matched);
        if (case v_pass
          when 1 then p_doses[i] = p_known_doses[k] and p_frequencies[i] = p_known_frequencies[k]
          when 2 then p_frequencies[i] = p_known_frequencies[k]
          when 3 then p_doses[i] = p_known_doses[k]
          else true
        end) then
          v_matched[i] := k;
          exit;
        end if;
      end loop;
    end loop;
  end loop;
  return v_matched;
end;
$$;

comment on function private.record_match_regimens(text[], text[], text[], text[]) is
  'Which known regimen of a drug each row of a note continues: the one with the same dose and frequency, else the same frequency, else the same dose, else in order of writing if the note lists as many as are known. Null: none of them.';
