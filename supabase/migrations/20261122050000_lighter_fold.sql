-- A note enters a long record in nearly the time it takes to enter a short one; what is folded does not change.

-- A record is compressed anew at every merge, and lz4 takes a fraction of the time; not every server has it.
do $$
begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    alter table public.patient_profiles alter column cumulative_medical_record set compression lz4;
  end if;
end;
$$;

drop function private.ledger_statements(uuid, text[], text[], uuid[]);

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

create or replace function private.refold(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[] default '{}', p_decisions jsonb default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
-- The cost of a plan for arrays of unknown length is a guess, and compiling it takes longer than running it.
set jit = off
as $$
declare
  v_decisions jsonb := coalesce(p_decisions, private.record_decision_map(p_patient_id));
  v_touched record := private.record_touched(p_patient_id, p_note_ids, p_item_ids);
  v_before private.record_entry[] := private.standing_entries(p_patient_id, v_touched.sections, v_touched.neighbourhoods);
  v_entered private.record_entry[] := private.enter_measurements(p_note_ids, v_before);
  v_statements private.record_statement[] := private.ledger_statements(
    p_patient_id, v_touched.sections, v_touched.neighbourhoods, p_note_ids, v_entered
  );
  v_claims private.record_statement[] := array(select said from unnest(v_statements) as said where said.section = 'list_states');
  v_after private.record_entry[] := v_entered || private.fold_sections(v_statements, v_decisions, v_touched.conditions_meet);
  v_changed uuid[];
  v_crossings record;
begin
  v_changed := private.replace_entries(
    p_patient_id, v_before,
    v_after
      || private.refold_list_states(p_patient_id, v_touched.sections, v_touched.neighbourhoods, v_before, v_after, v_claims)
      || private.refold_metadata(p_patient_id, p_note_ids)
  );
  if private.may_cross(p_patient_id, v_before || v_after, v_touched.neighbourhoods, v_claims) then
    v_crossings := private.refold_crossings(
      p_patient_id, v_before || v_after,
      array(
        select split_part(claim.key, ':', 1) from unnest(v_touched.sections, v_touched.neighbourhoods) as claim (section, key)
        where claim.section = 'list_states' and claim.key like '%:none_known'
      ),
      v_claims, v_decisions
    );
    v_before := v_before || v_crossings.before;
    v_after := v_after || v_crossings.after;
    v_changed := v_changed || v_crossings.changed;
  end if;
  perform private.rehash_record(p_patient_id, v_changed);
  return private.record_changes(v_before, v_after, p_note_ids[1]);
end;
$$;

comment on function private.refold(uuid, uuid[], uuid[], jsonb) is
  'Folds anew what these notes and items touch, from the ledger, with the notes that are merged or among these; the patient''s row is locked. The one way a record is brought up to date: merge, retraction, amendment, decision. Returns what it changed (private.record_changes, of the first note). The column follows with private.write_record.';
