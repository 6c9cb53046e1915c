-- The fold in fewer statements: what it means is as before, and every record keeps its bytes. See docs/adr/0011.

-- What stands is stored as it was until it is written again.
alter table private.record_entries set (toast_tuple_target = 8160);
alter table private.record_entries alter column item set storage external;

alter table private.record_states add column allergies integer not null default 0 check (allergies >= 0);
comment on column private.record_states.allergies is 'How many allergies the column has, under these rules; 0 while it was last written under others.';
update private.record_states as state
set allergies = coalesce(jsonb_array_length(profile.cumulative_medical_record -> 'allergies'), 0)
from public.patient_profiles as profile
where profile.user_id = state.patient_id;

drop trigger set_updated_at on public.patient_profiles;
-- Whoever writes the record says when: a trigger that changes the row would copy the record to do so.
create trigger set_updated_at before update on public.patient_profiles
  for each row
  when (new.medical_record_last_updated_at is not distinct from old.medical_record_last_updated_at)
  execute function private.set_updated_at();

drop trigger keep_allergies on public.patient_profiles;
create trigger keep_allergies before update of cumulative_medical_record on public.patient_profiles
  for each row execute function private.keep_allergies();

drop function private.apply_decisions(private.record_entry[], jsonb);
drop function private.fold_allergies(private.record_item[], private.record_statement[]);
drop function private.fold_allergy_conflicts(private.record_statement[]);
drop function private.fold_conditions(private.record_item[], private.record_statement[]);
drop function private.fold_family_history(private.record_item[]);
drop function private.fold_findings(text, private.record_statement[]);
drop function private.fold_list_states(text[], private.record_entry[], private.record_statement[]);
drop function private.fold_medication_conflicts(private.record_entry[], private.record_statement[]);
drop function private.fold_medications(private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]);
drop function private.fold_sections(private.record_statement[], jsonb);
drop function private.fold_social_history(private.record_item[]);
drop function private.fold_statements(text, private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]);
drop function private.fold_surgical_history(private.record_item[]);
drop function private.fold_vital_trends(private.record_statement[]);
drop function private.ledger_claims(uuid, uuid[]);
drop function private.ledger_statements(uuid, text[], text[], uuid[]);
drop function private.record_condition_meets(uuid, text);
drop function private.record_condition_neighbours(uuid, text[]);
drop function private.record_entry_parts(private.record_entry[]);
drop function private.record_identified(private.record_statement[]);
drop function private.record_join_blank(private.record_statement[], text, text);
drop function private.record_touched(uuid, uuid[], uuid[]);
drop function private.refold_summary(uuid, text[], uuid[], private.record_statement[]);
drop function private.written_list(uuid, text);
drop function private.written_object(uuid, text);
drop function private.written_record(uuid);

create function private.apply_decisions(p_entries private.record_entry[], p_decisions jsonb) returns private.record_entry[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return array(
    with decided as (
      select conflict.place, conflict.item -> 'item_ids' as item_ids, p_decisions -> conflict.id::text as decision
      from unnest(p_entries) as conflict
      where conflict.section = 'conflicts' and p_decisions ? conflict.id::text
    ),
    made as (
      select about.id,
        jsonb_object_agg(part.key, part.value order by decided.place) filter (where part.key is not null) as patch,
        jsonb_agg(distinct decided.decision -> 'mark') as marks
      from decided
      cross join lateral jsonb_array_elements_text(decided.item_ids) as about (id)
      left join lateral jsonb_each(decided.decision -> 'patch') as part on true
      group by about.id
    )
    select row(
      entry.section, entry.neighbourhood, entry.id, entry.place, entry.key,
      case
        when made.id is null then entry.item
        else entry.item || coalesce(made.patch, '{}') || jsonb_build_object('decisions', made.marks)
      end,
      entry.last_confirmed, entry.substances
    )::private.record_entry
    from unnest(p_entries) as entry
    left join made on made.id = entry.id::text and entry.section <> 'conflicts'
    where entry.section <> 'conflicts' or not p_decisions ? entry.id::text
  );
end;
$$;

comment on function private.apply_decisions(private.record_entry[], jsonb) is
  'What the fold of the sections made, as the decisions leave it. A decision holds where the fold found the very conflict it was made on, and nowhere else: the conflict goes, its items get the patch and, under decisions[], who decided {conflict_id, kind, decision, reason, decided_by, decided_at}. p_decisions: {<conflict id>: {patch, mark}}.';

create function private.fold_allergies(p_items private.record_item[], p_statements private.record_statement[])
returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with summary as (
      select ordered.item_key,
        (array_agg(ordered.facts ->> 'status' order by ordered.ordinality))[count(*)] as status,
        (array_agg(ordered.facts ->> 'word' order by ordered.ordinality) filter (where ordered.facts ->> 'word' ~ '\S'))
          [count(*) filter (where ordered.facts ->> 'word' ~ '\S')] as status_word,
        array_agg(distinct ordered.facts ->> 'drug') as drugs
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'allergies'
      group by ordered.item_key
    )
    select row(
      'allergies', folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place, null,
      folded.item || jsonb_build_object(
        'severity', folded.item -> 'severity',
        'severity_source', folded.item #> '{provenance,fields,severity,last_changed}',
        'status', summary.status, 'clinical_status', summary.status, 'status_word', summary.status_word,
        'reaction', reactions.reaction, 'reactions', coalesce(reactions.reactions, '[]')
      ),
      folded.last_confirmed, summary.drugs || folded.item_key
    )::private.record_entry
    from unnest(p_items) as folded
    join summary on summary.item_key = folded.item_key
    left join private.record_reactions(p_statements) as reactions on reactions.item_key = folded.item_key
    where folded.section = 'allergies'
  ) || private.fold_allergy_conflicts(p_statements);
end;
$$;

comment on function private.fold_allergies(private.record_item[], private.record_statement[]) is
  'Allergies of the record, from items and statements of whole neighbourhoods: id, allergen, severity (the highest ever reported, null when nobody said), severity_source, reaction (all in one line), reactions[], status and clinical_status (active, inactive, refuted), status_word, provenance; and their conflicts: lower_allergy_severity, reported_after_refutation.';

create function private.fold_allergy_conflicts(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Most often there is nothing to ask: nobody refuted one, nobody gave it two severities.
  if not exists (
    select from unnest(p_statements) as said
    where said.section = 'allergies'
    group by said.item_key
    having bool_or(said.facts ->> 'status' = 'refuted') or min(said.fields ->> 'severity') <> max(said.fields ->> 'severity')
  ) then
    return '{}';
  end if;
  return array(
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
    select private.record_conflict_entry(
      'allergies|' || found.item_key, private.record_conflict(found.kind, 'allergies', found.field, found.sides)
    )
    from found
  );
end;
$$;

comment on function private.fold_allergy_conflicts(private.record_statement[]) is
  'Where notes disagree about one allergy: lower_allergy_severity until a note states the highest again, reported_after_refutation.';

create function private.fold_condition_conflicts(
  p_entries private.record_entry[], p_statements private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with candidate as (
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
            (entry.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', entry.item -> 'id', 'value', entry.item -> 'name')
            order by entry.neighbourhood <> candidate.alone, entry.neighbourhood collate "C"
          )
        ) as conflict
      from candidate
      join unnest(p_entries) as entry on entry.section = 'conditions' and entry.neighbourhood = candidate.item_key
      group by candidate.alone
    )
    select private.record_conflict_entry('conditions|' || conflicts.alone, conflicts.conflict) from conflicts
  );
end;
$$;

comment on function private.fold_condition_conflicts(private.record_entry[], private.record_statement[]) is
  'Conflicts about conditions: ambiguous_identity, where an entry could be several others.';

create function private.fold_findings(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with stated as (
      select said.section, said.item_key as system, said.place collate "C" as place,
        private.record_mark(said.note_id, said.encounter_at, said.signed_by) || jsonb_build_object(
          'id', private.record_item_id(said.section, said.note_id || '|' || said.row_id)
        ) || said.fields as finding,
        rank() over (partition by said.section, said.item_key order by left(said.place, 56) collate "C" desc) as notes_ago
      from unnest(p_statements) as said
      where said.section in ('review_of_systems_trends', 'physical_exam_findings')
    ),
    trend as (
      select stated.section, stated.system, private.record_item_id(stated.section, stated.system) as id,
        jsonb_agg(stated.finding order by stated.place) filter (where stated.notes_ago = 1) as latest,
        jsonb_agg(stated.finding order by stated.place) as series
      from stated
      group by stated.section, stated.system
    )
    select row(
      trend.section, trend.system, trend.id, trend.system, trend.system,
      jsonb_build_object('id', trend.id, 'system', trend.system, 'latest', trend.latest, 'series', trend.series),
      null, null
    )::private.record_entry
    from trend
  );
end;
$$;

comment on function private.fold_findings(private.record_statement[]) is
  'Review of systems and physical examination of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';

create function private.fold_items(p_items private.record_item[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select row(
      folded.section, folded.neighbourhood, (folded.item ->> 'id')::uuid, folded.place,
      case folded.section when 'social_history' then replace(folded.item_key, ' ', '_') end,
      case folded.section
        when 'conditions' then
          jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
            || folded.item
            || jsonb_build_object(
              'clinical_status',
              coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
            )
        when 'surgical_history' then
          (folded.item - 'name') || jsonb_build_object(
            'procedure', folded.item -> 'name', 'date', folded.item -> 'date',
            'surgeon', folded.item -> 'surgeon', 'notes', folded.item -> 'notes'
          )
        when 'family_history' then
          (folded.item - 'name') || jsonb_build_object(
            'condition', folded.item -> 'name', 'relationship', folded.item -> 'relationship',
            'age_of_onset', folded.item -> 'age_of_onset', 'notes', folded.item -> 'notes'
          )
        else
          (folded.item - 'name') || jsonb_build_object(
            'topic', folded.item -> 'name', 'status', folded.item -> 'status',
            'date', folded.item -> 'date', 'notes', folded.item -> 'notes'
          )
      end,
      folded.last_confirmed, null
    )::private.record_entry
    from unnest(p_items) as folded
    where folded.section in ('conditions', 'surgical_history', 'family_history', 'social_history')
  );
end;
$$;

comment on function private.fold_items(private.record_item[]) is
  'Entries of the lists whose elements are their items and nothing more, of whole neighbourhoods. Conditions: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by; a word nobody knows, and none at all, read as active), severity, onset_date, notes, provenance. Surgical history: {id, procedure, date, surgeon, notes, …, provenance}. Family history: {id, condition, relationship, age_of_onset, notes, …, provenance}. Social history, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';

create function private.fold_list_states(
  p_lists text[], p_entries private.record_entry[], p_claims private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with listed as (
      select entry.section as list, bool_or(entry.item ->> 'clinical_status' is distinct from 'refuted') as counts,
        (array_agg(entry.item #> '{provenance,last_confirmed}' order by entry.last_confirmed collate "C" desc))[1] as mark
      from unnest(p_entries) as entry
      group by entry.section
    ),
    denied as (
      select distinct on (claim.facts ->> 'list') claim.facts ->> 'list' as list,
        private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) as mark
      from unnest(p_claims) as claim
      where claim.facts ->> 'claim' = 'none_known'
      order by claim.facts ->> 'list', claim.place collate "C" desc
    )
    select row(
      'list_states', lists.name, private.record_item_id('list_states', lists.name), lists.name, lists.name,
      case
        when listed.counts then jsonb_build_object('state', 'listed') || listed.mark
        when denied.mark is not null then jsonb_build_object('state', 'none_known') || denied.mark
        when listed.mark is not null then jsonb_build_object('state', 'listed') || listed.mark
        else jsonb_build_object('state', 'not_asked', 'soap_note_id', null, 'encounter_at', null, 'signed_by', null)
      end,
      null, null
    )::private.record_entry
    from unnest(p_lists) as lists (name)
    left join listed on listed.list = lists.name
    left join denied on denied.list = lists.name
  );
end;
$$;

comment on function private.fold_list_states(text[], private.record_entry[], private.record_statement[]) is
  'The three kinds of empty, per list: {state, soap_note_id, encounter_at, signed_by}, state being listed, none_known (asked, none) or not_asked, with the last note that said so. A refuted entry alone does not make a list listed against a later denial. Of a list''s entries it needs the last confirmed one, and one that is not refuted.';

create function private.fold_medication_conflicts(
  p_entries private.record_entry[], p_statements private.record_statement[], p_history private.record_value[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Most often there is nothing to ask: no field carried, no dose changed, no row that could be several.
  if not (
    exists (select from unnest(p_entries) as entry where entry.item -> 'carried_fields' <> '[]')
    or exists (
      select from unnest(p_history) as stated
      where stated.section = 'medications' and stated.field = 'dose' and stated.is_change
      group by stated.item_key
      having count(*) > 1
    )
    or exists (select from unnest(p_statements) as said where said.section = 'medications' and said.facts ? 'candidates')
  ) then
    return '{}';
  end if;
  return array(
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
    select private.record_conflict_entry('medications|' || found.neighbourhood, found.conflict)
    from (
      select * from incomplete union all select * from contradicting union all select * from ambiguous
    ) as found
  );
end;
$$;

comment on function private.fold_medication_conflicts(private.record_entry[], private.record_statement[], private.record_value[]) is
  'What is open about medications: incomplete_regimen (fields nobody ever stated together), same_day_doses (different doses in notes of the last day, UTC, on which one was stated), ambiguous_identity (a row that could be several drugs or regimens).';

create function private.fold_medications(
  p_items private.record_item[],
  p_statements private.record_statement[],
  p_history private.record_value[],
  p_claims private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_complete jsonb := case cardinality(p_claims) when 0 then '[]' else private.record_complete_lists(p_claims, 'medications') end;
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
          'omitted_from_complete_list',
          case when v_complete <> '[]' then private.record_omission(v_complete, folded.item #> '{provenance,last_confirmed}') end
        ),
      folded.last_confirmed, private.record_substances_of(folded.neighbourhood)
    )::private.record_entry
    from unnest(p_items) as folded
    left join private.record_dosing_history(p_statements, p_history) as dosing on dosing.item_key = folded.item_key
    left join private.record_carried_fields(p_statements, p_history) as carried on carried.item_key = folded.item_key
    where folded.section = 'medications'
  );

  return v_entries || private.fold_medication_conflicts(v_entries, p_statements, p_history);
end;
$$;

comment on function private.fold_medications(
  private.record_item[], private.record_statement[], private.record_value[], private.record_statement[]
) is
  'Medications of the record, from items, statements and field history of whole neighbourhoods and the claims of list_states: id, name, dose, frequency, route, duration, indication, rxnorm_code, status (the last note''s own word), clinical_status (active, on_hold, discontinued, completed, entered_in_error: what readers filter by), dosing_history[], carried_fields[] with carried_from {field: {soap_note_id, encounter_at, signed_by}}, omitted_from_complete_list (the later note that attested a complete list without it, else null), provenance; and their conflicts. An unmentioned drug stays: omission is not discontinuation.';

create function private.fold_sections(
  p_statements private.record_statement[], p_decisions jsonb, p_conditions_meet boolean default true
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_sections text[] := array(select distinct statement.section from unnest(p_statements) as statement);
  v_claims private.record_statement[];
  v_listed private.record_statement[] := '{}';
  v_history private.record_value[];
  v_items private.record_item[];
  v_entries private.record_entry[] := '{}';
begin
  -- Who is who first, then all lists at once: a query costs more than the rows of a note do.
  if v_sections && private.record_lists() then
    v_listed := private.record_identified(p_statements, p_conditions_meet);
    v_history := array(select stated from private.record_field_history(v_listed) as stated);
    v_items := array(select folded from private.record_items(v_listed, v_history) as folded);
    v_entries := private.fold_items(v_items);
  end if;
  if 'conditions' = any (v_sections) and p_conditions_meet then
    v_entries := v_entries || private.fold_condition_conflicts(v_entries, v_listed);
  end if;
  if 'medications' = any (v_sections) then
    v_claims := array(select claim from unnest(p_statements) as claim where claim.section = 'list_states');
    v_entries := v_entries || private.fold_medications(v_items, v_listed, v_history, v_claims);
  end if;
  if 'allergies' = any (v_sections) then
    v_entries := v_entries || private.fold_allergies(v_items, v_listed);
  end if;
  if 'vital_trends' = any (v_sections) then
    v_entries := v_entries || private.fold_vital_trends(p_statements);
  end if;
  if v_sections && '{review_of_systems_trends,physical_exam_findings}' then
    v_entries := v_entries || private.fold_findings(p_statements);
  end if;
  return case p_decisions when '{}' then v_entries else private.apply_decisions(v_entries, p_decisions) end;
end;
$$;

comment on function private.fold_sections(private.record_statement[], jsonb, boolean) is
  'Entries and conflicts of every section these statements are of, each section for itself, as the decisions on its conflicts leave them. p_conditions_meet: as in private.record_identified.';

create function private.fold_vital_trends(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with stated as (
      select said.item_key, said.fields ->> 'name' as name, said.fields ->> 'loinc_code' as loinc_code,
        said.place collate "C" as place,
        coalesce((said.facts ->> 'measured_at')::timestamptz, said.encounter_at) as taken_at,
        -- Shown as it was written at signing; a ledger of before did not write it.
        coalesce(
          said.facts -> 'measurement',
          private.record_measurement(
            said.note_id, said.encounter_at, said.signed_by, said.row_id, said.fields, said.facts ->> 'measured_at'
          )
        ) as measurement
      from unnest(p_statements) as said
      where said.section = 'vital_trends'
        -- A measurement with its own time that a later note repeats is the same measurement.
        and (said.facts ->> 'measured_at' is null or said.place in (
          select min(timed.place collate "C")
          from unnest(p_statements) as timed
          where timed.section = 'vital_trends' and timed.facts ->> 'measured_at' is not null
          group by timed.item_key, timed.facts -> 'measured_at', timed.fields -> 'value', timed.fields -> 'unit'
        ))
    ),
    trend as (
      select stated.item_key as vital, private.record_item_id('vital_trends', stated.item_key) as id,
        (array_agg(stated.name order by stated.taken_at, stated.place))[count(*)] as name,
        (array_agg(stated.loinc_code order by stated.taken_at, stated.place) filter (where stated.loinc_code ~ '\S'))
          [count(*) filter (where stated.loinc_code ~ '\S')] as loinc_code,
        jsonb_agg(stated.measurement order by stated.taken_at, stated.place) as series
      from stated
      group by stated.item_key
    )
    select row(
      'vital_trends', trend.vital, trend.id, trend.vital, replace(trend.vital, ' ', '_'),
      jsonb_build_object(
        'id', trend.id, 'name', trend.name, 'loinc_code', trend.loinc_code, 'latest', trend.series -> -1, 'series', trend.series
      ),
      null, null
    )::private.record_entry
    from trend
  );
end;
$$;

comment on function private.fold_vital_trends(private.record_statement[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';

create function private.ledger_statements(p_patient_id uuid, p_sections text[], p_neighbourhoods text[], p_entering uuid[])
returns private.record_statement[]
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

comment on function private.ledger_statements(uuid, text[], text[], uuid[]) is
  'What the notes that count say in these neighbourhoods (section and key, side by side), from the ledger; and what they claim about whole lists, as far as it still matters: the last denial of each, and every complete list of medications.';

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

create function private.record_condition_meets(p_patient_id uuid, p_entries text[]) returns setof text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    -- A code meets the codes of its category.
    select sibling.neighbourhood
    from unnest(p_entries) as entry (key)
    join private.record_assertions as sibling on sibling.patient_id = p_patient_id and sibling.section = 'conditions'
      and sibling.neighbourhood >= left(entry.key, 9) and sibling.neighbourhood < left(entry.key, 9) || '~'
    where starts_with(entry.key, 'icd10:') and sibling.neighbourhood <> entry.key
    union
    -- One with a code and one without meet when they are called the same,
    select namesake.neighbourhood
    from unnest(p_entries) as entry (key)
    join private.record_assertions as own on own.patient_id = p_patient_id and own.section = 'conditions'
      and own.neighbourhood = entry.key
    join private.record_assertions as namesake on namesake.patient_id = p_patient_id and namesake.name_key = own.name_key
      and namesake.section = 'conditions'
    where starts_with(namesake.neighbourhood, 'icd10:') <> starts_with(entry.key, 'icd10:')
    union
    -- or when the name may stand for the code.
    select meant.neighbourhood
    from unnest(p_entries) as entry (key)
    join private.record_synonyms as possible on possible.kind = 'condition_code'
      and (starts_with(entry.key, 'icd10:' || possible.canonical) or entry.key = 'name:' || possible.term)
    join private.record_assertions as meant on meant.patient_id = p_patient_id and meant.section = 'conditions'
      and meant.neighbourhood
        between case when starts_with(entry.key, 'icd10:') then 'name:' || possible.term else 'icd10:' || possible.canonical end
        and case when starts_with(entry.key, 'icd10:') then 'name:' || possible.term else 'icd10:' || possible.canonical || '~' end;
end;
$$;

comment on function private.record_condition_meets(uuid, text[]) is
  'The other entries of a patient''s ledger that may decide what one of these is, or it about them: by code or by name, in every note whether it counts or not, by whatever rules it was read.';

create function private.record_condition_neighbours(p_patient_id uuid, p_entries text[], out entries text[], out do_meet boolean)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_waiting text[] := p_entries;
begin
  entries := p_entries;
  do_meet := false;
  while cardinality(v_waiting) > 0 loop
    v_waiting := array(select private.record_condition_meets(p_patient_id, v_waiting));
    do_meet := do_meet or cardinality(v_waiting) > 0;
    v_waiting := array(select unnest(v_waiting) except select unnest(entries));
    entries := entries || v_waiting;
  end loop;
end;
$$;

comment on function private.record_condition_neighbours(uuid, text[]) is
  'The entries that private.record_condition_identity has to see together to decide about these: the closure of private.record_condition_meets; and whether any of them meets another.';

create function private.record_identified(p_statements private.record_statement[], p_conditions_meet boolean)
returns private.record_statement[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_identified private.record_statement[];
  v_is_open boolean;
begin
  -- A blank detail joins the one that is known. Where the whole set leaves a choice, the rules for it are asked below.
  with said as materialized (
    select statement.*,
      case statement.section
        when 'medications' then statement.facts ->> 'route'
        when 'surgical_history' then private.record_canonical('date', statement.fields ->> 'date')
        when 'family_history' then private.record_canonical('relationship', statement.fields ->> 'relationship')
      end collate "C" as detail
    from unnest(p_statements) as statement
    where statement.section = any (private.record_lists())
  )
  select
    coalesce(array_agg(
      row(
        keyed.item_key, keyed.note_id, keyed.encounter_at, keyed.signed_by, keyed.stage, keyed.position, keyed.row_id,
        keyed.fields, keyed.facts, keyed.section, keyed.neighbourhood, keyed.place
      )::private.record_statement order by keyed.place
    ), '{}'),
    coalesce(bool_or(keyed.section = 'medications' and (keyed.has_choice or keyed.is_one_of_several)), false)
  into v_identified, v_is_open
  from (
    select said.note_id, said.encounter_at, said.signed_by, said.stage, said.position, said.row_id, said.fields, said.facts,
      said.section, said.neighbourhood, said.place collate "C" as place,
      case
        when said.section not in ('medications', 'surgical_history', 'family_history') then said.item_key
        else said.item_key || '|' || coalesce(
          said.detail, case when min(said.detail) over item = max(said.detail) over item then min(said.detail) over item end, ''
        )
      end as item_key,
      said.detail is null and min(said.detail) over item <> max(said.detail) over item as has_choice,
      count(*) over (partition by said.section, said.item_key, said.note_id, said.stage) > 1 as is_one_of_several
    from said
    window item as (partition by said.section, said.item_key)
  ) as keyed;
  if not v_is_open and not p_conditions_meet then
    return v_identified;
  end if;
  return array(
    select told
    from (
      select told from unnest(v_identified) as told
      where not (told.section = 'conditions' and p_conditions_meet or told.section = 'medications' and v_is_open)
      union all
      select joined
      from private.record_join_conditions(
        array(select told from unnest(p_statements) as told where told.section = 'conditions' and p_conditions_meet)
      ) as joined
      union all
      select split
      from private.record_split_regimens(
        array(
          select routed from private.record_join_routes(
            array(select told from unnest(p_statements) as told where told.section = 'medications' and v_is_open)
          ) as routed
        )
      ) as split
    ) as identified
    order by (identified.told).place collate "C"
  );
end;
$$;

comment on function private.record_identified(private.record_statement[], boolean) is
  'Statements of lists, of whole neighbourhoods, in the order of the record, with the item_key that each section gives them over its whole set: a procedure with its date, a relative''s condition with the relative, a drug with its route; a blank one joins the one that is known, and stands alone when there are several. p_conditions_meet false: no condition among them can be another one.';

create function private.record_measurement(
  p_note_id uuid, p_encounter_at timestamptz, p_signed_by uuid, p_row_id text, p_fields jsonb, p_measured_at text
) returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_encounter_at text := private.utc_text(p_encounter_at);
begin
  return jsonb_build_object(
    'id', private.record_item_id('vital_trends', p_note_id || '|' || p_row_id),
    'value', p_fields -> 'value', 'unit', p_fields -> 'unit',
    'measured_at', coalesce(p_measured_at, v_encounter_at), 'measured_at_known', p_measured_at is not null,
    'soap_note_id', p_note_id, 'encounter_at', v_encounter_at, 'signed_by', p_signed_by
  );
end;
$$;

comment on function private.record_measurement(uuid, timestamptz, uuid, text, jsonb, text) is
  'One measurement as the record shows it: {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}; the encounter''s start stands in for an unknown time.';

create function private.record_touched(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[],
  out sections text[], out neighbourhoods text[], out conditions_meet boolean
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_rules_version constant text := private.record_rules_version();
  v_conditions record;
begin
  select coalesce(array_agg(named.section), '{}'), coalesce(array_agg(named.neighbourhood), '{}')
  into sections, neighbourhoods
  from (
    select said.section, said.neighbourhood
    from private.record_assertions as said
    where said.note_id = any (p_note_ids) and said.rules_version = v_rules_version
    union
    select entry.section, entry.neighbourhood
    from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.id = any (p_item_ids) and entry.section <> 'conflicts'
  ) as named;

  conditions_meet := false;
  if 'conditions' = any (sections) then
    v_conditions := private.record_condition_neighbours(
      p_patient_id,
      array(select named.entry from unnest(sections, neighbourhoods) as named (section, entry) where named.section = 'conditions')
    );
    conditions_meet := v_conditions.do_meet;
    select array_agg(named.section), array_agg(named.neighbourhood)
    into sections, neighbourhoods
    from (
      select told.section, told.neighbourhood from unnest(sections, neighbourhoods) as told (section, neighbourhood)
      union
      select 'conditions', unnest(v_conditions.entries)
    ) as named;
  end if;
  -- Who attests a complete list speaks of every medication, by leaving it out.
  if 'medications:complete' = any (neighbourhoods) then
    select array_agg(named.section), array_agg(named.neighbourhood)
    into sections, neighbourhoods
    from (
      select told.section, told.neighbourhood from unnest(sections, neighbourhoods) as told (section, neighbourhood)
      union
      select 'medications', said.neighbourhood
      from private.record_assertions as said
      where said.patient_id = p_patient_id and said.section = 'medications' and said.rules_version = v_rules_version
    ) as named;
  end if;
end;
$$;

comment on function private.record_touched(uuid, uuid[], uuid[]) is
  'The neighbourhoods that notes and items touch (section and key, side by side), whether the notes count or not; and whether a condition among them may be another one of them.';

create function private.refold_list_states(
  p_patient_id uuid,
  p_sections text[],
  p_neighbourhoods text[],
  p_before private.record_entry[],
  p_after private.record_entry[],
  p_claims private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_lists text[] := array(
    select list from unnest(private.record_lists()) as list
    where list = any (p_sections) or list || ':none_known' = any (p_neighbourhoods)
  );
  v_gone uuid[] := array(select entry.id from unnest(p_before) as entry);
begin
  return private.fold_list_states(
    v_lists,
    p_after || array(
      select row(list.name, null, null, null, null, picked.item, picked.last_confirmed, null)::private.record_entry
      from unnest(v_lists) as list (name)
      cross join lateral (
        (
          select entry.item, entry.last_confirmed from private.record_entries as entry
          where entry.patient_id = p_patient_id and entry.section = list.name and entry.last_confirmed is not null
            and entry.id <> all (v_gone)
          order by entry.last_confirmed desc
          limit 1
        )
        union all
        (
          select entry.item, entry.last_confirmed from private.record_entries as entry
          where entry.patient_id = p_patient_id and entry.section = list.name
            and entry.item ->> 'clinical_status' is distinct from 'refuted' and entry.last_confirmed is not null
            and entry.id <> all (v_gone)
          -- The order keeps the planner on the patient's own index, whatever it thinks of the filter.
          order by entry.last_confirmed desc
          limit 1
        )
      ) as picked
    ),
    p_claims
  );
end;
$$;

comment on function private.refold_list_states(
  uuid, text[], text[], private.record_entry[], private.record_entry[], private.record_statement[]
) is
  'States of the lists these neighbourhoods are of, from the entries that stood there and now stand, and of those that stay the last confirmed one of each list and the last that is not refuted.';

create function private.refold_metadata(p_patient_id uuid, p_note_ids uuid[]) returns private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_item jsonb;
  v_note public.soap_notes;
  v_earlier integer;
  v_is_new_visit boolean;
begin
  select * into v_note from public.soap_notes where id = p_note_ids[1];
  select item into v_item from private.record_entries
  where patient_id = p_patient_id and id = private.record_item_id('metadata', 'metadata');
  -- One note that enters takes its place among the others; whatever else happened, they are counted again.
  if cardinality(p_note_ids) <> 1 or v_note.status <> 'signed' or v_note.merged_at is not null or v_item ->> 'first_visit' is null then
    return private.fold_metadata(private.counting_notes(p_patient_id, p_note_ids));
  end if;

  -- Counted from the nearer end: a note mostly comes last.
  if v_note.encounter_at >= (v_item ->> 'last_updated')::timestamptz then
    v_earlier := jsonb_array_length(v_item -> 'source_soap_notes') - (
      select count(*) from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is not null
        and (note.encounter_at, note.id) > (v_note.encounter_at, v_note.id)
    );
  else
    v_earlier := (
      select count(*) from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is not null
        and (note.encounter_at, note.id) < (v_note.encounter_at, v_note.id)
    );
  end if;
  v_is_new_visit := not exists (
    select from public.soap_notes as note
    where note.encounter_id = v_note.encounter_id and note.patient_id = p_patient_id and note.status = 'signed'
      and note.merged_at is not null
  );
  return row(
    'metadata', 'metadata', private.record_item_id('metadata', 'metadata'), 'metadata', null,
    jsonb_insert(v_item, array['source_soap_notes', v_earlier::text], to_jsonb(v_note.id)) || jsonb_build_object(
      'total_visits', (v_item ->> 'total_visits')::integer + v_is_new_visit::integer,
      'first_visit', case v_earlier when 0 then to_jsonb(private.utc_text(v_note.encounter_at)) else v_item -> 'first_visit' end,
      'last_updated', case v_earlier
        when jsonb_array_length(v_item -> 'source_soap_notes') then to_jsonb(private.utc_text(v_note.encounter_at))
        else v_item -> 'last_updated'
      end
    ),
    null, null
  )::private.record_entry;
end;
$$;

comment on function private.refold_metadata(uuid, uuid[]) is
  'private.fold_metadata of the notes that are merged or among these, from what stands: a note that enters is put in its place among those that count.';

create function private.standing_entries(p_patient_id uuid, p_sections text[], p_neighbourhoods text[])
returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select row(
      entry.section, entry.neighbourhood, entry.id, entry.place, entry.key, entry.item, entry.last_confirmed,
      case when entry.section in ('medications', 'allergies') then array(
        select link.substance from private.record_substances as link
        where link.patient_id = p_patient_id and link.entry_id = entry.id
      ) end
    )::private.record_entry
    from (
      select named.section, named.neighbourhood from unnest(p_sections, p_neighbourhoods) as named (section, neighbourhood)
      where named.section <> 'list_states'
      union all
      select 'conflicts', named.section || '|' || named.neighbourhood
      from unnest(p_sections, p_neighbourhoods) as named (section, neighbourhood)
    ) as touched
    join private.record_entries as entry on entry.patient_id = p_patient_id and entry.section = touched.section
      and entry.neighbourhood = touched.neighbourhood
  );
end;
$$;

comment on function private.standing_entries(uuid, text[], text[]) is
  'Entries of a patient''s record as they stand for these neighbourhoods (section and key, side by side), with the conflicts found inside them.';

create or replace function private.fold_drug_allergy_conflicts(p_entries private.record_entry[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
-- As in private.record_items: every drug with every allergy is what must not happen.
set enable_nestloop = off
-- A plan that has to nest all the same would look dear enough to be compiled.
set jit = off
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

comment on function private.fold_drug_allergy_conflicts(private.record_entry[]) is
  'drug_allergy: a drug in use that is, contains, or by drug_class belongs to what an active allergy names. A small table, a help and no interaction checker: no conflict does not mean safe.';

create or replace function private.fold_entries(p_note_ids uuid[], p_decisions jsonb) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_statements private.record_statement[];
  v_claims private.record_statement[];
  v_entries private.record_entry[];
begin
  v_statements := array(select statement from private.note_statements(p_note_ids) as statement);
  v_claims := array(select claim from unnest(v_statements) as claim where claim.section = 'list_states');
  v_entries := private.fold_sections(v_statements, p_decisions);
  return query
    select * from unnest(v_entries)
    union all
    select crossed.*
    from (
      select * from private.fold_drug_allergy_conflicts(v_entries)
      union all
      select * from private.fold_none_known_conflicts(v_entries, v_claims)
    ) as crossed
    where not p_decisions ? crossed.id::text
    union all
    select * from unnest(private.fold_list_states(private.record_lists(), v_entries, v_claims))
    union all
    select * from private.fold_metadata(p_note_ids);
end;
$$;

comment on function private.fold_entries(uuid[], jsonb) is
  'Every element of the record that these notes and decisions make, folded at once from the notes'' own tables.';

create or replace function private.fold_none_known_conflicts(p_entries private.record_entry[], p_claims private.record_statement[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with denied as (
      select distinct on (claim.facts ->> 'list') claim.*, claim.facts ->> 'list' as list
      from unnest(p_claims) as claim
      where claim.facts ->> 'claim' = 'none_known' and claim.facts ->> 'list' in ('conditions', 'medications', 'allergies')
      order by claim.facts ->> 'list', claim.place collate "C" desc
    )
    select conflict.*
    from denied
    join unnest(p_entries) as entry on entry.section = denied.list
    cross join lateral private.record_conflict_entry(
      'none_known|' || entry.id,
      private.record_conflict(
        'none_known_after_recorded', denied.list, null,
        jsonb_build_array(
          (entry.item #> '{provenance,last_confirmed}') || jsonb_build_object(
            'item_id', entry.item -> 'id', 'value', coalesce(entry.item -> 'allergen', entry.item -> 'name')
          ),
          private.record_mark(denied.note_id, denied.encounter_at, denied.signed_by)
            || jsonb_build_object('item_id', entry.item -> 'id', 'value', 'none_known')
        )
      )
    ) as conflict
    where entry.item ->> 'clinical_status' = 'active'
      and entry.last_confirmed collate "C" <= left(denied.place, 56);
end;
$$;

comment on function private.fold_none_known_conflicts(private.record_entry[], private.record_statement[]) is
  'none_known_after_recorded: the last note that says there are none, while active entries stand that no later note confirmed. The entries stay.';

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
  insert into private.record_states as state (patient_id, rules_version, record_version, buckets)
  values (p_patient_id, private.record_rules_version(), encode(sha256(v_buckets), 'hex'), v_buckets)
  on conflict (patient_id) do update
  set rules_version = excluded.rules_version, record_version = excluded.record_version, buckets = excluded.buckets,
    allergies = case state.rules_version when excluded.rules_version then state.allergies else 0 end;
  return encode(sha256(v_buckets), 'hex');
end;
$$;

comment on function private.fold_state(uuid) is
  'Makes entries of a patient''s record anew from the notes'' own tables, with the notes that are merged, and the ledger rows that are not there by today''s rules. Returns the record''s version. The patient''s row is locked.';

create or replace function private.keep_allergies() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_lost boolean;
begin
  -- The old record is not asked: it would have to be unpacked.
  if not exists (
    select from private.record_states as state
    where state.patient_id = new.user_id
      and state.allergies > coalesce(jsonb_array_length(new.cumulative_medical_record -> 'allergies'), 0)
  ) then
    return new;
  end if;
  select kind = 'merge' and note.amends_note_id is null into v_lost
  from private.record_events as event
  left join public.soap_notes as note on note.id = event.soap_note_id
  where event.patient_id = new.user_id
  order by event.sequence desc
  limit 1;
  if v_lost then
    raise exception 'Cannot write cumulative record: an allergy would be lost' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_allergies() is
  'Trigger on a record with fewer allergies than before under the same rules: only a retraction, an amendment or a decision takes one away, a merge never.';

create or replace function private.record_changes(
  p_before private.record_entry[], p_after private.record_entry[], p_note_id uuid
) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_nothing constant jsonb := '{"added": [], "updated": [], "confirmed": [], "carried": [], "joined": [], "conflicts": []}';
  c_sections constant text[] := array[
    'conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history',
    'vital_trends', 'review_of_systems_trends', 'physical_exam_findings'
  ];
begin
  return (
    with item as (
      select coalesce(after.section, before.section) as section, coalesce(after.item, before.item) ->> 'id' as id,
        before.id is null as is_new, after.id is null as is_gone,
        -- What every mention moves is no change of content.
        before.item - '{provenance,last_updated}'::text[] is distinct from after.item - '{provenance,last_updated}'::text[]
          as is_other,
        after.item #> '{provenance,source_notes}' ? p_note_id::text as is_told,
        coalesce(after.item ->> 'section', '') as about,
        coalesce(after.item -> 'carried_fields', '[]') as carried_fields,
        coalesce(before.item -> 'carried_fields', '[]') as carried_before
      from (select * from unnest(p_before) as entry where not entry.item ? 'series') as before
      full join (select * from unnest(p_after) as entry where not entry.item ? 'series') as after
        on after.section = before.section and after.id = before.id
    ),
    -- A measurement is what its note says, so it comes or goes and never changes.
    measured as (
      select part.section, part.id, bool_or(part.is_after) as is_new
      from (
        select entry.section, jsonb_array_elements(entry.item -> 'series') ->> 'id' as id, false as is_after
        from unnest(p_before) as entry where entry.item ? 'series'
        union all
        select entry.section, jsonb_array_elements(entry.item -> 'series') ->> 'id', true
        from unnest(p_after) as entry where entry.item ? 'series'
      ) as part
      group by part.section, part.id
      having count(*) = 1
    ),
    change as (
      select case item.section when 'conflicts' then item.about else item.section end as section, item.id,
        case
          when item.is_gone then case when item.section <> 'conflicts' then 'joined' end
          when item.section = 'conflicts' then case when item.is_new then 'conflicts' end
          when item.is_new then 'added'
          when item.is_other then 'updated'
          when item.is_told then 'confirmed'
        end as kind
      from item
      union all
      select item.section, item.id, 'carried' from item
      where item.carried_fields <> '[]' and (item.is_new or item.carried_fields <> item.carried_before)
      union all
      select measured.section, measured.id, case when measured.is_new then 'added' else 'joined' end from measured
    ),
    kinds as (
      select change.section, change.kind, jsonb_agg(change.id order by change.id collate "C") as ids
      from change
      where change.kind is not null
      group by change.section, change.kind
    ),
    sections as (
      select kinds.section, jsonb_object_agg(kinds.kind, kinds.ids) as kinds from kinds group by kinds.section
    )
    select jsonb_object_agg(named.section, c_nothing || coalesce(sections.kinds, '{}'))
    from unnest(c_sections) as named (section)
    left join sections on sections.section = named.section
  );
end;
$$;

comment on function private.record_changes(private.record_entry[], private.record_entry[], uuid) is
  'What a note changed, per section: ids of the items it added, updated and confirmed, of those that carry a field since (carried_fields), of those that joined another item and ended as one of their own, and of the conflicts it opened.';

create or replace function private.record_complete_lists(p_claims private.record_statement[], p_list text) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(
      private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) order by claim.place collate "C"
    ), '[]')
    from unnest(p_claims) as claim
    where claim.item_key = p_list || ':complete'
  );
end;
$$;

comment on function private.record_complete_lists(private.record_statement[], text) is
  'The notes that attest their list of a section lacks nothing, in the order of the record: [{soap_note_id, encounter_at, signed_by}].';

create or replace function private.record_items(p_statements private.record_statement[], p_history private.record_value[])
returns setof private.record_item
language plpgsql
stable
security invoker
set search_path = ''
-- Nobody knows how long an array will be, and pairing every value with every statement is what must not happen.
set enable_nestloop = off
-- A plan that has to nest all the same would look dear enough to be compiled.
set jit = off
-- In a plan of its own an array is a constant, and finding an element means walking to it.
set plan_cache_mode = force_generic_plan
as $$
declare
  -- Marks by the number of their statement: where a value comes from is looked up here, not joined.
  v_marks text[] := array(
    select concat(
      '{"soap_note_id": "', said.note_id, '", "encounter_at": "', private.utc_text(said.encounter_at),
      '", "signed_by": "', said.signed_by, '"}'
    )
    from unnest(p_statements) with ordinality as said
    order by said.ordinality
  );
begin
  -- An item is put together as text and read once: a jsonb inside a jsonb is copied at every level.
  return query
    with field_state as (
      select history.section, history.item_key, history.field,
        max(history.ordinal) filter (where history.is_change) as last_changed,
        (array_agg(history.value order by history.ordinal))[count(*)] as value,
        concat(
          '{"first_seen": ', v_marks[min(history.ordinal)],
          ', "last_changed": ', v_marks[max(history.ordinal) filter (where history.is_change)],
          ', "last_confirmed": ', v_marks[max(history.ordinal)],
          -- The notes since the last change: what follows the last #.
          ', "source_notes": [', split_part(
            string_agg(
              concat(case when history.is_change then '#' else ', ' end, '"', (p_statements[history.ordinal]).note_id, '"'), ''
              order by history.ordinal
            ) filter (where history.is_change or history.opens_note),
            '#', -1
          ), ']}'
        ) as provenance
      from unnest(p_history) as history
      group by history.section, history.item_key, history.field
    ),
    item_fields as (
      select field_state.section, field_state.item_key,
        string_agg(concat(to_json(field_state.field), ': ', to_json(field_state.value)), ', ') as shown,
        max(field_state.last_changed) as last_changed,
        string_agg(concat(to_json(field_state.field), ': ', field_state.provenance), ', ') as provenance
      from field_state
      group by field_state.section, field_state.item_key
    ),
    told as (
      select said.section, said.item_key, said.neighbourhood, said.note_id, said.signed_by, said.ordinality as ordinal,
        lag(said.note_id) over (partition by said.section, said.item_key order by said.ordinality)
          is distinct from said.note_id as opens_note
      from unnest(p_statements) with ordinality as said
    ),
    item_notes as (
      select told.section, told.item_key, min(told.neighbourhood collate "C") as neighbourhood,
        min(told.ordinal) as first, max(told.ordinal) as last,
        string_agg(concat('"', told.note_id, '"'), ', ' order by told.ordinal) filter (where told.opens_note) as source_notes,
        json_agg(distinct told.signed_by) as signed_by
      from told
      group by told.section, told.item_key
    )
    select item_notes.section, item_notes.item_key, item_notes.neighbourhood, (p_statements[item_notes.first]).place,
      left((p_statements[item_notes.last]).place, 56),
      concat(
        '{', item_fields.shown, ', "id": "', private.record_item_id(item_notes.section, item_notes.item_key),
        '", "added_from_soap_note_id": "', (p_statements[item_notes.first]).note_id,
        '", "last_updated": "', private.utc_text((p_statements[item_notes.last]).encounter_at),
        '", "provenance": {"first_seen": ', v_marks[item_notes.first], ', "last_changed": ', v_marks[item_fields.last_changed],
        ', "last_confirmed": ', v_marks[item_notes.last], ', "source_notes": [', item_notes.source_notes,
        '], "signed_by": ', item_notes.signed_by, ', "fields": {', item_fields.provenance, '}}}'
      )::jsonb
    from item_notes
    join item_fields on item_fields.section = item_notes.section and item_fields.item_key = item_notes.item_key;
end;
$$;

comment on function private.record_items(private.record_statement[], private.record_value[]) is
  'Items of all lists, from statements in the order of the record and their private.record_field_history: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';

create or replace function private.record_status(p_kind text, p_status text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_key text := private.record_key(p_status);
  v_words text := ' ' || regexp_replace(v_key, '[^[:alnum:]-]+', ' ', 'g') || ' ';
  v_exact text;
  v_meanings text[];
begin
  if v_key is null then
    return null;
  end if;
  select min(canonical) filter (where term = v_key), array_agg(distinct canonical)
  into v_exact, v_meanings
  from private.record_synonyms
  where kind = p_kind and (term = v_key or v_words like '% ' || term || ' %');
  if v_exact is not null then
    return v_exact;
  end if;
  -- "not stopped" must not read as stopped; a listed phrase with a negation in it was matched above.
  if v_key ~ '\m(not|no|never|without|don''t|unless|if)\M' then
    return null;
  end if;
  return case when cardinality(v_meanings) = 1 then v_meanings[1] end;
end;
$$;

comment on function private.record_status(text, text) is
  'What a note''s own status word means: by the table, or because the phrase holds one listed term and no negation ("discontinued due to cough"). Null when it means nothing we know; callers then read it as active.';

create or replace function private.record_substances_of(p_ingredient text) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_components text[] := string_to_array(p_ingredient, ' / ');
begin
  return v_components || array(
    select class.canonical from private.record_synonyms as class
    where class.kind = 'drug_class' and class.term = any (v_components)
  );
end;
$$;

comment on function private.record_substances_of(text) is
  'What somebody who takes an ingredient (private.record_drug) takes: each component, and the classes each belongs to.';

create or replace function private.record_vital_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with vital as (
      select * from public.soap_objective_vital_signs as sign
      where sign.soap_note_id = any (p_note_ids)
        and not private.is_carried_over(
          sign.soap_note_id, 'vital_trends', sign.evidence,
          jsonb_build_object(
            'name', sign.vital_name, 'value', sign.vital_value, 'unit', sign.unit,
            'measured_at', private.utc_text(sign.measured_at)
          )
        )
    ),
    name as materialized (
      select names.vital_name,
        coalesce(private.record_canonical('vital', translate(names.vital_name, '_', ' ')), names.vital_name) as vital_key
      from (select distinct vital.vital_name from vital) as names
    )
    select name.vital_key, notes.id, notes.encounter_at, notes.signed_by, 0, vital.position, vital.id,
      taken.fields,
      jsonb_build_object(
        'measured_at', taken.measured_at,
        'measurement', private.record_measurement(
          notes.id, notes.encounter_at, notes.signed_by, vital.id, taken.fields, taken.measured_at
        )
      ),
      'vital_trends', name.vital_key,
      private.record_place(notes.encounter_at, notes.id, 0, vital.position, vital.id)
    from vital
    join name on name.vital_name = vital.vital_name
    join public.soap_notes as notes on notes.id = vital.soap_note_id
    cross join lateral (
      select private.utc_text(vital.measured_at) as measured_at,
        jsonb_build_object(
          'name', vital.vital_name, 'value', vital.vital_value, 'unit', vital.unit, 'loinc_code', vital.loinc_code
        ) as fields
    ) as taken;
end;
$$;

comment on function private.record_vital_statements(uuid[]) is
  'What the notes measured; item_key is the vital, facts: measured_at, null when the note does not say, and the measurement as the record shows it. What a draft only carries over from the snapshot is not among them.';

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
  v_statements private.record_statement[] := private.ledger_statements(
    p_patient_id, v_touched.sections, v_touched.neighbourhoods, p_note_ids
  );
  v_claims private.record_statement[] := array(select said from unnest(v_statements) as said where said.section = 'list_states');
  v_before private.record_entry[] := private.standing_entries(p_patient_id, v_touched.sections, v_touched.neighbourhoods);
  v_after private.record_entry[] := private.fold_sections(v_statements, v_decisions, v_touched.conditions_meet);
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

  v_named := array(
    select after.id
    from unnest(p_after) as after
    left join unnest(p_before) as before on before.id = after.id
    where after.substances is not null
      and (after.substances <@ before.substances and before.substances <@ after.substances) is not true
  );
  if cardinality(v_named) > 0 then
    delete from private.record_substances where patient_id = p_patient_id and entry_id = any (v_named);
    insert into private.record_substances (patient_id, substance, section, entry_id)
    select p_patient_id, named.substance, after.section, after.id
    from unnest(p_after) as after
    cross join lateral unnest(after.substances) as named (substance)
    where after.id = any (v_named) and named.substance is not null
    on conflict do nothing;
  end if;
  return v_gone || v_written;
end;
$$;

comment on function private.replace_entries(uuid, private.record_entry[], private.record_entry[]) is
  'Puts entries in the place of those that stood for the same neighbourhoods. Returns the ids of what went, came or changed.';

create or replace function private.verify_record(p_patient_id uuid)
returns table (stored_in text, section text, id uuid, problem text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_notes uuid[] := private.counting_notes(p_patient_id);
  v_expected private.record_entry[] := array(
    select entry from private.fold_entries(v_notes, private.record_decision_map(p_patient_id)) as entry
  );
  v_folded jsonb := private.record_of_entries(v_expected);
  v_buckets bytea := private.record_buckets(v_expected);
  v_record jsonb := (select cumulative_medical_record from public.patient_profiles where user_id = p_patient_id);
begin
  if v_record = '{}' and cardinality(v_notes) = 0 then
    return;
  end if;
  return query
    with expected as (
      select entry.section, entry.id, private.record_part_sha256(entry.section, entry.item) as sha256, entry.place
      from unnest(v_expected) as entry
    ),
    stored as (
      select 'column' as stored_in, part.section, part.id, private.record_part_sha256(part.section, part.item) as sha256
      from private.record_parts(v_record) as part
      union all
      select 'entries', entry.section, entry.id, private.record_part_sha256(entry.section, entry.item)
      from private.record_entries as entry
      where entry.patient_id = p_patient_id
    ),
    place as (
      select unnest(array['column', 'entries']) as stored_in
    )
    select coalesce(stored.stored_in, wanted.stored_in), coalesce(stored.section, wanted.section),
      coalesce(stored.id, wanted.id),
      case when stored.id is null then 'missing' when wanted.id is null then 'unexpected' else 'different' end
    from (select place.stored_in, expected.* from place cross join expected) as wanted
    full join stored on stored.stored_in = wanted.stored_in and stored.section = wanted.section and stored.id = wanted.id
    where stored.sha256 is distinct from wanted.sha256
    union all
    select 'column', 'metadata', null, 'version'
    where v_record #>> '{metadata,record_version}' is distinct from encode(sha256(v_buckets), 'hex')
    union all
    select 'entries', 'metadata', null, 'version'
    where not exists (
      select from private.record_states as state
      where state.patient_id = p_patient_id and state.buckets = v_buckets
        and state.record_version = encode(sha256(state.buckets), 'hex') and not state.is_being_written
        and state.allergies = coalesce(jsonb_array_length(v_record -> 'allergies'), 0)
    )
    union all
    select 'column', lists.section, null, 'order'
    from private.record_sections() as lists
    where lists.is_list and v_record -> lists.section is distinct from v_folded -> lists.section
      and not exists (
        select from private.record_parts(v_record) as part
        full join expected on expected.section = part.section and expected.id = part.id
        where coalesce(part.section, expected.section) = lists.section
          and private.record_part_sha256(part.section, part.item) is distinct from expected.sha256
      );
end;
$$;

comment on function private.verify_record(uuid) is
  'Recomputes a patient''s record from the notes'' own tables and compares it with what is stored: no row when all is well, else where (column, entries), section and id, and missing, unexpected, different, order or version. Names no value.';

create or replace function private.write_assertions(p_note_ids uuid[]) returns void
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes, as in private.refold.
set plan_cache_mode = force_generic_plan
-- The cost of a plan for arrays of unknown length is a guess, and compiling it takes longer than running it.
set jit = off
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

comment on function private.write_assertions(uuid[]) is
  'Writes what signed notes say into the ledger, by the rules of today; what stands there stays.';

create or replace function private.write_record(p_patient_id uuid, p_last_note_id uuid) returns void
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
  v_allergies integer;
begin
  update private.record_states set is_being_written = true where patient_id = p_patient_id;
  -- Lists as SQL arrays, and everything where it is assigned: the whole is built in a single pass and copied nowhere,
  -- see docs/adr/0011.
  update public.patient_profiles as profile
  set
    cumulative_medical_record = jsonb_build_object(
      'conditions', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'conditions' order by entry.place
      ),
      'medications', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'medications' order by entry.place
      ),
      'allergies', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'allergies' order by entry.place
      ),
      'surgical_history', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'surgical_history' order by entry.place
      ),
      'family_history', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'family_history' order by entry.place
      ),
      'conflicts', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'conflicts' order by entry.place
      ),
      'social_history', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'social_history'
      ),
      'vital_trends', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'vital_trends'
      ),
      'review_of_systems_trends', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'review_of_systems_trends'
      ),
      'physical_exam_findings', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'physical_exam_findings'
      ),
      'list_states', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'list_states'
      ),
      'metadata', metadata.item || jsonb_build_object('record_version', state.record_version)
    ),
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = p_last_note_id,
    updated_at = now()
  from private.record_states as state
  join private.record_entries as metadata on metadata.patient_id = state.patient_id and metadata.section = 'metadata'
  where profile.user_id = p_patient_id and state.patient_id = p_patient_id
  returning jsonb_array_length(profile.cumulative_medical_record -> 'allergies') into v_allergies;
  update private.record_states set is_being_written = false, allergies = v_allergies where patient_id = p_patient_id;
  perform private.record_conflicts_found(
    p_patient_id,
    to_jsonb(array(
      select entry.item from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.section = 'conflicts'
    ))
  );
end;
$$;

comment on function private.write_record(uuid, uuid) is
  'Writes the record as it was folded, put together from its entries as private.fold_notes makes it, into the patient''s profile, and its conflicts into their ledger: the only writer of cumulative_medical_record. The patient''s row is locked.';
