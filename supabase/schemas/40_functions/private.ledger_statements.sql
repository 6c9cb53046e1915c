create function private.ledger_statements(
  p_patient_id uuid, p_sections text[], p_neighbourhoods text[], p_entering uuid[], p_entered private.record_entry[]
) returns private.record_statement[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select row(
      said.neighbourhood, said.note_id, said.encounter_at, said.signed_by, said.stage, said.position, said.row_id,
      said.fields, said.facts, said.section, said.neighbourhood, said.place
    )::private.record_statement
    from (
      select statement.*
      from unnest(p_sections, p_neighbourhoods) as wanted (section, neighbourhood)
      join private.record_assertions as statement on statement.patient_id = p_patient_id
        and statement.section = wanted.section and statement.neighbourhood = wanted.neighbourhood
      where wanted.section <> 'list_states'
        and not exists (
          select from unnest(p_entered) as entered
          where entered.section = wanted.section and entered.neighbourhood = wanted.neighbourhood
        )
      union all
      select statement.* from private.record_assertions as statement
      where statement.patient_id = p_patient_id and statement.section = 'list_states'
        and statement.neighbourhood = 'medications:complete'
    ) as said
    join public.soap_notes as note on note.id = said.note_id and note.status = 'signed'
      and (note.merged_at is not null or note.id = any (p_entering))
    where said.rules_version = private.record_rules_version()
    union all
    select row(
      denial.neighbourhood, denial.note_id, denial.encounter_at, denial.signed_by, denial.stage, denial.position, denial.row_id,
      denial.fields, denial.facts, denial.section, denial.neighbourhood, denial.place
    )::private.record_statement
    from unnest(private.record_lists()) as list (name)
    cross join lateral (
      -- Of all denials of a list the last one counts, so no more are read.
      select said.*
      from private.record_assertions as said
      join public.soap_notes as note on note.id = said.note_id and note.status = 'signed'
        and (note.merged_at is not null or note.id = any (p_entering))
      where said.patient_id = p_patient_id and said.section = 'list_states' and said.neighbourhood = list.name || ':none_known'
        and said.rules_version = private.record_rules_version()
      order by said.place desc
      limit 1
    ) as denial
  );
end;
$$;

comment on function private.ledger_statements(uuid, text[], text[], uuid[], private.record_entry[]) is
  'What the notes that count say in these neighbourhoods (section and key, side by side), but for those whose entries are known, from the ledger; and what they claim about whole lists, as far as it still matters: the last denial of each, and every complete list of medications.';
