create function private.enter_measurements(p_note_ids uuid[], p_standing private.record_entry[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if cardinality(p_note_ids) <> 1 then
    return '{}';
  end if;
  return array(
    select row(
      stands.section, stands.neighbourhood, stands.id, stands.place, stands.key,
      -- The series as an array: it is packed once.
      jsonb_build_object(
        'id', stands.id, 'name', case when series.later is null then said.fields else stands.item end -> 'name',
        'loinc_code', case when said.loinc_code ~ '\S' then to_jsonb(said.loinc_code) else stands.item -> 'loinc_code' end,
        'latest', case when series.later is null then said.measurement else stands.item -> 'latest' end,
        'series', series.earlier || said.measurement || series.later
      ),
      null, null
    )::private.record_entry
    from (
      select statement.neighbourhood, statement.fields, statement.fields ->> 'loinc_code' as loinc_code,
        statement.facts -> 'measurement' as measurement,
        coalesce((statement.facts ->> 'measured_at')::timestamptz, statement.encounter_at) as taken_at,
        count(*) over (partition by statement.neighbourhood) as measured
      from private.record_assertions as statement
      join public.soap_notes as note on note.id = statement.note_id and note.status = 'signed' and note.merged_at is null
      where statement.note_id = p_note_ids[1] and statement.section = 'vital_trends'
        and statement.rules_version = private.record_rules_version()
    ) as said
    join unnest(p_standing) as stands on stands.section = 'vital_trends' and stands.neighbourhood = said.neighbourhood
    cross join lateral (
      select array_agg(taken.measurement order by taken.ordinality) filter (where taken.at < said.taken_at) as earlier,
        array_agg(taken.measurement order by taken.ordinality) filter (where taken.at > said.taken_at) as later,
        bool_or(taken.at = said.taken_at) as has_equal
      from (
        select standing.value as measurement, standing.ordinality, (standing.value ->> 'measured_at')::timestamptz as at
        from jsonb_array_elements(stands.item -> 'series') with ordinality as standing
      ) as taken
    ) as series
    -- What is measured twice at a time may be a repetition, and a code beside another one may be an older one.
    where said.measured = 1 and not series.has_equal and said.measurement is not null
      and (
        series.later is null or said.loinc_code ~ '\S' is not true or stands.item ->> 'loinc_code' is null
        or said.loinc_code = stands.item ->> 'loinc_code'
      )
  );
end;
$$;

comment on function private.enter_measurements(uuid[], private.record_entry[]) is
  'Trends of private.fold_vital_trends that a note changes as it enters, from what stands: its one measurement of a vital is put in its place among the others. Trends where that is not all there is to it are missing, and are folded.';
