create function private.record_history_statements(p_note_ids uuid[], p_kind text, p_synonyms text)
returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with history as (
      select * from public.soap_subjective_history
      where soap_note_id = any (p_note_ids) and kind = p_kind
    ),
    -- Looked up once per wording, not once per row.
    name as materialized (
      select names.name, private.record_canonical(p_synonyms, translate(names.name, '_', ' ')) as name_key
      from (select distinct history.name from history) as names
    )
    select coalesce(name.name_key, history.name), notes.id, notes.encounter_at, notes.signed_by,
      0, history.position, history.id, to_jsonb(history) - '{soap_note_id,id,position,kind,evidence}'::text[],
      '{}'::jsonb, p_kind || '_history', coalesce(name.name_key, history.name),
      private.record_place(notes.encounter_at, notes.id, 0, history.position, history.id)
    from history
    join public.soap_notes as notes on notes.id = history.soap_note_id
    join name on name.name = history.name
    where not exists (
      select from private.record_synonyms as synonyms
      where synonyms.kind = 'none_known' and synonyms.term = name.name_key and synonyms.canonical = 'any'
    )
      -- The snapshot names what a row is about by the list: a procedure, a relative's condition, a topic.
      and not private.is_carried_over(
        notes.id, p_kind || '_history', history.evidence,
        to_jsonb(history) - '{soap_note_id,id,position,kind,name,evidence}'::text[] || jsonb_build_object(
          case p_kind when 'surgical' then 'procedure' when 'family' then 'condition' else 'topic' end, history.name
        )
      );
end;
$$;

comment on function private.record_history_statements(uuid[], text, text) is
  'Rows of soap_subjective_history of one kind as statements. item_key is the folded name, by the synonyms of the kind named third; fields have the columns'' names.';
