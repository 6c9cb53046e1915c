-- The record is folded faster, and comes out the same: all lists of a note at once, one plan for all notes, and no function
-- that is planned anew wherever it is called; see docs/adr/0011. Functions call each other in no particular order.
set check_function_bodies = off;

create type private.record_item as (
  section text,
  item_key text,
  neighbourhood text,
  place text,
  last_confirmed text,
  item jsonb
);

comment on type private.record_item is
  'One item of a list as its statements make it, before its section adds what is special to it. place: of its first statement; last_confirmed: of the note that named it last.';

create type private.record_value as (
  section text,
  item_key text,
  field text,
  value text,
  ordinal bigint,
  is_change boolean,
  opens_note boolean
);

comment on type private.record_value is
  'One value that a statement gives to a field of an item. ordinal: the statement''s number among those it was read from; is_change: another value than the one before it, or the first; opens_note: the value before it is of another note.';

drop function private.fold_statements(text, private.record_statement[], private.record_statement[]);
drop function private.fold_conditions(private.record_statement[]);
drop function private.fold_medications(private.record_statement[], private.record_statement[]);
drop function private.fold_allergies(private.record_statement[]);
drop function private.fold_surgical_history(private.record_statement[]);
drop function private.fold_family_history(private.record_statement[]);
drop function private.fold_social_history(private.record_statement[]);
drop function private.record_items(text, private.record_statement[]);
drop function private.record_field_history(private.record_statement[]);
drop function private.record_dosing_history(private.record_statement[]);
drop function private.record_carried_fields(private.record_statement[]);
drop function private.record_event(uuid, text, text, uuid, uuid);

create function private.fold_allergies(p_items private.record_item[], p_statements private.record_statement[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with summary as (
      select ordered.item_key,
        (array_agg(ordered.facts ->> 'status' order by ordered.ordinality desc))[1] as status,
        (array_agg(ordered.facts ->> 'word' order by ordered.ordinality desc) filter (where ordered.facts ->> 'word' ~ '\S'))[1]
          as status_word,
        array_agg(distinct ordered.facts ->> 'drug') as drugs
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'allergies'
      group by ordered.item_key
    )
    select 'allergies', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      folded.item || jsonb_build_object(
        'severity', folded.item -> 'severity',
        'severity_source', folded.item #> '{provenance,fields,severity,last_changed}',
        'status', summary.status, 'clinical_status', summary.status, 'status_word', summary.status_word,
        'reaction', reactions.reaction, 'reactions', coalesce(reactions.reactions, '[]')
      ),
      folded.last_confirmed, summary.drugs || folded.item_key
    from unnest(p_items) as folded
    join summary on summary.item_key = folded.item_key
    left join private.record_reactions(p_statements) as reactions on reactions.item_key = folded.item_key
    where folded.section = 'allergies'
    union all
    select conflict.* from private.fold_allergy_conflicts(p_statements) as conflict;
end;
$$;

comment on function private.fold_allergies(private.record_item[], private.record_statement[]) is
  'Allergies of the record, from items and statements of whole neighbourhoods: id, allergen, severity (the highest ever reported, null when nobody said), severity_source, reaction (all in one line), reactions[], status and clinical_status (active, inactive, refuted), status_word, provenance; and their conflicts: lower_allergy_severity, reported_after_refutation.';

create or replace function private.fold_allergy_conflicts(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by)
          || jsonb_build_object('item_id', private.record_item_id('allergies', ordered.item_key)) as side,
        private.record_severity_rank(ordered.fields ->> 'severity') as severity_rank,
        max(private.record_severity_rank(ordered.fields ->> 'severity')) over (partition by ordered.item_key) as highest_rank
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'allergies'
    ),
    highest as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.severity_rank = statement.highest_rank
      order by statement.item_key, statement.ordinality desc
    ),
    lower_report as (
      select distinct on (statement.item_key) statement.item_key, 'lower_allergy_severity' as kind, 'severity' as field,
        jsonb_build_array(
          highest.side || jsonb_build_object('value', highest.fields -> 'severity'),
          statement.side || jsonb_build_object('value', statement.fields -> 'severity')
        ) as sides
      from statement
      join highest on highest.item_key = statement.item_key
      where statement.ordinality > highest.ordinality and statement.note_id <> highest.note_id
        -- "unknown" claims nothing, so it is not a lower claim.
        and statement.severity_rank between 2 and statement.highest_rank - 1
      order by statement.item_key, statement.ordinality
    ),
    refutation as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.facts ->> 'status' = 'refuted'
      order by statement.item_key, statement.ordinality desc
    ),
    contradiction as (
      select distinct on (statement.item_key) statement.item_key, 'reported_after_refutation' as kind, 'status' as field,
        jsonb_build_array(
          refutation.side || jsonb_build_object('value', 'refuted'), statement.side || jsonb_build_object('value', 'active')
        ) as sides
      from statement
      join refutation on refutation.item_key = statement.item_key
      where statement.ordinality > refutation.ordinality and statement.facts ->> 'status' = 'active'
      order by statement.item_key, statement.ordinality
    ),
    found as (
      select * from lower_report union all select * from contradiction
    )
    select entry.*
    from found
    cross join lateral private.record_conflict_entry(
      'allergies|' || found.item_key, private.record_conflict(found.kind, 'allergies', found.field, found.sides)
    ) as entry;
end;
$$;

create function private.fold_conditions(p_items private.record_item[], p_statements private.record_statement[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with items as materialized (
      select folded.item_key, folded.place, folded.last_confirmed,
        jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
          || folded.item
          || jsonb_build_object(
            'clinical_status',
            coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
          ) as item
      from unnest(p_items) as folded
      where folded.section = 'conditions'
    ),
    candidate as (
      select distinct statement.item_key as alone, unnest(array[statement.item_key, named.item_key]) as item_key
      from unnest(p_statements) as statement
      cross join lateral jsonb_array_elements_text(statement.facts -> 'candidates') as named (item_key)
      where statement.section = 'conditions'
    ),
    conflicts as (
      select candidate.alone,
        private.record_conflict(
          'ambiguous_identity', 'conditions', null,
          jsonb_agg(
            (items.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', items.item -> 'id', 'value', items.item -> 'name')
            order by items.item_key <> candidate.alone, items.item_key collate "C"
          )
        ) as conflict
      from candidate
      join items on items.item_key = candidate.item_key
      group by candidate.alone
    )
    select 'conditions', items.item_key, (items.item ->> 'id')::uuid, items.place, null, items.item, items.last_confirmed,
      null::text[]
    from items
    union all
    select entry.*
    from conflicts
    cross join lateral private.record_conflict_entry('conditions|' || conflicts.alone, conflicts.conflict) as entry;
end;
$$;

comment on function private.fold_conditions(private.record_item[], private.record_statement[]) is
  'Conditions of the record, from items and statements of whole neighbourhoods: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by), severity, onset_date, notes, provenance; and their conflicts: ambiguous_identity, where an entry could be several others. A word nobody knows, and none at all, read as active.';

create or replace function private.fold_drug_allergy_conflicts(p_entries private.record_entry[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
-- As in private.record_items: every drug with every allergy is what must not happen.
set enable_nestloop = off
as $$
begin
  return query
    with medication as (
      select entry.id, entry.item, unnest(entry.substances) as substance
      from unnest(p_entries) as entry
      where entry.section = 'medications' and entry.item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    allergy as (
      select entry.id, entry.item, unnest(entry.substances) as substance
      from unnest(p_entries) as entry
      where entry.section = 'allergies' and entry.item ->> 'clinical_status' = 'active'
    ),
    found as (
      select distinct on (medication.id, allergy.id) medication.id, medication.item as medication, allergy.item as allergy
      from medication
      join allergy on allergy.substance = medication.substance
    )
    select conflict.*
    from found
    cross join lateral private.record_conflict_entry(
      'drug_allergy|' || found.id,
      private.record_conflict(
        'drug_allergy', 'medications', null,
        jsonb_build_array(
          (found.medication #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.medication -> 'id', 'value', found.medication -> 'name'),
          (found.allergy #> '{provenance,first_seen}')
            || jsonb_build_object('item_id', found.allergy -> 'id', 'value', found.allergy -> 'allergen')
        )
      )
    ) as conflict;
end;
$$;

create function private.fold_family_history(p_items private.record_item[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select 'family_history', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      (folded.item - 'name') || jsonb_build_object(
        'condition', folded.item -> 'name', 'relationship', folded.item -> 'relationship',
        'age_of_onset', folded.item -> 'age_of_onset', 'notes', folded.item -> 'notes'
      ),
      folded.last_confirmed, null::text[]
    from unnest(p_items) as folded
    where folded.section = 'family_history';
end;
$$;

comment on function private.fold_family_history(private.record_item[]) is
  'Family history of the record, from items of whole neighbourhoods: {id, condition, relationship, age_of_onset, notes, …, provenance}. The same condition in two relatives is two; one without a relative joins the only one that has one.';

create or replace function private.fold_findings(p_section text, p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select ordered.item_key as system, ordered.ordinality,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) || jsonb_build_object(
          'id', private.record_item_id(p_section, ordered.note_id || '|' || ordered.row_id)
        ) || ordered.fields as finding,
        rank() over (partition by ordered.item_key order by left(ordered.place, 56) collate "C" desc) as notes_ago
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = p_section
    ),
    trend as (
      select stated.system, private.record_item_id(p_section, stated.system) as id,
        jsonb_agg(stated.finding order by stated.ordinality) filter (where stated.notes_ago = 1) as latest,
        jsonb_agg(stated.finding order by stated.ordinality) as series
      from stated
      group by stated.system
    )
    select p_section, trend.system, trend.id, trend.system, trend.system,
      jsonb_build_object('id', trend.id, 'system', trend.system, 'latest', trend.latest, 'series', trend.series),
      null::text, null::text[]
    from trend;
end;
$$;

create or replace function private.fold_medication_conflicts(
  p_entries private.record_entry[], p_statements private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with item as materialized (
      select entry.neighbourhood, entry.item, entry.id from unnest(p_entries) as entry
    ),
    incomplete as (
      select item.neighbourhood, private.record_conflict(
        'incomplete_regimen', 'medications', null,
        jsonb_agg(
          case when item.item -> 'carried_fields' ? field.key then field.value -> 'last_confirmed' else field.value -> 'last_changed' end
            || jsonb_build_object('item_id', item.id, 'field', field.key, 'value', item.item -> field.key)
          order by field.key collate "C"
        )
      ) as conflict
      from item
      cross join lateral jsonb_each(item.item #> '{provenance,fields}') as field
      where item.item -> 'carried_fields' <> '[]' and item.item ->> 'clinical_status' in ('active', 'on_hold')
        and field.key in ('dose', 'frequency', 'route')
      group by item.neighbourhood, item.id
    ),
    dosed as (
      select ordered.*, max(ordered.encounter_at) over (partition by ordered.item_key) as last_dosed_at
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'medications' and ordered.facts ->> 'dose' is not null and coalesce(ordered.facts ->> 'activity', 'active') = 'active'
    ),
    same_day as (
      -- One statement per dose and note of the last day on which a dose was stated: its outcome.
      select distinct on (dosed.item_key, dosed.note_id) dosed.*
      from dosed
      where date_trunc('day', dosed.encounter_at at time zone 'UTC') = date_trunc('day', dosed.last_dosed_at at time zone 'UTC')
      order by dosed.item_key, dosed.note_id, dosed.ordinality desc
    ),
    contradicting as (
      select min(same_day.neighbourhood) as neighbourhood, private.record_conflict(
        'same_day_doses', 'medications', 'dose',
        jsonb_agg(
          private.record_mark(same_day.note_id, same_day.encounter_at, same_day.signed_by) || jsonb_build_object(
            'item_id', private.record_item_id('medications', same_day.item_key), 'value', same_day.fields -> 'dose'
          )
          order by same_day.ordinality
        )
      ) as conflict
      from same_day
      group by same_day.item_key
      having count(distinct same_day.facts ->> 'dose') > 1
    ),
    alone as (
      select statement.neighbourhood, private.record_item_id('medications', statement.item_key) as id,
        private.record_item_id('medications', candidate) as candidate_id
      from unnest(p_statements) as statement
      cross join lateral jsonb_array_elements_text(statement.facts -> 'candidates') as candidate
      where statement.section = 'medications'
    ),
    side as (
      select alone.neighbourhood, alone.id as alone_id, alone.id from alone
      union
      select alone.neighbourhood, alone.id, alone.candidate_id from alone
    ),
    ambiguous as (
      select side.neighbourhood, private.record_conflict(
        'ambiguous_identity', 'medications', null,
        jsonb_agg(
          (item.item #> '{provenance,first_seen}') || jsonb_build_object('item_id', item.id, 'value', item.item -> 'name')
          order by item.id <> side.alone_id, item.id
        )
      ) as conflict
      from side
      join item on item.id = side.id
      group by side.neighbourhood, side.alone_id
    )
    select entry.*
    from (
      select * from incomplete union all select * from contradicting union all select * from ambiguous
    ) as found
    cross join lateral private.record_conflict_entry('medications|' || found.neighbourhood, found.conflict) as entry;
end;
$$;

create function private.fold_medications(
  p_items private.record_item[],
  p_statements private.record_statement[],
  p_history private.record_value[],
  p_claims private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_complete jsonb := private.record_complete_lists(p_claims, 'medications');
  v_entries private.record_entry[];
begin
  v_entries := array(
    select row(
      'medications', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      jsonb_build_object(
        'dose', null, 'frequency', null, 'route', null, 'duration', null, 'indication', null, 'status', null,
        'rxnorm_code', null
      )
        || folded.item
        || jsonb_build_object(
          'clinical_status',
          coalesce(private.record_status('medication_status', folded.item ->> 'status'), 'active'),
          'dosing_history', coalesce(dosing.dosing_history, '[]'),
          'carried_fields', coalesce(carried.carried_fields, '[]'),
          'carried_from', coalesce(
            (
              select jsonb_object_agg(field, folded.item #> array['provenance', 'fields', field, 'last_confirmed'])
              from jsonb_array_elements_text(carried.carried_fields) as field
            ),
            '{}'
          ),
          'omitted_from_complete_list', private.record_omission(v_complete, folded.item #> '{provenance,last_confirmed}')
        ),
      folded.last_confirmed, private.record_substances_of(folded.neighbourhood)
    )::private.record_entry
    from unnest(p_items) as folded
    left join private.record_dosing_history(p_statements, p_history) as dosing on dosing.item_key = folded.item_key
    left join private.record_carried_fields(p_statements, p_history) as carried on carried.item_key = folded.item_key
    where folded.section = 'medications'
  );

  return query
    select entry.* from unnest(v_entries) as entry
    union all
    select conflict.* from private.fold_medication_conflicts(v_entries, p_statements) as conflict;
end;
$$;

comment on function private.fold_medications(
  private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]
) is
  'Medications of the record, from items, statements and field history of whole neighbourhoods and the claims of list_states: id, name, dose, frequency, route, duration, indication, rxnorm_code, status (the last note''s own word), clinical_status (active, on_hold, discontinued, completed, entered_in_error: what readers filter by), dosing_history[], carried_fields[] with carried_from {field: {soap_note_id, encounter_at, signed_by}}, omitted_from_complete_list (the later note that attested a complete list without it, else null), provenance; and their conflicts. An unmentioned drug stays: omission is not discontinuation.';

create or replace function private.fold_sections(p_statements private.record_statement[], p_decisions jsonb)
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_claims private.record_statement[] := array(
    select claim from unnest(p_statements) as claim where claim.section = 'list_states'
  );
  v_listed private.record_statement[];
  v_measured private.record_statement[];
  v_history private.record_value[];
  v_items private.record_item[];
  v_section text;
begin
  -- Who is who first, then all lists at once: a query costs more than the rows of a note do.
  v_listed := array(
    select identified
    from private.record_identified(
      array(select statement from unnest(p_statements) as statement where statement.section = any (private.record_lists()))
    ) as identified
    order by identified.place collate "C"
  );
  v_measured := array(
    select statement
    from unnest(p_statements) as statement
    where statement.section in ('vital_trends', 'review_of_systems_trends', 'physical_exam_findings')
    order by statement.place collate "C"
  );
  v_history := array(select stated from private.record_field_history(v_listed) as stated);
  v_items := array(select folded from private.record_items(v_listed, v_history) as folded);
  for v_section in
    select distinct statement.section from unnest(p_statements) as statement where statement.section <> 'list_states'
  loop
    return query
      select * from private.apply_decisions(
        array(
          select entry from private.fold_statements(
            v_section, v_items,
            case when v_section = any (private.record_lists()) then v_listed else v_measured end,
            v_history, v_claims
          ) as entry
        ),
        p_decisions
      );
  end loop;
end;
$$;

create function private.fold_social_history(p_items private.record_item[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select 'social_history', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, replace(folded.item_key, ' ', '_'),
      (folded.item - 'name') || jsonb_build_object(
        'topic', folded.item -> 'name', 'status', folded.item -> 'status',
        'date', folded.item -> 'date', 'notes', folded.item -> 'notes'
      ),
      folded.last_confirmed, null::text[]
    from unnest(p_items) as folded
    where folded.section = 'social_history';
end;
$$;

comment on function private.fold_social_history(private.record_item[]) is
  'Social history of the record, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';

create or replace function private.fold_state(p_patient_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_notes uuid[] := private.counting_notes(p_patient_id);
  v_entries private.record_entry[] := array(
    select entry from private.fold_entries(v_notes, private.record_decision_map(p_patient_id)) as entry
  );
  v_buckets bytea := private.record_buckets(v_entries);
begin
  -- What a note says is written in one statement and never removed, so it is in the ledger by today's rules or it is not.
  perform private.write_assertions(
    array(
      select note.id from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status <> 'draft' and not exists (
        select from private.record_assertions as said
        where said.note_id = note.id and said.rules_version = private.record_rules_version()
      )
    )
  );
  delete from private.record_substances where patient_id = p_patient_id;
  delete from private.record_entries where patient_id = p_patient_id;
  perform private.replace_entries(p_patient_id, '{}', v_entries);
  insert into private.record_states (patient_id, rules_version, record_version, buckets)
  values (p_patient_id, private.record_rules_version(), encode(sha256(v_buckets), 'hex'), v_buckets)
  on conflict (patient_id) do update
  set rules_version = excluded.rules_version, record_version = excluded.record_version, buckets = excluded.buckets;
  return encode(sha256(v_buckets), 'hex');
end;
$$;

comment on function private.fold_state(uuid) is
  'Makes entries of a patient''s record anew from the notes'' own tables, with the notes that are merged, and the ledger rows that are not there by today''s rules. Returns the record''s version. The patient''s row is locked.';

create function private.fold_statements(
  p_section text,
  p_items private.record_item[],
  p_statements private.record_statement[],
  p_history private.record_value[],
  p_claims private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  case p_section
    when 'conditions' then return query select * from private.fold_conditions(p_items, p_statements);
    when 'medications' then return query select * from private.fold_medications(p_items, p_statements, p_history, p_claims);
    when 'allergies' then return query select * from private.fold_allergies(p_items, p_statements);
    when 'surgical_history' then return query select * from private.fold_surgical_history(p_items);
    when 'family_history' then return query select * from private.fold_family_history(p_items);
    when 'social_history' then return query select * from private.fold_social_history(p_items);
    when 'vital_trends' then return query select * from private.fold_vital_trends(p_statements);
    else return query select * from private.fold_findings(p_section, p_statements);
  end case;
end;
$$;

comment on function private.fold_statements(
  text, private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]
) is
  'Entries and conflicts of one section, from what all sections share: items, statements in the order of the record and their field history, of whole neighbourhoods; and the claims of list_states.';

create function private.fold_surgical_history(p_items private.record_item[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select 'surgical_history', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      (folded.item - 'name') || jsonb_build_object(
        'procedure', folded.item -> 'name', 'date', folded.item -> 'date',
        'surgeon', folded.item -> 'surgeon', 'notes', folded.item -> 'notes'
      ),
      folded.last_confirmed, null::text[]
    from unnest(p_items) as folded
    where folded.section = 'surgical_history';
end;
$$;

comment on function private.fold_surgical_history(private.record_item[]) is
  'Surgical history of the record, from items of whole neighbourhoods: {id, procedure, date, surgeon, notes, …, provenance}. The same procedure on two dates is two; one without a date joins the only one that has one.';

create or replace function private.fold_vital_trends(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select ordered.*, ordered.facts ->> 'measured_at' as measured_at,
        coalesce((ordered.facts ->> 'measured_at')::timestamptz, ordered.encounter_at) as taken_at,
        -- A measurement with its own time that a later note repeats is the same measurement.
        row_number() over (
          partition by ordered.item_key, ordered.facts -> 'measured_at', ordered.fields -> 'value', ordered.fields -> 'unit',
            case when ordered.facts ->> 'measured_at' is null then ordered.ordinality end
          order by ordered.ordinality
        ) as repetition
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'vital_trends'
    ),
    measured as (
      select stated.item_key, stated.fields ->> 'name' as name, stated.fields ->> 'loinc_code' as loinc_code,
        row_number() over (order by stated.taken_at, stated.ordinality) as ordinal,
        private.record_mark(stated.note_id, stated.encounter_at, stated.signed_by) || jsonb_build_object(
          'id', private.record_item_id('vital_trends', stated.note_id || '|' || stated.row_id),
          'value', stated.fields -> 'value', 'unit', stated.fields -> 'unit',
          'measured_at', private.utc_text(stated.taken_at), 'measured_at_known', stated.measured_at is not null
        ) as measurement
      from stated
      where stated.repetition = 1
    ),
    trend as (
      select measured.item_key as vital, private.record_item_id('vital_trends', measured.item_key) as id,
        (array_agg(measured.name order by measured.ordinal desc))[1] as name,
        (array_agg(measured.loinc_code order by measured.ordinal desc) filter (where measured.loinc_code ~ '\S'))[1]
          as loinc_code,
        (array_agg(measured.measurement order by measured.ordinal desc))[1] as latest,
        jsonb_agg(measured.measurement order by measured.ordinal) as series
      from measured
      group by measured.item_key
    )
    select 'vital_trends', trend.vital, trend.id, trend.vital, replace(trend.vital, ' ', '_'),
      jsonb_build_object(
        'id', trend.id, 'name', trend.name, 'loinc_code', trend.loinc_code, 'latest', trend.latest, 'series', trend.series
      ),
      null::text, null::text[]
    from trend;
end;
$$;

create or replace function private.merge_note(p_patient_id uuid, p_note_id uuid, p_decisions jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- What an amendment takes the place of goes as it comes.
  v_changes jsonb := private.refold(
    p_patient_id,
    array_remove(array[p_note_id, (select amends_note_id from public.soap_notes where id = p_note_id)], null),
    p_decisions => p_decisions
  );
  v_version text := (select record_version from private.record_states where patient_id = p_patient_id);
  v_merged_by uuid := (private.current_caller()).user_id;
begin
  insert into public.soap_note_merges (soap_note_id, patient_id, record_version, changes, merged_by)
  values (p_note_id, p_patient_id, v_version, v_changes, v_merged_by);
  perform private.record_event(p_patient_id, 'merge', v_version, p_note_id, p_recorded_by => v_merged_by);
end;
$$;

create or replace function private.note_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select * from private.record_condition_statements(p_note_ids)
    union all select * from private.record_medication_statements(p_note_ids)
    union all select * from private.record_allergy_statements(p_note_ids)
    union all select * from private.record_history_statements(p_note_ids, 'surgical', 'procedure')
    union all select * from private.record_history_statements(p_note_ids, 'family', 'condition')
    union all select * from private.record_history_statements(p_note_ids, 'social', 'social_topic')
    union all select * from private.record_vital_statements(p_note_ids)
    union all select * from private.record_finding_statements(p_note_ids)
    union all select * from private.record_claim_statements(p_note_ids);
end;
$$;

create or replace function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_found record;
begin
  select profile.cumulative_medical_record as record,
    profile.medical_record_last_updated_at is not null as is_written,
    exists (
      select from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is null
    ) as is_behind,
    exists (
      select from private.record_states as state
      where state.patient_id = p_patient_id and state.rules_version = private.record_rules_version()
    ) as is_of_these_rules
  into v_found
  from public.patient_profiles as profile
  where profile.user_id = p_patient_id;

  -- A signed note whose merge call never came is merged by whoever reads next, and a record of other rules is rebuilt.
  if v_found.is_behind then
    perform private.merge_pending_notes(p_patient_id);
  elsif v_found.is_written and not v_found.is_of_these_rules then
    perform private.ensure_state(p_patient_id);
  elsif v_found.is_written then
    return v_found.record;
  elsif v_found.is_written is false then
    return private.fold_notes('{}');
  end if;
  return (select cumulative_medical_record from public.patient_profiles where user_id = p_patient_id);
end;
$$;

create function private.record_carried_fields(p_statements private.record_statement[], p_history private.record_value[])
returns table (item_key text, carried_fields jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with regimen_field as (
      select history.item_key, history.field,
        max(history.ordinal) as last_stated,
        max(history.ordinal) filter (where history.is_change) as last_changed
      from unnest(p_history) as history
      where history.section = 'medications' and history.field in ('dose', 'frequency', 'route')
      group by history.item_key, history.field
    ),
    activity as (
      select ordered.item_key, ordered.ordinality as ordinal, ordered.facts ->> 'activity' as activity,
        lag(ordered.facts ->> 'activity') over (partition by ordered.item_key order by ordered.ordinality) as previous
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'medications' and ordered.facts ->> 'activity' is not null
    ),
    change as (
      select regimen_field.item_key, regimen_field.field, regimen_field.last_stated, regimen_field.last_changed as ordinal
      from regimen_field
      union all
      select activity.item_key, null, null, activity.ordinal from activity
      where activity.activity = 'active' and activity.previous <> 'active'
    ),
    compared as (
      select change.*, max(change.ordinal) over (partition by change.item_key) as last_change from change
    )
    select compared.item_key, jsonb_agg(compared.field order by compared.field collate "C")
    from compared
    where compared.last_stated < compared.last_change
    group by compared.item_key;
end;
$$;

comment on function private.record_carried_fields(private.record_statement[], private.record_value[]) is
  'Per medication the fields of its regimen (dose, frequency, route) that were stated before another one changed, or before it was taken up again, and not since: nobody ever said the regimen they make together.';

create or replace function private.record_conflict(p_kind text, p_section text, p_field text, p_sides jsonb) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'id', private.record_item_id('conflicts', jsonb_build_array(p_kind, p_section, p_field, p_sides)::text),
    'kind', p_kind,
    'section', p_section,
    'field', p_field,
    'item_ids', (select jsonb_agg(distinct side -> 'item_id') from jsonb_array_elements(p_sides) as side),
    'sides', p_sides
  );
end;
$$;

create or replace function private.record_decision_map(p_patient_id uuid, p_sequence integer default null) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(
      jsonb_object_agg(
        decision.conflict_id,
        jsonb_build_object(
          'patch', decision.patch,
          'mark', jsonb_build_object(
            'conflict_id', decision.conflict_id,
            'kind', conflict.kind,
            'decision', decision.decision,
            'reason', decision.reason,
            'decided_by', decision.decided_by,
            'decided_at', private.utc_text(decision.decided_at)
          )
        )
      ),
      '{}'
    )
    from private.record_decisions_of(p_patient_id, p_sequence) as decision
    join public.record_conflicts as conflict on conflict.id = decision.conflict_id
  );
end;
$$;

create or replace function private.record_decisions_of(p_patient_id uuid, p_sequence integer default null)
returns setof public.record_decisions
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with made as (
      select decision.*
      from public.record_decisions as decision
      where decision.patient_id = p_patient_id
        and (
          p_sequence is null
          or exists (
            select from private.record_events as event
            where event.decision_id = decision.id and event.sequence <= p_sequence
          )
        )
    )
    select made.*
    from made
    where not exists (select from made as later where later.supersedes = made.id);
end;
$$;

create function private.record_dosing_history(p_statements private.record_statement[], p_history private.record_value[])
returns table (item_key text, dosing_history jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select ordered.item_key,
      jsonb_agg(
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by)
          || jsonb_build_object('said', case ordered.stage when 0 then 'reported' else 'planned' end)
          || (ordered.fields - '{name,indication,rxnorm_code}'::text[])
        order by ordered.ordinality
      )
    from unnest(p_statements) with ordinality as ordered
    where ordered.ordinality in (
      select history.ordinal from unnest(p_history) as history
      where history.section = 'medications' and history.is_change
        and history.field in ('dose', 'frequency', 'route', 'duration', 'status')
    )
    group by ordered.item_key;
end;
$$;

comment on function private.record_dosing_history(private.record_statement[], private.record_value[]) is
  'Per medication every statement that changed it, as the note had it, nulls included: {dose, frequency, route, duration, status, said (reported or planned), soap_note_id, encounter_at, signed_by}.';

create function private.record_event(
  p_patient_id uuid,
  p_kind text,
  p_record_version text,
  p_soap_note_id uuid default null,
  p_decision_id uuid default null,
  p_recorded_by uuid default private.current_user_id()
) returns private.record_events
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
begin
  insert into private.record_events (
    patient_id, sequence, kind, soap_note_id, decision_id, record_version, recorded_by, recorded_at
  )
  select p_patient_id, coalesce(max(last.sequence), 0) + 1, p_kind, p_soap_note_id, p_decision_id, p_record_version,
    p_recorded_by,
    -- A clock that was set back does not put a version before the one it came from.
    greatest(clock_timestamp(), max(last.recorded_at) + interval '1 microsecond')
  from (
    select sequence, recorded_at from private.record_events
    where patient_id = p_patient_id
    order by sequence desc
    limit 1
  ) as last
  returning * into v_event;
  return v_event;
end;
$$;

comment on function private.record_event(uuid, text, text, uuid, uuid, uuid) is
  'Writes the next version of a patient''s record into the journal; the patient''s row is locked.';

create function private.record_field_history(p_statements private.record_statement[]) returns setof private.record_value
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with named as (
      select statement.section, statement.item_key, statement.ordinality, statement.note_id, statement.fields,
        max(private.record_severity_rank(statement.fields ->> 'severity')) over (
          partition by statement.section, statement.item_key
          order by statement.ordinality rows between unbounded preceding and 1 preceding
        ) as worst_before
      from unnest(p_statements) with ordinality as statement
    ),
    stated as (
      select named.section, named.item_key, stated_field.key as field, stated_field.value, named.ordinality, named.note_id
      from named
      cross join lateral jsonb_each_text(named.fields) as stated_field
      -- A null or blank value says nothing: it neither confirms nor erases.
      where stated_field.value ~ '\S'
        -- "unknown" claims nothing beside a known severity, and of an allergy nothing later lowers the highest.
        and case
          when stated_field.key <> 'severity' or named.worst_before is null then true
          when named.section = 'allergies' then private.record_severity_rank(stated_field.value) >= named.worst_before
          else stated_field.value <> 'unknown' or named.worst_before < 2
        end
    ),
    compared as (
      select stated.*, lag(stated.value) over so_far as previous, lag(stated.note_id) over so_far as previous_note_id
      from stated
      window so_far as (partition by stated.section, stated.item_key, stated.field order by stated.ordinality)
    )
    select compared.section, compared.item_key, compared.field, compared.value, compared.ordinality,
      case
        when compared.value = compared.previous then false
        when compared.previous is null then true
        else private.record_value_key(compared.field, compared.value)
          is distinct from private.record_value_key(compared.field, compared.previous)
      end,
      compared.note_id is distinct from compared.previous_note_id
    from compared;
end;
$$;

comment on function private.record_field_history(private.record_statement[]) is
  'Every value the statements, given in the order of the record, give to a field of an item, but for a severity that says less than one before it.';

create function private.record_identified(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_section record;
begin
  for v_section in
    select statement.section as name, array_agg(statement) as statements
    from unnest(p_statements) as statement
    group by statement.section
  loop
    case v_section.name
      when 'conditions' then
        return query select * from private.record_join_conditions(v_section.statements);
      when 'medications' then
        return query select * from private.record_split_regimens(
          array(select joined from private.record_join_routes(v_section.statements) as joined)
        );
      when 'surgical_history' then
        return query select * from private.record_join_blank(v_section.statements, 'date', 'date');
      when 'family_history' then
        return query select * from private.record_join_blank(v_section.statements, 'relationship', 'relationship');
      else
        return query select * from unnest(v_section.statements);
    end case;
  end loop;
end;
$$;

comment on function private.record_identified(private.record_statement[]) is
  'Statements of whole neighbourhoods with the item_key that each section gives them, over its whole set.';

create function private.record_items(p_statements private.record_statement[], p_history private.record_value[])
returns setof private.record_item
language plpgsql
stable
security invoker
set search_path = ''
-- Nobody knows how long an array will be, and pairing every value with every statement is what must not happen.
set enable_nestloop = off
as $$
begin
  -- An item is put together as text and read once: a jsonb inside a jsonb is copied at every level.
  return query
    with statement as materialized (
      select said.section, said.item_key, said.neighbourhood, said.place, said.ordinality as ordinal, said.note_id,
        said.encounter_at, said.signed_by,
        private.record_mark(said.note_id, said.encounter_at, said.signed_by)::text as mark
      from unnest(p_statements) with ordinality as said
    ),
    stated as (
      select history.*, statement.note_id, statement.mark,
        min(history.ordinal) over field as first_seen,
        max(history.ordinal) filter (where history.is_change) over field as last_changed,
        max(history.ordinal) over field as last_confirmed
      from unnest(p_history) as history
      join statement on statement.ordinal = history.ordinal
      window field as (partition by history.section, history.item_key, history.field)
    ),
    field_state as (
      select stated.section, stated.item_key, stated.field, stated.last_changed,
        max(stated.value) filter (where stated.ordinal = stated.last_confirmed) as value,
        max(stated.mark) filter (where stated.ordinal = stated.last_changed) as changed_mark,
        concat(
          '{"first_seen": ', max(stated.mark) filter (where stated.ordinal = stated.first_seen),
          ', "last_changed": ', max(stated.mark) filter (where stated.ordinal = stated.last_changed),
          ', "last_confirmed": ', max(stated.mark) filter (where stated.ordinal = stated.last_confirmed),
          ', "source_notes": ', json_agg(stated.note_id order by stated.ordinal) filter (
            where stated.ordinal = stated.last_changed or stated.ordinal > stated.last_changed and stated.opens_note
          ), '}'
        ) as provenance
      from stated
      group by stated.section, stated.item_key, stated.field, stated.last_changed
    ),
    item_fields as (
      select field_state.section, field_state.item_key,
        string_agg(concat(to_json(field_state.field), ': ', to_json(field_state.value)), ', ') as shown,
        (array_agg(field_state.changed_mark order by field_state.last_changed desc))[1] as last_changed,
        string_agg(concat(to_json(field_state.field), ': ', field_state.provenance), ', ') as provenance
      from field_state
      group by field_state.section, field_state.item_key
    ),
    told as (
      select statement.*,
        lag(statement.note_id) over (partition by statement.section, statement.item_key order by statement.ordinal)
          is distinct from statement.note_id as opens_note
      from statement
    ),
    item_notes as (
      select told.section, told.item_key,
        min(told.neighbourhood collate "C") as neighbourhood,
        (array_agg(told.place order by told.ordinal))[1] as first_place,
        (array_agg(told.place order by told.ordinal desc))[1] as last_place,
        (array_agg(told.mark order by told.ordinal))[1] as first_seen,
        (array_agg(told.mark order by told.ordinal desc))[1] as last_confirmed,
        json_agg(told.note_id order by told.ordinal) filter (where told.opens_note) as source_notes,
        json_agg(distinct told.signed_by) as signed_by
      from told
      group by told.section, told.item_key
    )
    select item_notes.section, item_notes.item_key, item_notes.neighbourhood, item_notes.first_place,
      left(item_notes.last_place, 56),
      concat(
        '{', item_fields.shown, ', "id": "', private.record_item_id(item_notes.section, item_notes.item_key),
        '", "added_from_soap_note_id": ', item_notes.source_notes -> 0,
        ', "last_updated": ', item_notes.last_confirmed::json -> 'encounter_at',
        ', "provenance": {"first_seen": ', item_notes.first_seen, ', "last_changed": ', item_fields.last_changed,
        ', "last_confirmed": ', item_notes.last_confirmed, ', "source_notes": ', item_notes.source_notes,
        ', "signed_by": ', item_notes.signed_by, ', "fields": {', item_fields.provenance, '}}}'
      )::jsonb
    from item_notes
    join item_fields on item_fields.section = item_notes.section and item_fields.item_key = item_notes.item_key;
end;
$$;

comment on function private.record_items(private.record_statement[], private.record_value[]) is
  'Items of all lists, from statements in the order of the record and their private.record_field_history: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';

create function private.record_join_conditions(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    -- An item is named and coded by the entry it is about; an entry that joined it lends everything else.
    select
      identity.item_key, entries.note_id, entries.encounter_at, entries.signed_by,
      entries.stage, entries.position, entries.row_id,
      case
        when identity.item_key = entries.item_key then entries.fields
        else entries.fields - '{name,icd10}'::text[]
      end,
      case
        when identity.candidates is null then entries.facts
        else entries.facts || jsonb_build_object('candidates', identity.candidates)
      end,
      entries.section, identity.item_key, entries.place
    from unnest(p_statements) as entries
    join private.record_condition_identity(p_statements) as identity on identity.entry = entries.item_key;
end;
$$;

comment on function private.record_join_conditions(private.record_statement[]) is
  'Condition statements keyed by the entry they join (private.record_condition_identity); of one that could join several and stands alone, facts.candidates names them.';

create or replace function private.record_omission(p_complete jsonb, p_last_confirmed jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select claim.mark
    from jsonb_array_elements(p_complete) with ordinality as claim (mark, place)
    where ((claim.mark ->> 'encounter_at')::timestamptz, (claim.mark ->> 'soap_note_id')::uuid)
      > ((p_last_confirmed ->> 'encounter_at')::timestamptz, (p_last_confirmed ->> 'soap_note_id')::uuid)
    order by claim.place
    limit 1
  );
end;
$$;

create or replace function private.record_reactions(p_statements private.record_statement[])
returns table (item_key text, reaction text, reactions jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with reported as (
      -- Several reactions are written, and shown, with commas between them; those in brackets belong to the words.
      select ordered.*, btrim(part.words) as words,
        coalesce(regexp_replace(private.record_key(part.words), '^(a|an|the|some) ', ''), btrim(part.words)) as reaction_key,
        row_number() over (order by ordered.ordinality, part.number) as reaction_place,
        -- A severity given for several reactions at once is not said of each.
        case when count(*) over (partition by ordered.ordinality) = 1 then ordered.fields ->> 'severity' end as severity
      from unnest(p_statements) with ordinality as ordered
      cross join lateral regexp_split_to_table(ordered.fields ->> 'reaction', ',(?![^(]*\))')
        with ordinality as part (words, number)
      where ordered.section = 'allergies' and part.words ~ '\S'
    ),
    reaction as (
      select reported.item_key, min(reported.reaction_place) as first_place,
        (array_agg(reported.words order by reported.reaction_place))[1] as words,
        jsonb_build_object(
          'id', private.record_item_id('reactions', reported.item_key || '|' || reported.reaction_key),
          'reaction', (array_agg(reported.words order by reported.reaction_place))[1],
          'severity', (array_agg(reported.severity
            order by private.record_severity_rank(reported.severity) desc, reported.reaction_place))[1],
          'first_seen', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.reaction_place))[1],
          'last_confirmed', (array_agg(private.record_mark(reported.note_id, reported.encounter_at, reported.signed_by)
            order by reported.reaction_place desc))[1]
        ) as reaction
      from reported
      group by reported.item_key, reported.reaction_key
    )
    select reaction.item_key, string_agg(reaction.words, ', ' order by reaction.first_place),
      jsonb_agg(reaction.reaction order by reaction.first_place)
    from reaction
    group by reaction.item_key;
end;
$$;

create or replace function private.record_regimen_key(p_item_key text, p_number integer) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return case when p_number = 1 then p_item_key else p_item_key || '|#' || p_number end;
end;
$$;

create or replace function private.record_severity_rank(p_severity text) returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return case p_severity
    when 'life_threatening' then 5
    when 'severe' then 4
    when 'moderate' then 3
    when 'mild' then 2
    when 'unknown' then 1
    else 0
  end;
end;
$$;

create or replace function private.refold(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[] default '{}', p_decisions jsonb default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
as $$
declare
  v_decisions jsonb := coalesce(p_decisions, private.record_decision_map(p_patient_id));
  v_claims private.record_statement[] := array(select claim from private.ledger_claims(p_patient_id, p_note_ids) as claim);
  v_sections text[];
  v_neighbourhoods text[];
  v_before private.record_entry[];
  v_after private.record_entry[];
  v_changed uuid[];
  v_crossings record;
begin
  select coalesce(array_agg(touched.section), '{}'), coalesce(array_agg(touched.neighbourhood), '{}')
  into v_sections, v_neighbourhoods
  from private.record_touched(p_patient_id, p_note_ids, p_item_ids) as touched;

  v_before := array(
    select entry from private.stored_entries(
      p_patient_id,
      array(
        select stored.id
        from unnest(v_sections, v_neighbourhoods) as touched (section, neighbourhood)
        join private.record_entries as stored on stored.patient_id = p_patient_id
          and (stored.section, stored.neighbourhood) in (
            (touched.section, touched.neighbourhood), ('conflicts', touched.section || '|' || touched.neighbourhood)
          )
        where touched.section <> 'list_states'
      )
    ) as entry
  );
  v_after := array(
    select entry from private.fold_sections(
      v_claims || array(
        select said from private.ledger_statements(p_patient_id, v_sections, v_neighbourhoods, p_note_ids) as said
        where said.section <> 'list_states'
      ),
      v_decisions
    ) as entry
  );
  v_changed := private.replace_entries(p_patient_id, v_before, v_after);

  select * into v_crossings
  from private.refold_crossings(
    p_patient_id, v_before || v_after,
    array(
      select split_part(claim.key, ':', 1) from unnest(v_sections, v_neighbourhoods) as claim (section, key)
      where claim.section = 'list_states' and claim.key like '%:none_known'
    ),
    v_claims, v_decisions
  );
  v_changed := v_changed || v_crossings.changed || private.refold_summary(
    p_patient_id,
    array(
      select list from unnest(private.record_lists()) as list
      where list = any (v_sections) or list || ':none_known' = any (v_neighbourhoods)
    ),
    p_note_ids, v_claims
  );
  perform private.rehash_record(p_patient_id, v_changed);
  return private.record_changes(v_before || v_crossings.before, v_after || v_crossings.after, p_note_ids[1]);
end;
$$;

create or replace function private.replace_entries(
  p_patient_id uuid, p_before private.record_entry[], p_after private.record_entry[]
) returns uuid[]
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_gone uuid[] := array(
    select before.id from unnest(p_before) as before
    except
    select after.id from unnest(p_after) as after
  );
  v_written uuid[];
  v_named uuid[];
begin
  if cardinality(p_before) + cardinality(p_after) = 0 then
    return '{}';
  end if;
  if cardinality(v_gone) > 0 then
    delete from private.record_substances where patient_id = p_patient_id and entry_id = any (v_gone);
    delete from private.record_entries where patient_id = p_patient_id and id = any (v_gone);
  end if;

  with written as (
    insert into private.record_entries as entry (
      patient_id, id, section, neighbourhood, place, key, item, last_confirmed, sha256
    )
    select p_patient_id, after.id, after.section, after.neighbourhood, after.place, after.key, after.item,
      after.last_confirmed, private.record_part_sha256(after.section, after.item)
    from unnest(p_after) as after
    on conflict (patient_id, id) do update
    set neighbourhood = excluded.neighbourhood, place = excluded.place, key = excluded.key, item = excluded.item,
      last_confirmed = excluded.last_confirmed, sha256 = excluded.sha256
    where entry.sha256 <> excluded.sha256 or entry.place <> excluded.place or entry.neighbourhood <> excluded.neighbourhood
    returning entry.id
  )
  select coalesce(array_agg(written.id), '{}') into v_written from written;

  v_named := array(select after.id from unnest(p_after) as after where after.substances is not null);
  if cardinality(v_named) > 0 then
    delete from private.record_substances as link
    where link.patient_id = p_patient_id and link.entry_id = any (v_named)
      and not exists (
        select from unnest(p_after) as after where after.id = link.entry_id and link.substance = any (after.substances)
      );
    insert into private.record_substances (patient_id, substance, section, entry_id)
    select p_patient_id, named.substance, after.section, after.id
    from unnest(p_after) as after
    cross join lateral unnest(after.substances) as named (substance)
    where named.substance is not null
    on conflict do nothing;
  end if;
  return v_gone || v_written;
end;
$$;

create or replace function private.write_assertions(p_note_ids uuid[]) returns void
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes, as in private.refold.
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into private.record_assertions (
    patient_id, note_id, section, neighbourhood, place, encounter_at, signed_by, stage, position, row_id, fields, facts,
    rules_version
  )
  select note.patient_id, said.note_id, said.section, said.neighbourhood,
    said.place,
    said.encounter_at, said.signed_by, said.stage, said.position, said.row_id, said.fields, said.facts,
    private.record_rules_version()
  from private.note_statements(p_note_ids) as said
  join public.soap_notes as note on note.id = said.note_id
  on conflict do nothing;
end;
$$;

create or replace function private.write_record(p_patient_id uuid, p_last_note_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
as $$
begin
  update private.record_states set is_being_written = true where patient_id = p_patient_id;
  update public.patient_profiles
  set
    cumulative_medical_record = private.written_record(p_patient_id),
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = p_last_note_id
  where user_id = p_patient_id;
  update private.record_states set is_being_written = false where patient_id = p_patient_id;
  perform private.record_conflicts_found(p_patient_id, to_jsonb(private.written_list(p_patient_id, 'conflicts')));
end;
$$;
