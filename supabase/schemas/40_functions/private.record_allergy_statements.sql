create function private.record_allergy_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with allergen as materialized (
      select names.allergen, private.record_allergen(names.allergen) as allergen_key,
        (private.record_drug(names.allergen)).ingredient as drug
      from (
        select distinct allergies.allergen from public.soap_subjective_allergies as allergies
        where allergies.soap_note_id = any (p_note_ids)
      ) as names
    )
    select allergen.allergen_key, notes.id, notes.encounter_at, notes.signed_by, 0, allergies.position, allergies.id,
      jsonb_build_object('allergen', allergies.allergen, 'severity', allergies.severity, 'reaction', allergies.reaction),
      jsonb_build_object(
        -- A mention without a status is a report of the allergy: only explicit words end one.
        'status', coalesce(private.record_status('allergy_status', allergies.status), 'active'),
        'word', allergies.status,
        'drug', allergen.drug
      ),
      'allergies', allergen.allergen_key,
      private.record_place(notes.encounter_at, notes.id, 0, allergies.position, allergies.id)
    from public.soap_subjective_allergies as allergies
    join allergen on allergen.allergen = allergies.allergen
    join public.soap_notes as notes on notes.id = allergies.soap_note_id
    where allergies.soap_note_id = any (p_note_ids) and allergen.allergen_key is not null
      and not private.is_carried_over(
        notes.id, 'allergies', allergies.evidence,
        jsonb_build_object(
          'allergen', allergies.allergen, 'reaction', allergies.reaction, 'severity', allergies.severity, 'status', allergies.status
        )
      );
end;
$$;

comment on function private.record_allergy_statements(uuid[]) is
  'What the notes say about allergies; item_key is the allergen, facts: status (active, inactive, refuted) and the note''s word for it, and the drug the words may name. Rows that deny allergies, and those that only carry over what the snapshot says, are not among them.';
