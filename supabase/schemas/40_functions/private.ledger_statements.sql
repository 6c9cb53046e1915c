create function private.ledger_statements(p_patient_id uuid, p_sections text[], p_neighbourhoods text[], p_entering uuid[])
returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select said.neighbourhood, said.note_id, said.encounter_at, said.signed_by, said.stage, said.position, said.row_id,
      said.fields, said.facts, said.section, said.neighbourhood, said.place
    from unnest(p_sections, p_neighbourhoods) as wanted (section, neighbourhood)
    join private.record_assertions as said on said.patient_id = p_patient_id and said.section = wanted.section
      and said.neighbourhood = wanted.neighbourhood and said.rules_version = private.record_rules_version()
    join public.soap_notes as note on note.id = said.note_id and note.status = 'signed'
      and (note.merged_at is not null or note.id = any (p_entering));
end;
$$;

comment on function private.ledger_statements(uuid, text[], text[], uuid[]) is
  'What the notes that count say in these neighbourhoods (section and key, side by side), from the ledger.';
