create function private.record_list_claims(p_note_ids uuid[])
returns table (list text, state text, complete boolean, note_id uuid, encounter_at timestamptz, signed_by uuid)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with denial as materialized (
      select names.allergen
      from (
        select distinct allergies.allergen from public.soap_subjective_allergies as allergies
        where allergies.soap_note_id = any (p_note_ids)
      ) as names
      where private.record_allergen(names.allergen) is null
    )
    select claim.key,
      case jsonb_typeof(claim.value) when 'string' then claim.value #>> '{}' else claim.value ->> 'state' end,
      claim.value -> 'complete' = 'true',
      notes.id, notes.encounter_at, notes.signed_by
    from public.soap_notes as notes
    cross join lateral jsonb_each(notes.list_states) as claim
    where notes.id = any (p_note_ids)
    union all
    select 'allergies', 'none_known', false, notes.id, notes.encounter_at, notes.signed_by
    from public.soap_subjective_allergies as allergies
    join denial on denial.allergen = allergies.allergen
    join public.soap_notes as notes on notes.id = allergies.soap_note_id
    where allergies.soap_note_id = any (p_note_ids);
end;
$$;

comment on function private.record_list_claims(uuid[]) is
  'What notes claim about whole lists: their list_states, bare or as {state, complete}, and allergy rows such as "NKDA". complete: the note attests that its list lacks nothing.';
