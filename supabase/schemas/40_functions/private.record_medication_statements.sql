create function private.record_medication_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with entered as (
      select 0 as stage, reported.* from public.soap_subjective_medications as reported
      where reported.soap_note_id = any (p_note_ids)
      union all
      select 1, planned.* from public.soap_plan_medication as planned
      where planned.soap_note_id = any (p_note_ids)
    ),
    stated as materialized (
      select entered.*,
        jsonb_build_object(
          'name', entered.medication_name, 'dose', entered.dose, 'frequency', entered.frequency, 'route', entered.route,
          'duration', entered.duration, 'indication', entered.indication, 'status', entered.status,
          'rxnorm_code', entered.rxnorm_code
        ) as fields
      from entered
    ),
    name as materialized (
      select names.medication_name, drug.ingredient, drug.route
      from (select distinct stated.medication_name from stated) as names
      cross join lateral private.record_drug(names.medication_name) as drug
    ),
    status as materialized (
      select words.status, private.record_status('medication_status', words.status) as meaning
      from (select distinct stated.status from stated) as words
    ),
    route as materialized (
      select words.route, private.record_canonical('route', words.route) as route_key
      from (select distinct stated.route from stated) as words
    )
    select name.ingredient, notes.id, notes.encounter_at, notes.signed_by, stated.stage, stated.position, stated.id,
      stated.fields,
      jsonb_build_object(
        'route', coalesce(route.route_key, name.route),
        'activity', case when stated.status ~ '\S' then coalesce(status.meaning, 'active') end,
        'dose', private.record_value_key('dose', stated.dose),
        'frequency', private.record_value_key('frequency', stated.frequency)
      ),
      'medications', name.ingredient,
      private.record_place(notes.encounter_at, notes.id, stated.stage, stated.position, stated.id)
    from stated
    join name on name.medication_name = stated.medication_name
    join public.soap_notes as notes on notes.id = stated.soap_note_id
    left join status on status.status = stated.status
    left join route on route.route = stated.route
    -- What was only talked about or refused is no part of what the patient takes.
    where status.meaning is distinct from 'proposed' and not exists (
      select from private.record_synonyms as synonyms
      where synonyms.kind = 'none_known' and synonyms.term = private.record_key(stated.medication_name)
        and synonyms.canonical in ('medications', 'any')
    )
      and not private.is_carried_over(notes.id, 'medications', stated.evidence, stated.fields);
end;
$$;

comment on function private.record_medication_statements(uuid[]) is
  'What the notes say about medications: reported (stage 0) and decided in the plan (stage 1). item_key is the ingredient; facts: route, activity (null when the row has no status), dose and frequency as keys. Proposals, refusals, denials and what a draft only carries over from the snapshot are not among them.';
