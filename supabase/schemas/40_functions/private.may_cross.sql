create function private.may_cross(
  p_patient_id uuid, p_touched private.record_entry[], p_neighbourhoods text[], p_claims private.record_statement[]
) returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return exists (
      select from unnest(p_claims) as claim where claim.facts ->> 'claim' = 'none_known'
    )
    or exists (select from unnest(p_neighbourhoods) as touched (key) where touched.key like '%:none_known')
    or exists (
      select from unnest(p_touched) as entry
      cross join lateral unnest(entry.substances) as named (substance)
      join private.record_substances as met on met.patient_id = p_patient_id and met.substance = named.substance
        and met.section <> entry.section
    )
    or exists (
      select from private.record_entries as conflict
      where conflict.patient_id = p_patient_id and conflict.section = 'conflicts'
        and conflict.neighbourhood = any (array(
          select kind || entry.id from unnest(p_touched) as entry cross join unnest('{drug_allergy|,none_known|}'::text[]) as kind
        ))
    );
end;
$$;

comment on function private.may_cross(uuid, private.record_entry[], text[], private.record_statement[]) is
  'Whether private.refold_crossings could find or end a conflict: a list is or was denied, a touched drug or allergy meets another one, or one of the touched entries stands in such a conflict.';
