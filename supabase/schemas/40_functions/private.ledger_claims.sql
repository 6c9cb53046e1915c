create function private.ledger_claims(p_patient_id uuid, p_entering uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select claims.*
    from unnest(private.record_lists()) as list (name)
    cross join lateral (
      -- Of all denials of a list the last one counts, so no more are read.
      select said.neighbourhood, said.note_id, said.encounter_at, said.signed_by, said.stage, said.position, said.row_id,
        said.fields, said.facts, said.section, said.neighbourhood, said.place
      from private.record_assertions as said
      join public.soap_notes as note on note.id = said.note_id and note.status = 'signed'
        and (note.merged_at is not null or note.id = any (p_entering))
      where said.patient_id = p_patient_id and said.section = 'list_states' and said.neighbourhood = list.name || ':none_known'
        and said.rules_version = private.record_rules_version()
      order by said.place desc
      limit 1
    ) as claims
    union all
    select * from private.ledger_statements(
      p_patient_id, array['list_states'], array['medications:complete'], p_entering
    );
end;
$$;

comment on function private.ledger_claims(uuid, uuid[]) is
  'What the notes that count claim about whole lists, as far as it still matters: the last denial of each, and every complete list of medications.';
