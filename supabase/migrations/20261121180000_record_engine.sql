-- The record is folded by neighbourhood from a ledger that signing writes: tables, functions, and the ledger of the notes
-- that are signed already. Records follow with their next merge or read, or with rebuild-records; see docs/adr/0009.
-- Functions call each other in no particular order.
set check_function_bodies = off;

alter type private.record_statement add attribute section text, add attribute neighbourhood text,
  add attribute place text;
comment on type private.record_statement is
  'What one row of one signed note says about one item of the record. fields: the values to show, as the note has them; facts: what the rules derived from them and nobody is shown; stage orders the rows of one note: 0 what was reported, 1 what was decided. item_key is the identity as far as it is known: neighbourhood at first, then what the section made of the whole set. place: see private.record_place.';

create type private.record_entry as (
  section text,
  neighbourhood text,
  id uuid,
  place text,
  key text,
  item jsonb,
  last_confirmed text,
  substances text[]
);

comment on type private.record_entry is
  'One element of a folded record, as in private.record_entries; substances: of a medication what it contains and the classes it belongs to, of an allergy what it names.';

create table private.record_assertions (
  patient_id uuid not null,
  note_id uuid not null,
  section text not null,
  neighbourhood text collate "C" not null,
  name_key text collate "C" generated always as (facts ->> 'name') stored,
  place text collate "C" not null,
  encounter_at timestamptz not null,
  signed_by uuid not null,
  stage integer not null,
  position integer not null,
  row_id text not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  rules_version text not null,
  primary key (note_id, section, stage, row_id, rules_version),
  foreign key (note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict
);

create index record_assertions_note_patient_idx on private.record_assertions (note_id, patient_id);
create index record_assertions_neighbourhood_idx on private.record_assertions (patient_id, section, neighbourhood, place);
create index record_assertions_name_key_idx on private.record_assertions (patient_id, name_key) where name_key is not null;

alter table private.record_assertions enable row level security;

comment on table private.record_assertions is
  'What signed notes say, one row per statement, written once at signing and never changed: the ledger the record is folded from.';
comment on column private.record_assertions.neighbourhood is
  'Identity key of what the statement is about, before anything joins: icd10:E119 or name:asthma, an ingredient, an allergen, a topic, a vital; of a claim about a list, list and claim.';
comment on column private.record_assertions.name_key is 'Conditions: the key of the name, by which entries with and without a code find each other.';
comment on column private.record_assertions.place is 'private.record_place: sorts as the record orders statements.';
comment on column private.record_assertions.rules_version is 'private.record_rules_version() under which the keys and facts were derived; rows of other rules are not read.';

create table private.record_entries (
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  id uuid not null,
  section text not null,
  neighbourhood text collate "C" not null,
  place text collate "C" not null,
  key text,
  item jsonb not null check (jsonb_typeof(item) = 'object'),
  last_confirmed text collate "C",
  sha256 bytea not null,
  primary key (patient_id, id)
);

create index record_entries_place_idx on private.record_entries (patient_id, section, place) include (id);
create index record_entries_neighbourhood_idx on private.record_entries (patient_id, section, neighbourhood);
create index record_entries_last_confirmed_idx on private.record_entries (patient_id, section, last_confirmed)
  where last_confirmed is not null;

alter table private.record_entries enable row level security;

comment on table private.record_entries is
  'The folded record, element by element: what cumulative_medical_record is put together from. Written by private.refold alone.';
comment on column private.record_entries.neighbourhood is 'What the entry was folded from, as in record_assertions; of a conflict, what it was found in.';
comment on column private.record_entries.place is 'Sorts as the section orders its entries: place of the first statement; of a conflict, kind and id.';
comment on column private.record_entries.key is 'Key of the entry where the section is an object; null where it is a list.';
comment on column private.record_entries.item is 'The element of the record, as readers get it.';
comment on column private.record_entries.last_confirmed is 'Lists: encounter time and note that named the entry last, sortable.';
comment on column private.record_entries.sha256 is 'The part''s hash in the record''s version.';

create table private.record_states (
  patient_id uuid primary key references public.patient_profiles (user_id) on delete restrict,
  rules_version text not null,
  record_version text not null check (record_version ~ '^[0-9a-f]{64}$'),
  buckets bytea not null check (length(buckets) = 8192),
  is_being_written boolean not null default false
);

alter table private.record_states enable row level security;

-- Hashes do not compress.
alter table private.record_states alter column buckets set storage external;

comment on table private.record_states is 'Where the fold of each patient''s record stands.';
comment on column private.record_states.buckets is 'The 256 bucket hashes the version of the record is made of.';
comment on column private.record_states.is_being_written is 'True only inside private.write_record, the one writer of the column; never committed.';

create table private.record_substances (
  patient_id uuid not null,
  substance text collate "C" not null,
  section text not null check (section in ('medications', 'allergies')),
  entry_id uuid not null,
  primary key (patient_id, substance, section, entry_id),
  foreign key (patient_id, entry_id) references private.record_entries (patient_id, id) on delete restrict
);

create index record_substances_entry_idx on private.record_substances (patient_id, entry_id);

alter table private.record_substances enable row level security;

comment on table private.record_substances is
  'What each medication of a record contains or belongs to, and what each allergy names: where the two meet.';

drop function private.fold_allergies(uuid[]);
drop function private.fold_allergy_conflicts(private.record_statement[]);
drop function private.fold_conditions(uuid[]);
drop function private.fold_drug_allergy_conflicts(jsonb, jsonb);
drop function private.fold_family_history(uuid[]);
drop function private.fold_list_states(uuid[], jsonb);
drop function private.fold_medication_conflicts(jsonb, private.record_statement[]);
drop function private.fold_medications(uuid[]);
drop function private.fold_metadata(uuid[]);
drop function private.fold_none_known_conflicts(uuid[], jsonb);
drop function private.fold_notes(uuid[]);
drop function private.fold_physical_exam_findings(uuid[]);
drop function private.fold_review_of_systems_trends(uuid[]);
drop function private.fold_social_history(uuid[]);
drop function private.fold_surgical_history(uuid[]);
drop function private.fold_vital_trends(uuid[]);
drop function private.record_changes(jsonb, jsonb, uuid);
drop function private.record_complete_lists(uuid[], text);
drop function private.record_in_order(private.record_statement[]);
drop function private.record_items(text, private.record_statement[]);
drop function private.record_list_claims(uuid[]);

create function private.apply_decisions(p_entries private.record_entry[], p_decisions jsonb) returns setof private.record_entry
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_decisions = '{}' then
    return query select * from unnest(p_entries);
    return;
  end if;
  return query
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
    select entry.section, entry.neighbourhood, entry.id, entry.place, entry.key,
      case
        when made.id is null then entry.item
        else entry.item || coalesce(made.patch, '{}') || jsonb_build_object('decisions', made.marks)
      end,
      entry.last_confirmed, entry.substances
    from unnest(p_entries) as entry
    left join made on made.id = entry.id::text and entry.section <> 'conflicts'
    where entry.section <> 'conflicts' or not p_decisions ? entry.id::text;
end;
$$;

comment on function private.apply_decisions(private.record_entry[], jsonb) is
  'What the fold of a section made, as the decisions leave it. A decision holds where the fold found the very conflict it was made on, and nowhere else: the conflict goes, its items get the patch and, under decisions[], who decided {conflict_id, kind, decision, reason, decided_by, decided_at}. p_decisions: {<conflict id>: {patch, mark}}.';

create function private.assert_signed_note() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.write_assertions(array[new.id]);
  return null;
end;
$$;

comment on function private.assert_signed_note() is 'Trigger: a signature writes what the note says into the ledger of the record.';

create function private.counting_notes(p_patient_id uuid, p_entering uuid[] default '{}') returns uuid[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(note.id order by note.encounter_at, note.id), '{}')
    from public.soap_notes as note
    where note.patient_id = p_patient_id and note.status = 'signed'
      and (note.merged_at is not null or note.id = any (p_entering))
  );
end;
$$;

comment on function private.counting_notes(uuid, uuid[]) is
  'The notes a patient''s record holds, in its order: signed, not amended or retracted, and merged or just entering.';

create function private.crossing_entries(p_patient_id uuid, p_touched private.record_entry[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_medications uuid[];
  v_allergies uuid[];
begin
  v_medications := array(
    select entry.id from unnest(p_touched) as entry where entry.section = 'medications'
    union
    select link.entry_id
    from unnest(p_touched) as entry
    cross join lateral unnest(entry.substances) as named (substance)
    join private.record_substances as link
      on link.patient_id = p_patient_id and link.section = 'medications' and link.substance = named.substance
    where entry.section = 'allergies'
  );
  v_allergies := array(
    select distinct met.entry_id
    from private.record_substances as taken
    join private.record_substances as met
      on met.patient_id = p_patient_id and met.section = 'allergies' and met.substance = taken.substance
    where taken.patient_id = p_patient_id and taken.entry_id = any (v_medications)
  );
  return query
    select * from private.stored_entries(p_patient_id, v_medications || v_allergies);
end;
$$;

comment on function private.crossing_entries(uuid, private.record_entry[]) is
  'The medications whose conflicts with allergies may have changed with these entries, and every allergy they meet.';

create function private.ensure_state(p_patient_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if not exists (
    select from private.record_states
    where patient_id = p_patient_id and rules_version = private.record_rules_version()
  ) then
    perform private.rebuild_record(p_patient_id);
  end if;
end;
$$;

comment on function private.ensure_state(uuid) is
  'Rebuilds a record that was never folded into entries, or by other rules than today''s, before something is added to it.';

create function private.fold_allergies(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with summary as (
      select ordered.item_key,
        (array_agg(ordered.facts ->> 'status' order by ordered.ordinal desc))[1] as status,
        (array_agg(ordered.facts ->> 'word' order by ordered.ordinal desc) filter (where ordered.facts ->> 'word' ~ '\S'))[1]
          as status_word,
        array_agg(distinct ordered.facts ->> 'drug') as drugs
      from private.record_in_order(p_statements) as ordered
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
    from private.record_items('allergies', p_statements) as folded
    join summary on summary.item_key = folded.item_key
    left join private.record_reactions(p_statements) as reactions on reactions.item_key = folded.item_key
    union all
    select conflict.* from private.fold_allergy_conflicts(p_statements) as conflict;
end;
$$;

comment on function private.fold_allergies(private.record_statement[]) is
  'Allergies of the record, from statements of whole neighbourhoods: id, allergen, severity (the highest ever reported, null when nobody said), severity_source, reaction (all in one line), reactions[], status and clinical_status (active, inactive, refuted), status_word, provenance; and their conflicts: lower_allergy_severity, reported_after_refutation.';

create function private.fold_allergy_conflicts(p_statements private.record_statement[]) returns setof private.record_entry
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
      from private.record_in_order(p_statements) as ordered
    ),
    highest as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.severity_rank = statement.highest_rank
      order by statement.item_key, statement.ordinal desc
    ),
    lower_report as (
      select distinct on (statement.item_key) statement.item_key, 'lower_allergy_severity' as kind, 'severity' as field,
        jsonb_build_array(
          highest.side || jsonb_build_object('value', highest.fields -> 'severity'),
          statement.side || jsonb_build_object('value', statement.fields -> 'severity')
        ) as sides
      from statement
      join highest on highest.item_key = statement.item_key
      where statement.ordinal > highest.ordinal and statement.note_id <> highest.note_id
        -- "unknown" claims nothing, so it is not a lower claim.
        and statement.severity_rank between 2 and statement.highest_rank - 1
      order by statement.item_key, statement.ordinal
    ),
    refutation as (
      select distinct on (statement.item_key) statement.*
      from statement
      where statement.facts ->> 'status' = 'refuted'
      order by statement.item_key, statement.ordinal desc
    ),
    contradiction as (
      select distinct on (statement.item_key) statement.item_key, 'reported_after_refutation' as kind, 'status' as field,
        jsonb_build_array(
          refutation.side || jsonb_build_object('value', 'refuted'), statement.side || jsonb_build_object('value', 'active')
        ) as sides
      from statement
      join refutation on refutation.item_key = statement.item_key
      where statement.ordinal > refutation.ordinal and statement.facts ->> 'status' = 'active'
      order by statement.item_key, statement.ordinal
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

comment on function private.fold_allergy_conflicts(private.record_statement[]) is
  'Where notes disagree about one allergy: lower_allergy_severity until a note states the highest again, reported_after_refutation.';

create function private.fold_conditions(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with identity as materialized (
      select * from private.record_condition_identity(p_statements)
    ),
    statements as (
      -- An item is named and coded by the entry it is about; an entry that joined it lends everything else.
      select array_agg(
        row(
          identity.item_key, entries.note_id, entries.encounter_at, entries.signed_by,
          entries.stage, entries.position, entries.row_id,
          case
            when identity.item_key = entries.item_key then entries.fields
            else entries.fields - '{name,icd10}'::text[]
          end,
          entries.facts, entries.section, identity.item_key, entries.place
        )::private.record_statement
      ) as joined
      from unnest(p_statements) as entries
      join identity on identity.entry = entries.item_key
    ),
    items as materialized (
      select folded.item_key, folded.place, folded.last_confirmed,
        jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
          || folded.item
          || jsonb_build_object(
            'clinical_status',
            coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
          ) as item
      from statements
      cross join lateral private.record_items('conditions', statements.joined) as folded
    ),
    ambiguous as (
      select alone.entry as alone, unnest(alone.entry || alone.candidates) as item_key
      from identity as alone
      where alone.candidates is not null
    ),
    conflicts as (
      select ambiguous.alone,
        private.record_conflict(
          'ambiguous_identity', 'conditions', null,
          jsonb_agg(
            (items.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', items.item -> 'id', 'value', items.item -> 'name')
            order by items.item_key <> ambiguous.alone, items.item_key collate "C"
          )
        ) as conflict
      from ambiguous
      join items on items.item_key = ambiguous.item_key
      group by ambiguous.alone
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

comment on function private.fold_conditions(private.record_statement[]) is
  'Conditions of the record, from statements of whole neighbourhoods: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by), severity, onset_date, notes, provenance; and their conflicts: ambiguous_identity, where an entry could be several others. A word nobody knows, and none at all, read as active.';

create function private.fold_drug_allergy_conflicts(p_entries private.record_entry[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
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

create function private.fold_entries(p_note_ids uuid[], p_decisions jsonb) returns setof private.record_entry
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
  v_entries := array(select entry from private.fold_sections(v_statements, p_decisions) as entry);
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
    select * from private.fold_list_states(private.record_lists(), v_entries, v_claims)
    union all
    select * from private.fold_metadata(p_note_ids);
end;
$$;

comment on function private.fold_entries(uuid[], jsonb) is
  'Every element of the record that these notes and decisions make, folded at once from the notes'' own tables.';

create function private.fold_family_history(p_statements private.record_statement[]) returns setof private.record_entry
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
    from private.record_items(
      'family_history', array(select joined from private.record_join_blank(p_statements, 'relationship', 'relationship') as joined)
    ) as folded;
end;
$$;

comment on function private.fold_family_history(private.record_statement[]) is
  'Family history of the record, from statements of whole neighbourhoods: {id, condition, relationship, age_of_onset, notes, …, provenance}. The same condition in two relatives is two; one without a relative joins the only one that has one.';

create function private.fold_findings(p_section text, p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select ordered.item_key as system, ordered.ordinal,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) || jsonb_build_object(
          'id', private.record_item_id(p_section, ordered.note_id || '|' || ordered.row_id)
        ) || ordered.fields as finding,
        rank() over (partition by ordered.item_key order by left(ordered.place, 56) collate "C" desc) as notes_ago
      from private.record_in_order(p_statements) as ordered
    ),
    trend as (
      select stated.system, private.record_item_id(p_section, stated.system) as id,
        jsonb_agg(stated.finding order by stated.ordinal) filter (where stated.notes_ago = 1) as latest,
        jsonb_agg(stated.finding order by stated.ordinal) as series
      from stated
      group by stated.system
    )
    select p_section, trend.system, trend.id, trend.system, trend.system,
      jsonb_build_object('id', trend.id, 'system', trend.system, 'latest', trend.latest, 'series', trend.series),
      null::text, null::text[]
    from trend;
end;
$$;

comment on function private.fold_findings(text, private.record_statement[]) is
  'Review of systems or physical examination of the record, by body system: {id, system, latest[], series[]}, a finding being {id, finding, status, soap_note_id, encounter_at, signed_by}; latest holds those of the last note that spoke of the system.';

create function private.fold_list_states(
  p_lists text[], p_entries private.record_entry[], p_claims private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with listed as (
      select entry.section as list, bool_or(entry.item ->> 'clinical_status' is distinct from 'refuted') as counts,
        (array_agg(entry.item #> '{provenance,last_confirmed}' order by entry.last_confirmed collate "C" desc))[1] as mark
      from unnest(p_entries) as entry
      group by entry.section
    ),
    denied as (
      select distinct on (claim.facts ->> 'list') claim.facts ->> 'list' as list,
        private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) as mark
      from private.record_in_order(p_claims) as claim
      where claim.facts ->> 'claim' = 'none_known'
      order by claim.facts ->> 'list', claim.ordinal desc
    )
    select 'list_states', lists.name, private.record_item_id('list_states', lists.name), lists.name, lists.name,
      case
        when listed.counts then jsonb_build_object('state', 'listed') || listed.mark
        when denied.mark is not null then jsonb_build_object('state', 'none_known') || denied.mark
        when listed.mark is not null then jsonb_build_object('state', 'listed') || listed.mark
        else jsonb_build_object('state', 'not_asked', 'soap_note_id', null, 'encounter_at', null, 'signed_by', null)
      end,
      null::text, null::text[]
    from unnest(p_lists) as lists (name)
    left join listed on listed.list = lists.name
    left join denied on denied.list = lists.name;
end;
$$;

comment on function private.fold_list_states(text[], private.record_entry[], private.record_statement[]) is
  'The three kinds of empty, per list: {state, soap_note_id, encounter_at, signed_by}, state being listed, none_known (asked, none) or not_asked, with the last note that said so. A refuted entry alone does not make a list listed against a later denial. Of a list''s entries it needs the last confirmed one, and one that is not refuted.';

create function private.fold_medication_conflicts(
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
      from private.record_in_order(p_statements) as ordered
      where ordered.facts ->> 'dose' is not null and coalesce(ordered.facts ->> 'activity', 'active') = 'active'
    ),
    same_day as (
      -- One statement per dose and note of the last day on which a dose was stated: its outcome.
      select distinct on (dosed.item_key, dosed.note_id) dosed.*
      from dosed
      where date_trunc('day', dosed.encounter_at at time zone 'UTC') = date_trunc('day', dosed.last_dosed_at at time zone 'UTC')
      order by dosed.item_key, dosed.note_id, dosed.ordinal desc
    ),
    contradicting as (
      select min(same_day.neighbourhood) as neighbourhood, private.record_conflict(
        'same_day_doses', 'medications', 'dose',
        jsonb_agg(
          private.record_mark(same_day.note_id, same_day.encounter_at, same_day.signed_by) || jsonb_build_object(
            'item_id', private.record_item_id('medications', same_day.item_key), 'value', same_day.fields -> 'dose'
          )
          order by same_day.ordinal
        )
      ) as conflict
      from same_day
      group by same_day.item_key
      having count(distinct same_day.facts ->> 'dose') > 1
    ),
    alone as (
      select statement.neighbourhood, private.record_item_id('medications', statement.item_key) as id,
        private.record_item_id('medications', candidate) as candidate_id
      from private.record_in_order(p_statements) as statement
      cross join lateral jsonb_array_elements_text(statement.facts -> 'candidates') as candidate
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

comment on function private.fold_medication_conflicts(private.record_entry[], private.record_statement[]) is
  'What is open about medications: incomplete_regimen (fields nobody ever stated together), same_day_doses (different doses in notes of the last day, UTC, on which one was stated), ambiguous_identity (a row that could be several drugs or regimens).';

create function private.fold_medications(
  p_statements private.record_statement[], p_claims private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_statements private.record_statement[];
  v_complete jsonb := private.record_complete_lists(p_claims, 'medications');
  v_entries private.record_entry[];
begin
  v_statements := array(select joined from private.record_join_routes(p_statements) as joined);
  v_statements := array(select split from private.record_split_regimens(v_statements) as split);
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
    from private.record_items('medications', v_statements) as folded
    left join private.record_dosing_history(v_statements) as dosing on dosing.item_key = folded.item_key
    left join private.record_carried_fields(v_statements) as carried on carried.item_key = folded.item_key
  );

  return query
    select entry.* from unnest(v_entries) as entry
    union all
    select conflict.* from private.fold_medication_conflicts(v_entries, v_statements) as conflict;
end;
$$;

comment on function private.fold_medications(private.record_statement[], private.record_statement[]) is
  'Medications of the record, from statements of whole neighbourhoods and the claims of list_states: id, name, dose, frequency, route, duration, indication, rxnorm_code, status (the last note''s own word), clinical_status (active, on_hold, discontinued, completed, entered_in_error: what readers filter by), dosing_history[], carried_fields[] with carried_from {field: {soap_note_id, encounter_at, signed_by}}, omitted_from_complete_list (the later note that attested a complete list without it, else null), provenance; and their conflicts. An unmentioned drug stays: omission is not discontinuation.';

create function private.fold_metadata(p_note_ids uuid[]) returns private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select row(
      'metadata', 'metadata', private.record_item_id('metadata', 'metadata'), 'metadata', null,
      jsonb_build_object(
        'total_visits', count(distinct notes.encounter_id),
        'source_soap_notes', coalesce(jsonb_agg(notes.id order by notes.encounter_at, notes.id), '[]'),
        'first_visit', private.utc_text(min(notes.encounter_at)),
        'last_updated', private.utc_text(max(notes.encounter_at)),
        'rules_version', private.record_rules_version()
      ),
      null, null
    )::private.record_entry
    from public.soap_notes as notes
    where notes.id = any (p_note_ids)
  );
end;
$$;

comment on function private.fold_metadata(uuid[]) is
  'metadata of the record, but for its version: total_visits (distinct encounters), source_soap_notes[] in the order of the record, first_visit and last_updated (encounter times, never the clock), rules_version (raised when a rule of the fold changes).';

create function private.fold_none_known_conflicts(p_entries private.record_entry[], p_claims private.record_statement[])
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
      from private.record_in_order(p_claims) as claim
      where claim.facts ->> 'claim' = 'none_known' and claim.facts ->> 'list' in ('conditions', 'medications', 'allergies')
      order by claim.facts ->> 'list', claim.ordinal desc
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

create function private.fold_notes(p_note_ids uuid[], p_decisions jsonb default '{}') returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_entries private.record_entry[] := array(select entry from private.fold_entries(p_note_ids, p_decisions) as entry);
begin
  return private.record_of_entries(v_entries) || jsonb_build_object(
    'metadata',
    (select entry.item from unnest(v_entries) as entry where entry.section = 'metadata')
      || jsonb_build_object('record_version', encode(sha256(private.record_buckets(v_entries)), 'hex'))
  );
end;
$$;

comment on function private.fold_notes(uuid[], jsonb) is
  'The record a set of signed notes and the decisions on its conflicts (private.record_decision_map) make: conditions[], medications[], allergies[], surgical_history[], family_history[], social_history {}, vital_trends {}, review_of_systems_trends {}, physical_exam_findings {}, list_states {}, conflicts[], metadata {}. The order in which the ids are given means nothing. metadata.record_version is a hash of all the rest, see docs/adr/0010.';

create function private.fold_sections(p_statements private.record_statement[], p_decisions jsonb)
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_claims private.record_statement[];
  v_section record;
begin
  v_claims := array(select claim from unnest(p_statements) as claim where claim.section = 'list_states');
  for v_section in
    select statement.section as name, array_agg(statement) as statements
    from unnest(p_statements) as statement
    where statement.section <> 'list_states'
    group by statement.section
  loop
    return query
      select * from private.apply_decisions(
        array(select entry from private.fold_statements(v_section.name, v_section.statements, v_claims) as entry), p_decisions
      );
  end loop;
end;
$$;

comment on function private.fold_sections(private.record_statement[], jsonb) is
  'Entries and conflicts of every section these statements are of, each section for itself, as the decisions on its conflicts leave them.';

create function private.fold_social_history(p_statements private.record_statement[]) returns setof private.record_entry
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
    from private.record_items('social_history', p_statements) as folded;
end;
$$;

comment on function private.fold_social_history(private.record_statement[]) is
  'Social history of the record, by topic (smoking, alcohol, occupation …): {id, topic, status, date, notes, provenance}.';

create function private.fold_state(p_patient_id uuid) returns text
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
  perform private.write_assertions(
    array(select note.id from public.soap_notes as note where note.patient_id = p_patient_id and note.status <> 'draft')
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
  'Makes ledger rows and entries of a patient''s record anew from the notes'' own tables, with the notes that are merged. Returns the record''s version. The patient''s row is locked.';

create function private.fold_statements(
  p_section text, p_statements private.record_statement[], p_claims private.record_statement[]
) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  case p_section
    when 'conditions' then return query select * from private.fold_conditions(p_statements);
    when 'medications' then return query select * from private.fold_medications(p_statements, p_claims);
    when 'allergies' then return query select * from private.fold_allergies(p_statements);
    when 'surgical_history' then return query select * from private.fold_surgical_history(p_statements);
    when 'family_history' then return query select * from private.fold_family_history(p_statements);
    when 'social_history' then return query select * from private.fold_social_history(p_statements);
    when 'vital_trends' then return query select * from private.fold_vital_trends(p_statements);
    else return query select * from private.fold_findings(p_section, p_statements);
  end case;
end;
$$;

comment on function private.fold_statements(text, private.record_statement[], private.record_statement[]) is
  'Entries and conflicts of one section, from all statements of whole neighbourhoods and the claims of list_states.';

create function private.fold_surgical_history(p_statements private.record_statement[]) returns setof private.record_entry
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
    from private.record_items(
      'surgical_history', array(select joined from private.record_join_blank(p_statements, 'date', 'date') as joined)
    ) as folded;
end;
$$;

comment on function private.fold_surgical_history(private.record_statement[]) is
  'Surgical history of the record, from statements of whole neighbourhoods: {id, procedure, date, surgeon, notes, …, provenance}. The same procedure on two dates is two; one without a date joins the only one that has one.';

create function private.fold_vital_trends(p_statements private.record_statement[]) returns setof private.record_entry
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
            case when ordered.facts ->> 'measured_at' is null then ordered.ordinal end
          order by ordered.ordinal
        ) as repetition
      from private.record_in_order(p_statements) as ordered
    ),
    measured as (
      select stated.item_key, stated.fields ->> 'name' as name, stated.fields ->> 'loinc_code' as loinc_code,
        row_number() over (order by stated.taken_at, stated.ordinal) as ordinal,
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

comment on function private.fold_vital_trends(private.record_statement[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';

create or replace function private.keep_record_of_ledger() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if exists (
    select from private.record_states
    where patient_id = new.user_id and is_being_written
      and record_version = new.cumulative_medical_record #>> '{metadata,record_version}'
  ) then
    return new;
  end if;
  if new.cumulative_medical_record is distinct from
    (case tg_op when 'INSERT' then '{}' else old.cumulative_medical_record end) then
    raise exception 'Cannot write cumulative record: it has one writer, the fold' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_record_of_ledger() is
  'Trigger: the cumulative record is empty, stays as it is, or is written by private.write_record, whoever writes.';

create function private.ledger_claims(p_patient_id uuid, p_entering uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select claims.*
    from unnest(private.record_lists()) as list (name)
    cross join lateral (
      -- Of all denials of a list the last one counts, so no more are read.
      select said.neighbourhood, said.note_id, said.encounter_at, said.signed_by, said.stage, said.position, said.row_id,
        said.fields, said.facts, said.section, said.neighbourhood, said.place
      from private.record_assertions as said
      join public.soap_notes as note on note.id = said.note_id and note.status = 'signed'
        and (note.merged_at is not null or note.id = any (p_entering))
      where said.patient_id = p_patient_id and said.section = 'list_states' and said.neighbourhood = list.name || ':none_known'
        and said.rules_version = private.record_rules_version()
      order by said.place desc
      limit 1
    ) as claims
    union all
    select * from private.ledger_statements(
      p_patient_id, array['list_states'], array['medications:complete'], p_entering
    );
end;
$$;

comment on function private.ledger_claims(uuid, uuid[]) is
  'What the notes that count claim about whole lists, as far as it still matters: the last denial of each, and every complete list of medications.';

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

create function private.merge_note(p_patient_id uuid, p_note_id uuid, p_decisions jsonb) returns void
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
begin
  insert into public.soap_note_merges (soap_note_id, patient_id, record_version, changes, merged_by)
  values (p_note_id, p_patient_id, v_version, v_changes, private.current_user_id());
  perform private.record_event(p_patient_id, 'merge', v_version, p_note_id);
end;
$$;

comment on function private.merge_note(uuid, uuid, jsonb) is
  'One pending note enters the record: its neighbourhoods, the ledger of merges, the journal. The column follows.';

create or replace function private.merge_pending_notes(p_patient_id uuid) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_pending uuid[];
  v_note_id uuid;
  v_decisions jsonb;
begin
  -- One merge per patient at a time: everything below is read after the lock, so nobody folds what is already past.
  perform from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return null;
  end if;
  v_pending := array(
    select note.id from public.soap_notes as note
    where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is null
    order by note.encounter_at, note.id
  );
  if cardinality(v_pending) = 0 then
    return 0;
  end if;

  perform private.ensure_state(p_patient_id);
  v_decisions := private.record_decision_map(p_patient_id);
  foreach v_note_id in array v_pending loop
    perform private.merge_note(p_patient_id, v_note_id, v_decisions);
  end loop;
  perform private.write_record(p_patient_id, v_note_id);
  return cardinality(v_pending);
end;
$$;

comment on function private.merge_pending_notes(uuid) is
  'Merges every signed note of a patient that has no row in the merge ledger yet, in the order of the record, and writes the record. Returns how many; 0 changes nothing; null: no such patient. Concurrent calls for one patient wait for each other.';

create function private.note_statements(p_note_ids uuid[]) returns setof private.record_statement
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.record_condition_statements(p_note_ids)
  union all select * from private.record_medication_statements(p_note_ids)
  union all select * from private.record_allergy_statements(p_note_ids)
  union all select * from private.record_history_statements(p_note_ids, 'surgical', 'procedure')
  union all select * from private.record_history_statements(p_note_ids, 'family', 'condition')
  union all select * from private.record_history_statements(p_note_ids, 'social', 'social_topic')
  union all select * from private.record_vital_statements(p_note_ids)
  union all select * from private.record_finding_statements(p_note_ids)
  union all select * from private.record_claim_statements(p_note_ids)
$$;

comment on function private.note_statements(uuid[]) is
  'Everything these notes say that a record is made of, read from their own tables. The step from a note to what the fold takes.';

create or replace function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_profile record;
begin
  -- A signed note whose merge call never came is merged by whoever reads next, and a record of other rules is rebuilt.
  if exists (
    select from public.soap_notes where patient_id = p_patient_id and status = 'signed' and merged_at is null
  ) then
    perform private.merge_pending_notes(p_patient_id);
  elsif exists (
    select from public.patient_profiles where user_id = p_patient_id and medical_record_last_updated_at is not null
  ) then
    perform private.ensure_state(p_patient_id);
  end if;

  select cumulative_medical_record, medical_record_last_updated_at is not null as is_written into v_profile
  from public.patient_profiles
  where user_id = p_patient_id;
  if v_profile.is_written is false then
    return private.fold_notes('{}');
  end if;
  return v_profile.cumulative_medical_record;
end;
$$;

comment on function private.read_record(uuid) is
  'The patient''s cumulative record with every signed note in it; the empty record, in full shape, where nothing was signed yet; null without a profile.';

create function private.rebuild_record(p_patient_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_profile public.patient_profiles;
  v_version text;
begin
  select * into v_profile from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return null;
  end if;
  if v_profile.cumulative_medical_record <> '{}'
    and v_profile.cumulative_medical_record #>> '{metadata,record_version}' is null then
    raise exception 'Cannot rebuild record: the stored one was not made from notes';
  end if;

  v_version := private.fold_state(p_patient_id);
  if cardinality(private.counting_notes(p_patient_id)) = 0 and v_profile.cumulative_medical_record = '{}' then
    return v_version;
  end if;
  if v_version is distinct from v_profile.cumulative_medical_record #>> '{metadata,record_version}' then
    perform private.record_event(p_patient_id, 'rebuild', v_version);
  end if;
  perform private.write_record(p_patient_id, v_profile.medical_record_last_soap_note_id);
  return v_version;
end;
$$;

comment on function private.rebuild_record(uuid) is
  'Makes a patient''s record anew from the notes that are merged: ledger, entries, column. Returns its version, null when there is no such patient. Safe at any time: it waits for a merge, and a merge for it.';

create or replace function private.record_allergy_statements(p_note_ids uuid[]) returns setof private.record_statement
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

create function private.record_buckets(p_entries private.record_entry[]) returns bytea
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with bucket as (
      select get_byte(uuid_send(entry.id), 0) as number,
        sha256(string_agg(private.record_part_sha256(entry.section, entry.item), '' order by entry.id)) as hash
      from unnest(p_entries) as entry
      group by 1
    )
    select string_agg(coalesce(bucket.hash, sha256('')), '' order by numbers.number)
    from generate_series(0, 255) as numbers (number)
    left join bucket on bucket.number = numbers.number
  );
end;
$$;

comment on function private.record_buckets(private.record_entry[]) is
  'The 256 bucket hashes of a record of these entries, one after the other; the SHA-256 of them is its version, see docs/adr/0010.';

create function private.record_changes(
  p_before private.record_entry[], p_after private.record_entry[], p_note_id uuid
) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_kinds constant text[] := array['added', 'updated', 'confirmed', 'carried', 'joined', 'conflicts'];
  c_sections constant text[] := array[
    'conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history',
    'vital_trends', 'review_of_systems_trends', 'physical_exam_findings'
  ];
begin
  return (
    with before as (
      select part.* from private.record_entry_parts(p_before) as part
    ),
    after as (
      select part.* from private.record_entry_parts(p_after) as part
    ),
    change as (
      select coalesce(after.section, before.section) as section, coalesce(after.id, before.id) as id,
        case
          when after.id is null then case when before.section <> 'conflicts' then 'joined' end
          when after.section = 'conflicts' then case when before.id is null then 'conflicts' end
          when before.id is null then 'added'
          when before.content is distinct from after.content then 'updated'
          when after.source_notes ? p_note_id::text then 'confirmed'
        end as kind,
        coalesce(after.about, after.section, before.section) as about,
        after.carried_fields <> '[]' and after.carried_fields is distinct from before.carried_fields as is_carried
      from before
      full join after on after.section = before.section and after.id = before.id
    ),
    named as (
      select change.about as section, change.kind, change.id from change where change.kind is not null
      union all
      select change.section, 'carried', change.id from change where change.is_carried
    ),
    kinds as (
      select named.section, named.kind, jsonb_agg(named.id order by named.id collate "C") as ids
      from named
      group by named.section, named.kind
    )
    select jsonb_object_agg(
      sections.name,
      (
        select jsonb_object_agg(kind.name, coalesce(kinds.ids, '[]'))
        from unnest(c_kinds) as kind (name)
        left join kinds on kinds.section = sections.name and kinds.kind = kind.name
      )
    )
    from unnest(c_sections) as sections (name)
  );
end;
$$;

comment on function private.record_changes(private.record_entry[], private.record_entry[], uuid) is
  'What a note changed, per section: ids of the items it added, updated and confirmed, of those that carry a field since (carried_fields), of those that joined another item and ended as one of their own, and of the conflicts it opened.';

create function private.record_claim_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with row_of_list as (
      select soap_note_id, position, 'allergy:' || id as row_id, 'allergies' as list, allergen as words
      from public.soap_subjective_allergies where soap_note_id = any (p_note_ids)
      union all
      select soap_note_id, position, 'reported:' || id, 'medications', medication_name
      from public.soap_subjective_medications where soap_note_id = any (p_note_ids)
      union all
      select soap_note_id, position, 'planned:' || id, 'medications', medication_name
      from public.soap_plan_medication where soap_note_id = any (p_note_ids)
      union all
      select soap_note_id, position, 'problem:' || id, 'conditions', diagnosis_name
      from public.soap_assessment_problem_list
      where soap_note_id = any (p_note_ids) and private.record_icd10(icd10_code) is null
      union all
      select soap_note_id, position, 'history:' || id, case kind when 'medical' then 'conditions' else kind || '_history' end, name
      from public.soap_subjective_history
      where soap_note_id = any (p_note_ids) and (kind <> 'medical' or private.record_icd10(icd10_code) is null)
    ),
    claim as (
      select notes.id as note_id, 0 as stage, 0 as position, stated.key as row_id, stated.key as list,
        case jsonb_typeof(stated.value) when 'string' then stated.value #>> '{}' else stated.value ->> 'state' end as claim
      from public.soap_notes as notes
      cross join lateral jsonb_each(notes.list_states) as stated
      where notes.id = any (p_note_ids)
      union all
      select notes.id, 1, 0, stated.key, stated.key, 'complete'
      from public.soap_notes as notes
      cross join lateral jsonb_each(notes.list_states) as stated
      where notes.id = any (p_note_ids) and stated.value -> 'complete' = 'true'
      union all
      select row_of_list.soap_note_id, 2, row_of_list.position, row_of_list.row_id, row_of_list.list, 'none_known'
      from row_of_list
      where exists (
        select from private.record_synonyms as denial
        where denial.kind = 'none_known' and denial.term = private.record_key(row_of_list.words)
          and denial.canonical in (row_of_list.list, 'any')
      )
    )
    select claim.list || ':' || claim.claim, notes.id, notes.encounter_at, notes.signed_by, claim.stage, claim.position,
      claim.row_id, '{}'::jsonb, jsonb_build_object('list', claim.list, 'claim', claim.claim),
      'list_states', claim.list || ':' || claim.claim,
      private.record_place(notes.encounter_at, notes.id, claim.stage, claim.position, claim.row_id)
    from claim
    join public.soap_notes as notes on notes.id = claim.note_id
    where claim.claim in ('none_known', 'complete');
end;
$$;

comment on function private.record_claim_statements(uuid[]) is
  'What notes claim about whole lists, from their list_states and from rows that deny a list ("NKDA", "no current medications"). item_key: list:claim; none_known: asked, there are none; complete: the note attests that its list lacks nothing.';

create function private.record_complete_lists(p_claims private.record_statement[], p_list text) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(
      private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) order by claim.ordinal
    ), '[]')
    from private.record_in_order(p_claims) as claim
    where claim.item_key = p_list || ':complete'
  );
end;
$$;

comment on function private.record_complete_lists(private.record_statement[], text) is
  'The notes that attest their list of a section lacks nothing, in the order of the record: [{soap_note_id, encounter_at, signed_by}].';

create or replace function private.record_condition_identity(p_statements private.record_statement[])
returns table (entry text, item_key text, candidates text[])
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with node as materialized (
      select ordered.item_key as entry,
        (array_agg(ordered.facts ->> 'code'))[1] as code,
        array_agg(distinct ordered.facts ->> 'name') as names,
        -- The entry's own last word: what a child or namesake says must not end it.
        coalesce((array_agg((ordered.facts ->> 'ended')::boolean order by ordered.ordinal desc)
          filter (where ordered.facts ->> 'ended' is not null))[1], false) as ended
      from private.record_in_order(p_statements) as ordered
      group by ordered.item_key
    ),
    leaf as materialized (
      select node.* from node
      where node.code is not null and not exists (
        select from node as child
        where left(child.code, 3) = left(node.code, 3) and starts_with(child.code, node.code) and child.code <> node.code
      )
    ),
    coded as materialized (
      select parent.entry, parent.code, parent.names,
        case
          when count(leaf.entry) = 1 and not (bool_and(leaf.ended) and not parent.ended) then min(leaf.entry)
          else parent.entry
        end as item_key,
        case when count(leaf.entry) > 1 then array_agg(leaf.entry order by leaf.entry collate "C") end as candidates
      from node as parent
      left join leaf
        on left(leaf.code, 3) = left(parent.code, 3) and starts_with(leaf.code, parent.code) and leaf.code <> parent.code
      where parent.code is not null
      group by parent.entry, parent.code, parent.names, parent.ended
    ),
    meeting as (
      select codeless.entry, coded.item_key, true as is_same_level
      from node as codeless
      cross join lateral unnest(codeless.names) as called (name)
      join (select coded.item_key, unnest(coded.names) as name from coded) as coded on coded.name = called.name
      where codeless.code is null
      union all
      select codeless.entry, coded.item_key, coded.code = possible.canonical
      from node as codeless
      cross join lateral unnest(codeless.names) as called (name)
      join private.record_synonyms as possible on possible.kind = 'condition_code' and possible.term = called.name
      join coded on left(coded.code, 3) = left(possible.canonical, 3) and starts_with(coded.code, possible.canonical)
      where codeless.code is null
    ),
    namesake as (
      select meeting.entry, meeting.item_key, bool_or(meeting.is_same_level) as is_same_level
      from meeting
      group by meeting.entry, meeting.item_key
    ),
    codeless as (
      select node.entry,
        case
          when count(namesake.item_key) = 1
            and (bool_and(namesake.is_same_level) or node.ended or not bool_and(target.ended))
            then min(namesake.item_key)
          else node.entry
        end as item_key,
        case when count(namesake.item_key) > 1 then array_agg(namesake.item_key order by namesake.item_key collate "C") end
          as candidates
      from node
      left join namesake on namesake.entry = node.entry
      left join node as target on target.entry = namesake.item_key
      where node.code is null
      group by node.entry, node.ended
    )
    select coded.entry, coded.item_key, coded.candidates from coded
    union all
    select codeless.entry, codeless.item_key, codeless.candidates from codeless;
end;
$$;

comment on function private.record_condition_identity(private.record_statement[]) is
  'Which entries are one condition, decided over the whole set so that no order can matter. Equal codes are one; a parent code or an entry without a code joins a coded one only if exactly one candidate exists, else it stands alone and candidates names them; it also stands alone, without ambiguity, when the more specific one has ended and it has not, since a child''s resolution never resolves its parent.';

create function private.record_condition_meets(p_patient_id uuid, p_entry text) returns setof text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_code text := case when starts_with(p_entry, 'icd10:') then substr(p_entry, 7) end;
  v_name text := case when starts_with(p_entry, 'name:') then substr(p_entry, 6) end;
begin
  if v_code is not null then
    -- A code meets the codes of its category, and entries without a code that are called like it or may stand for it.
    return query
      select sibling.neighbourhood from private.record_assertions as sibling
      where sibling.patient_id = p_patient_id and sibling.section = 'conditions'
        and sibling.neighbourhood >= left(p_entry, 9) and sibling.neighbourhood < left(p_entry, 9) || '~';
    return query
      select codeless.neighbourhood
      from (
        select own.name_key as name from private.record_assertions as own
        where own.patient_id = p_patient_id and own.section = 'conditions' and own.neighbourhood = p_entry
        union
        select possible.term from private.record_synonyms as possible
        where possible.kind = 'condition_code' and starts_with(v_code, possible.canonical)
      ) as called
      join private.record_assertions as codeless on codeless.patient_id = p_patient_id
        and codeless.section = 'conditions' and codeless.neighbourhood = 'name:' || called.name;
  elsif v_name is not null then
    -- A name meets the codes that are called so, and those it may stand for.
    return query
      select namesake.neighbourhood from private.record_assertions as namesake
      where namesake.patient_id = p_patient_id and namesake.name_key = v_name
        and starts_with(namesake.neighbourhood, 'icd10:');
    return query
      select coded.neighbourhood
      from private.record_synonyms as possible
      join private.record_assertions as coded on coded.patient_id = p_patient_id and coded.section = 'conditions'
        and coded.neighbourhood >= 'icd10:' || possible.canonical
        and coded.neighbourhood < 'icd10:' || possible.canonical || '~'
      where possible.kind = 'condition_code' and possible.term = v_name;
  end if;
end;
$$;

comment on function private.record_condition_meets(uuid, text) is
  'The entries of a patient''s ledger that may decide what an entry is, or it about them: by code or by name, in every note whether it counts or not, by whatever rules it was read. Some come more than once.';

create function private.record_condition_neighbours(p_patient_id uuid, p_entries text[]) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_known text[] := '{}';
  v_waiting text[] := p_entries;
  v_entry text;
begin
  while cardinality(v_waiting) > 0 loop
    v_entry := v_waiting[1];
    v_known := v_known || v_entry;
    v_waiting := array(
      select unnest(v_waiting)
      union
      select next from private.record_condition_meets(p_patient_id, v_entry) as next
      except
      select unnest(v_known)
    );
  end loop;
  return v_known;
end;
$$;

comment on function private.record_condition_neighbours(uuid, text[]) is
  'The entries that private.record_condition_identity has to see together to decide about these: the closure of private.record_condition_meets.';

create or replace function private.record_condition_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select history.soap_note_id, 0 as stage, history.position, history.id, history.name, history.icd10_code, history.status,
        history.severity, history.date as onset_date, history.notes, history.evidence
      from public.soap_subjective_history as history
      where history.kind = 'medical' and history.soap_note_id = any (p_note_ids)
      union all
      select problem.soap_note_id, 1, problem.position, problem.id, problem.diagnosis_name, problem.icd10_code, problem.status,
        problem.severity, problem.onset_date, problem.notes, problem.evidence
      from public.soap_assessment_problem_list as problem
      where problem.soap_note_id = any (p_note_ids)
    ),
    name as materialized (
      select names.name, private.record_canonical('condition', names.name) as name_key
      from (select distinct stated.name from stated) as names
    ),
    status as materialized (
      select words.status, private.record_status('condition_status', words.status) as clinical_status
      from (select distinct stated.status from stated) as words
    ),
    known as (
      select stated.*,
        jsonb_build_object(
          'name', stated.name, 'icd10', stated.icd10_code, 'status', stated.status, 'severity', stated.severity,
          'onset_date', stated.onset_date, 'notes', stated.notes
        ) as fields,
        name.name_key, status.clinical_status, icd10.code,
        coalesce('icd10:' || icd10.code, 'name:' || coalesce(name.name_key, stated.name)) as entry
      from stated
      join name on name.name = stated.name
      cross join lateral private.record_icd10(stated.icd10_code) as icd10 (code)
      left join status on status.status = stated.status
    )
    select known.entry, notes.id, notes.encounter_at,
      notes.signed_by, known.stage, known.position, known.id,
      known.fields,
      jsonb_build_object(
        'code', known.code, 'name', known.name_key,
        'ended', case when known.status ~ '\S' then coalesce(known.clinical_status, 'active') <> 'active' end
      ),
      'conditions', known.entry,
      private.record_place(notes.encounter_at, notes.id, known.stage, known.position, known.id)
    from known
    join public.soap_notes as notes on notes.id = known.soap_note_id
    where not private.is_carried_over(notes.id, 'conditions', known.evidence, known.fields)
      and (known.code is not null or not exists (
        select from private.record_synonyms as synonyms
        where synonyms.kind = 'none_known' and synonyms.term = known.name_key and synonyms.canonical in ('conditions', 'any')
      ));
end;
$$;

comment on function private.record_condition_statements(uuid[]) is
  'What the notes say about conditions, from the problem list and the medical history. item_key is the entry a row names by itself (icd10:E119 or name:diabetes) before entries are joined; facts: code, name key, ended (null when the row has no status).';

create function private.record_conflict_entry(p_found_in text, p_conflict jsonb) returns private.record_entry
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select row(
      'conflicts', p_found_in, (p_conflict ->> 'id')::uuid,
      concat_ws('|', p_conflict ->> 'section', p_conflict ->> 'kind', p_conflict ->> 'id'), null, p_conflict, null, null
    )::private.record_entry
  );
end;
$$;

comment on function private.record_conflict_entry(text, jsonb) is
  'A conflict as an entry of the record; what it was found in is its neighbourhood: section|neighbourhood, or kind|item id where it was found across lists.';

create function private.record_entry_parts(p_entries private.record_entry[])
returns table (section text, about text, id text, source_notes jsonb, carried_fields jsonb, content jsonb)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return query
    select entry.section, case entry.section when 'conflicts' then entry.item ->> 'section' end, entry.item ->> 'id',
      entry.item #> '{provenance,source_notes}', coalesce(entry.item -> 'carried_fields', '[]'),
      entry.item - '{provenance,last_updated}'::text[]
    from unnest(p_entries) as entry
    where not entry.item ? 'series'
    union all
    select entry.section, null, measured.item ->> 'id', jsonb_build_array(measured.item -> 'soap_note_id'), '[]', measured.item
    from unnest(p_entries) as entry
    cross join lateral jsonb_array_elements(entry.item -> 'series') as measured (item)
    where entry.item ? 'series';
end;
$$;

comment on function private.record_entry_parts(private.record_entry[]) is
  'Entries as changes count them, measurements one by one: content is the item without what every mention moves; about is the section a conflict is in.';

create or replace function private.record_field_history(p_statements private.record_statement[])
returns table (
  item_key text,
  field text,
  value text,
  is_change boolean,
  run bigint,
  ordinal bigint,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with named as (
      select statement.section, statement.item_key, stated_field.key as field, stated_field.value, statement.ordinal,
        statement.note_id, statement.encounter_at, statement.signed_by,
        max(case when stated_field.key = 'severity' then private.record_severity_rank(stated_field.value) end) over (
          partition by statement.item_key, stated_field.key
          order by statement.ordinal rows between unbounded preceding and 1 preceding
        ) as worst_before
      from private.record_in_order(p_statements) as statement
      cross join lateral jsonb_each_text(statement.fields) as stated_field
      -- A null or blank value says nothing: it neither confirms nor erases.
      where stated_field.value ~ '\S'
    ),
    stated as (
      select * from named
      -- "unknown" claims nothing beside a known severity, and of an allergy nothing later lowers the highest.
      where named.worst_before is null or case named.section
        when 'allergies' then private.record_severity_rank(named.value) >= named.worst_before
        else named.value <> 'unknown' or named.worst_before < 2
      end
    ),
    compared as (
      select stated.*, lag(stated.value) over (partition by stated.item_key, stated.field order by stated.ordinal) as previous
      from stated
    ),
    marked as (
      select compared.*,
        case
          when compared.value = compared.previous then false
          when compared.previous is null then true
          else private.record_value_key(compared.field, compared.value)
            is distinct from private.record_value_key(compared.field, compared.previous)
        end as is_change
      from compared
    )
    select marked.item_key, marked.field, marked.value, marked.is_change,
      count(*) filter (where marked.is_change)
        over (partition by marked.item_key, marked.field order by marked.ordinal),
      marked.ordinal, marked.note_id, marked.encounter_at, marked.signed_by
    from marked;
end;
$$;

comment on function private.record_field_history(private.record_statement[]) is
  'Every value the statements give to a field of an item, in the order of the record, but for a severity that says less than one before it; run numbers the stretches of one unchanged value, is_change marks the first statement of each.';

create function private.record_finding_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select finding.system, notes.id, notes.encounter_at, notes.signed_by, 0, finding.position, finding.id,
      jsonb_build_object('finding', finding.finding, 'status', finding.status), '{}'::jsonb, finding.section, finding.system,
      private.record_place(notes.encounter_at, notes.id, 0, finding.position, finding.id)
    from (
      select 'review_of_systems_trends' as section, reported.*
      from public.soap_subjective_review_of_systems as reported where reported.soap_note_id = any (p_note_ids)
      union all
      select 'physical_exam_findings', examined.*
      from public.soap_objective_physical_exam as examined where examined.soap_note_id = any (p_note_ids)
    ) as finding
    join public.soap_notes as notes on notes.id = finding.soap_note_id;
end;
$$;

comment on function private.record_finding_statements(uuid[]) is
  'What the notes found by body system: reported (section review_of_systems_trends) and examined (physical_exam_findings); item_key is the system.';

create or replace function private.record_history_statements(p_note_ids uuid[], p_kind text, p_synonyms text)
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

create function private.record_in_order(p_statements private.record_statement[])
returns table (
  item_key text,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid,
  stage integer,
  "position" integer,
  row_id text,
  fields jsonb,
  facts jsonb,
  section text,
  neighbourhood text,
  place text,
  ordinal bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select statement.*, row_number() over (order by statement.place collate "C")
    from unnest(p_statements) as statement;
end;
$$;

comment on function private.record_in_order(private.record_statement[]) is
  'Statements numbered in the one order of the record: encounter time, note id, then within a note what was reported before what was decided.';

create function private.record_items(p_section text, p_statements private.record_statement[])
returns table (item_key text, neighbourhood text, place text, last_confirmed text, item jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with statement as materialized (
      select ordered.*,
        private.record_mark(ordered.note_id, ordered.encounter_at, ordered.signed_by) as mark,
        lag(ordered.note_id) over (partition by ordered.item_key order by ordered.ordinal) is distinct from ordered.note_id
          as opens_note
      from private.record_in_order(p_statements) as ordered
    ),
    history as (
      select field_history.*,
        max(field_history.run) over (partition by field_history.item_key, field_history.field) as last_run,
        lag(field_history.note_id) over (
          partition by field_history.item_key, field_history.field, field_history.run order by field_history.ordinal
        ) is distinct from field_history.note_id as opens_note
      from private.record_field_history(p_statements) as field_history
    ),
    field_state as (
      select history.item_key, history.field,
        (array_agg(history.value order by history.ordinal desc))[1] as value,
        min(history.ordinal) as first_seen,
        min(history.ordinal) filter (where history.run = history.last_run) as last_changed,
        max(history.ordinal) as last_confirmed,
        jsonb_agg(history.note_id order by history.ordinal) filter (where history.run = history.last_run and history.opens_note)
          as source_notes
      from history
      group by history.item_key, history.field
    ),
    item_fields as (
      select field_state.item_key,
        max(field_state.last_changed) as last_changed,
        jsonb_object_agg(field_state.field, field_state.value) as shown,
        jsonb_object_agg(
          field_state.field,
          jsonb_build_object(
            'first_seen', first_seen.mark, 'last_changed', last_changed.mark, 'last_confirmed', last_confirmed.mark,
            'source_notes', field_state.source_notes
          )
        ) as provenance
      from field_state
      join statement as first_seen on first_seen.ordinal = field_state.first_seen
      join statement as last_changed on last_changed.ordinal = field_state.last_changed
      join statement as last_confirmed on last_confirmed.ordinal = field_state.last_confirmed
      group by field_state.item_key
    ),
    item_notes as (
      select statement.item_key,
        min(statement.neighbourhood collate "C") as neighbourhood,
        min(statement.ordinal) as first_seen,
        max(statement.ordinal) as last_confirmed,
        jsonb_agg(statement.note_id order by statement.ordinal) filter (where statement.opens_note) as source_notes,
        jsonb_agg(distinct statement.signed_by) as signed_by
      from statement
      group by statement.item_key
    )
    select item_notes.item_key, item_notes.neighbourhood, first_seen.place, left(last_confirmed.place, 56),
      item_fields.shown || jsonb_build_object(
        'id', private.record_item_id(p_section, item_notes.item_key),
        'added_from_soap_note_id', first_seen.note_id,
        'last_updated', last_confirmed.mark -> 'encounter_at',
        'provenance', jsonb_build_object(
          'first_seen', first_seen.mark, 'last_changed', last_changed.mark, 'last_confirmed', last_confirmed.mark,
          'source_notes', item_notes.source_notes, 'signed_by', item_notes.signed_by, 'fields', item_fields.provenance
        )
      )
    from item_notes
    join item_fields using (item_key)
    join statement as first_seen on first_seen.ordinal = item_notes.first_seen
    join statement as last_changed on last_changed.ordinal = item_fields.last_changed
    join statement as last_confirmed on last_confirmed.ordinal = item_notes.last_confirmed;
end;
$$;

comment on function private.record_items(text, private.record_statement[]) is
  'Items of one section, with the place of their first statement and that of the note that named them last: per identity key the last known value of every field, and where each came from. provenance: first_seen, last_changed and last_confirmed {soap_note_id, encounter_at, signed_by} and source_notes[] of the item, with signed_by[] of them all, and under fields of each field (there source_notes are those that state the value shown). Sections add what is special to them.';

create or replace function private.record_join_blank(p_statements private.record_statement[], p_field text, p_synonyms text)
returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as materialized (
      select statement.*, coalesce(private.record_canonical(p_synonyms, statement.fields ->> p_field), '') as detail
      from unnest(p_statements) as statement
    ),
    candidate as (
      select stated.item_key, min(stated.detail) as detail
      from stated
      where stated.detail <> ''
      group by stated.item_key
      having count(distinct stated.detail) = 1
    )
    select stated.item_key || '|' || case when stated.detail = '' then coalesce(candidate.detail, '') else stated.detail end,
      stated.note_id, stated.encounter_at, stated.signed_by, stated.stage, stated.position, stated.row_id,
      stated.fields, stated.facts, stated.section, stated.neighbourhood, stated.place
    from stated
    left join candidate on candidate.item_key = stated.item_key;
end;
$$;

comment on function private.record_join_blank(private.record_statement[], text, text) is
  'Statements with a field made part of their identity, over the whole set: a blank joins the one value that is known, and stands alone when there are several.';

create or replace function private.record_join_routes(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with known_route as (
      select statement.item_key,
        array_agg(distinct statement.item_key || '|' || (statement.facts ->> 'route')) as item_keys
      from unnest(p_statements) as statement
      where statement.facts ->> 'route' is not null
      group by statement.item_key
    )
    select
      case
        when statement.facts ->> 'route' is not null then statement.item_key || '|' || (statement.facts ->> 'route')
        when cardinality(known_route.item_keys) = 1 then known_route.item_keys[1]
        else statement.item_key || '|'
      end,
      statement.note_id, statement.encounter_at, statement.signed_by, statement.stage, statement.position, statement.row_id,
      statement.fields,
      case
        when statement.facts ->> 'route' is null and cardinality(known_route.item_keys) > 1
          then statement.facts || jsonb_build_object('candidates', known_route.item_keys)
        else statement.facts
      end,
      statement.section, statement.neighbourhood, statement.place
    from unnest(p_statements) as statement
    left join known_route on known_route.item_key = statement.item_key;
end;
$$;

comment on function private.record_join_routes(private.record_statement[]) is
  'Medication statements keyed ingredient|route, over the whole set: a statement without a route joins the only route that is known; with several it stands alone, and facts.candidates names them.';

create function private.record_lists() returns text[]
language sql
immutable
security invoker
set search_path = ''
as $$
  select array['conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history']
$$;

comment on function private.record_lists() is 'The sections a note can say a list is empty or complete of.';

create or replace function private.record_medication_statements(p_note_ids uuid[]) returns setof private.record_statement
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

create function private.record_of_entries(p_entries private.record_entry[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_object_agg(
      sections.section,
      case
        when sections.is_list then coalesce(folded.list, '[]')
        else coalesce(folded.object, '{}')
      end
    )
    from private.record_sections() as sections
    left join (
      select entry.section,
        jsonb_agg(entry.item order by entry.place collate "C") as list,
        jsonb_object_agg(entry.key, entry.item) filter (where entry.key is not null) as object
      from unnest(p_entries) as entry
      group by entry.section
    ) as folded on folded.section = sections.section
  );
end;
$$;

comment on function private.record_of_entries(private.record_entry[]) is
  'Entries as readers get them, {section: [] or {}}; without metadata.';

create function private.record_part_sha256(p_section text, p_item jsonb) returns bytea
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return sha256(convert_to(p_section || chr(10) || p_item::text, 'UTF8'));
end;
$$;

comment on function private.record_part_sha256(text, jsonb) is 'Hash of one part of a record, see docs/adr/0010.';

create function private.record_parts(p_record jsonb) returns table (section text, id uuid, item jsonb)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return query
    select listed.section, (listed.item ->> 'id')::uuid, listed.item
    from (
      select sections.section, jsonb_array_elements(p_record -> sections.section) as item
      from private.record_sections() as sections
      where sections.is_list
      union all
      select sections.section, jsonb_path_query(p_record -> sections.section, '$.*')
      from private.record_sections() as sections
      where not sections.is_list and sections.section <> 'list_states'
    ) as listed
    union all
    select 'list_states', private.record_item_id('list_states', state.key), state.value
    from jsonb_each(p_record -> 'list_states') as state
    union all
    select 'metadata', private.record_item_id('metadata', 'metadata'), (p_record -> 'metadata') - 'record_version'
    where p_record ? 'metadata';
end;
$$;

comment on function private.record_parts(jsonb) is 'The parts a record''s version is made of, see docs/adr/0010.';

create function private.record_place(
  p_encounter_at timestamptz, p_note_id uuid, p_stage integer, p_position integer, p_row_id text
) returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- A position may be negative, and a text sorts by its first character.
  return to_char(p_encounter_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || p_note_id || p_stage
    || lpad((p_position::bigint + 2147483648)::text, 10, '0') || p_row_id;
end;
$$;

comment on function private.record_place(timestamptz, uuid, integer, integer, text) is
  'Place of a statement in the one order of the record, as a text that sorts by its bytes: encounter time, note id, stage, position, row. Its first 56 characters are the place of the note.';

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
        row_number() over (order by ordered.ordinal, part.number) as reaction_place,
        -- A severity given for several reactions at once is not said of each.
        case when count(*) over (partition by ordered.ordinal) = 1 then ordered.fields ->> 'severity' end as severity
      from private.record_in_order(p_statements) as ordered
      cross join lateral regexp_split_to_table(ordered.fields ->> 'reaction', ',(?![^(]*\))')
        with ordinality as part (words, number)
      where part.words ~ '\S'
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

comment on function private.record_reactions(private.record_statement[]) is
  'Every reaction ever reported to an allergen, first report first: reaction, all of them in one line for readers of one string; reactions[] {id, reaction, severity (the highest reported with it alone), first_seen, last_confirmed}. Words with commas are several reactions, and "a rash" is "rash": so the line itself, copied into a note, reports nothing new.';

create or replace function private.record_rules_version() returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select '2'
$$;

comment on function private.record_rules_version() is
  'Raised by the migration that changes a rule of the fold or a row of record_synonyms: records folded before it are folded anew by their next merge.';

create function private.record_sections() returns table (section text, is_list boolean)
language sql
immutable
security invoker
set search_path = ''
as $$
  values
    ('conditions', true), ('medications', true), ('allergies', true), ('surgical_history', true), ('family_history', true),
    ('conflicts', true), ('social_history', false), ('vital_trends', false), ('review_of_systems_trends', false),
    ('physical_exam_findings', false), ('list_states', false)
$$;

comment on function private.record_sections() is 'The sections of a record beside metadata: lists, and objects by key.';

create or replace function private.record_split_regimens(p_statements private.record_statement[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_batch record;
  v_row private.record_statement;
  v_item_key text;
  v_doses text[];
  v_frequencies text[];
  v_matched integer[];
  v_known integer;
begin
  for v_batch in
    select ordered.item_key,
      array_agg(
        row(
          ordered.item_key, ordered.note_id, ordered.encounter_at, ordered.signed_by, ordered.stage, ordered.position,
          ordered.row_id, ordered.fields, ordered.facts, ordered.section, ordered.neighbourhood, ordered.place
        )::private.record_statement
        order by ordered.ordinal
      ) as statements,
      array_agg(ordered.facts ->> 'dose' order by ordered.ordinal) as doses,
      array_agg(ordered.facts ->> 'frequency' order by ordered.ordinal) as frequencies
    from private.record_in_order(p_statements) as ordered
    group by ordered.item_key, ordered.note_id, ordered.stage
    order by ordered.item_key collate "C", min(ordered.ordinal)
  loop
    if v_item_key is distinct from v_batch.item_key then
      v_item_key := v_batch.item_key;
      v_doses := '{}';
      v_frequencies := '{}';
    end if;
    v_known := cardinality(v_doses);
    v_matched := private.record_match_regimens(v_batch.doses, v_batch.frequencies, v_doses, v_frequencies);

    for i in 1 .. cardinality(v_matched) loop
      v_row := v_batch.statements[i];
      if v_matched[i] is null then
        v_matched[i] := cardinality(v_doses) + 1;
        if cardinality(v_matched) < v_known then
          v_row.facts := v_row.facts || jsonb_build_object(
            'candidates',
            coalesce(v_row.facts -> 'candidates', '[]') || to_jsonb(array(
              select private.record_regimen_key(v_item_key, n) from generate_series(1, v_known) as n
            ))
          );
        end if;
      end if;
      v_row.item_key := private.record_regimen_key(v_item_key, v_matched[i]);
      v_doses[v_matched[i]] := coalesce(v_batch.doses[i], v_doses[v_matched[i]]);
      v_frequencies[v_matched[i]] := coalesce(v_batch.frequencies[i], v_frequencies[v_matched[i]]);
      return next v_row;
    end loop;
  end loop;
end;
$$;

comment on function private.record_split_regimens(private.record_statement[]) is
  'Medication statements with the regimen they belong to: two rows of one note stay two regimens (ingredient|route, then …|#2). A row that could continue several of them becomes one of its own, and facts.candidates names them. Notes are taken in the order of the record, so the outcome depends on the set alone.';

create function private.record_substances_of(p_ingredient text) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select array(
      select component.name from regexp_split_to_table(p_ingredient, ' / ') as component (name)
      union
      select class.canonical
      from regexp_split_to_table(p_ingredient, ' / ') as component (name)
      join private.record_synonyms as class on class.kind = 'drug_class' and class.term = component.name
    )
  );
end;
$$;

comment on function private.record_substances_of(text) is
  'What somebody who takes an ingredient (private.record_drug) takes: each component, and the classes each belongs to.';

create function private.record_touched(p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[])
returns table (section text, neighbourhood text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_rules_version constant text := private.record_rules_version();
begin
  return query
    with named as materialized (
      select distinct said.section, said.neighbourhood
      from private.record_assertions as said
      where said.note_id = any (p_note_ids) and said.rules_version = v_rules_version
      union
      select entry.section, entry.neighbourhood
      from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.id = any (p_item_ids) and entry.section <> 'conflicts'
    )
    select named.section, named.neighbourhood from named where named.section <> 'conditions'
    union
    select 'conditions', unnest(private.record_condition_neighbours(
      p_patient_id, array(select named.neighbourhood from named where named.section = 'conditions')
    ))
    union
    -- Who attests a complete list speaks of every medication, by leaving it out.
    select 'medications', said.neighbourhood
    from private.record_assertions as said
    where said.patient_id = p_patient_id and said.section = 'medications' and said.rules_version = v_rules_version
      and exists (
        select from named where named.section = 'list_states' and named.neighbourhood = 'medications:complete'
      );
end;
$$;

comment on function private.record_touched(uuid, uuid[], uuid[]) is
  'The neighbourhoods that notes and items touch, whether the notes count or not.';

create function private.record_vital_statements(p_note_ids uuid[]) returns setof private.record_statement
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
      jsonb_build_object(
        'name', vital.vital_name, 'value', vital.vital_value, 'unit', vital.unit, 'loinc_code', vital.loinc_code
      ),
      jsonb_build_object('measured_at', private.utc_text(vital.measured_at)),
      'vital_trends', name.vital_key,
      private.record_place(notes.encounter_at, notes.id, 0, vital.position, vital.id)
    from vital
    join name on name.vital_name = vital.vital_name
    join public.soap_notes as notes on notes.id = vital.soap_note_id;
end;
$$;

comment on function private.record_vital_statements(uuid[]) is
  'What the notes measured; item_key is the vital, facts: measured_at, null when the note does not say. What a draft only carries over from the snapshot is not among them.';

create function private.refold(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[] default '{}', p_decisions jsonb default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
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

comment on function private.refold(uuid, uuid[], uuid[], jsonb) is
  'Folds anew what these notes and items touch, from the ledger, with the notes that are merged or among these; the patient''s row is locked. The one way a record is brought up to date: merge, retraction, amendment, decision. Returns what it changed (private.record_changes, of the first note). The column follows with private.write_record.';

create function private.refold_crossings(
  p_patient_id uuid, p_touched private.record_entry[], p_denied text[], p_claims private.record_statement[], p_decisions jsonb
) returns table (before private.record_entry[], after private.record_entry[], changed uuid[])
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_crossing private.record_entry[] := array(select entry from private.crossing_entries(p_patient_id, p_touched) as entry);
  v_listed private.record_entry[];
begin
  -- A new denial of a list, or one that went, is about everything on the list.
  v_listed := array(
    select entry from private.stored_entries(
      p_patient_id,
      array(
        select touched.id from unnest(p_touched) as touched where touched.last_confirmed is not null
        union
        select entry.id from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = any (p_denied)
      )
    ) as entry
  );
  before := array(
    select entry from private.stored_entries(
      p_patient_id,
      array(
        select conflict.id from private.record_entries as conflict
        where conflict.patient_id = p_patient_id and conflict.section = 'conflicts' and conflict.neighbourhood = any (
          array(select 'drug_allergy|' || entry.id from unnest(v_crossing || p_touched) as entry where entry.section = 'medications')
          || array(select 'none_known|' || entry.id from unnest(v_listed || p_touched) as entry)
        )
      )
    ) as entry
  );
  after := array(
    select crossed
    from (
      select * from private.fold_drug_allergy_conflicts(v_crossing)
      union all
      select * from private.fold_none_known_conflicts(v_listed, p_claims)
    ) as crossed
    where not p_decisions ? crossed.id::text
  );
  changed := private.replace_entries(p_patient_id, before, after);
  return next;
end;
$$;

comment on function private.refold_crossings(uuid, private.record_entry[], text[], private.record_statement[], jsonb) is
  'Conflicts across lists, anew for the entries that were touched (as they were and as they are) and for lists that were denied: drug_allergy, none_known_after_recorded.';

create function private.refold_record(p_patient_id uuid, p_kind text, p_soap_note_id uuid default null, p_decision_id uuid default null)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_amended_id uuid := (select amends_note_id from public.soap_notes where id = p_soap_note_id);
  v_item_ids uuid[] := array(
    select item_id::uuid
    from public.record_decisions as decision
    join public.record_conflicts as conflict on conflict.id = decision.conflict_id
    cross join lateral jsonb_array_elements_text(conflict.item_ids) as item_id
    where decision.id = p_decision_id
  );
begin
  perform private.ensure_state(p_patient_id);
  perform private.refold(p_patient_id, array_remove(array[p_soap_note_id, v_amended_id], null), v_item_ids);
  perform private.record_event(
    p_patient_id, p_kind, (select record_version from private.record_states where patient_id = p_patient_id),
    p_soap_note_id, p_decision_id
  );
  perform private.write_record(
    p_patient_id,
    (
      select merges.soap_note_id
      from public.soap_note_merges as merges
      join public.soap_notes as note on note.id = merges.soap_note_id
      where merges.patient_id = p_patient_id and note.status = 'signed'
      order by merges.merged_at desc, note.encounter_at desc, note.id desc
      limit 1
    )
  );
end;
$$;

comment on function private.refold_record(uuid, text, uuid, uuid) is
  'Brings the record up to date after something else than a merge changed what it is made from: a retraction or a decision. The patient''s row is locked and every signed note merged.';

create function private.refold_summary(
  p_patient_id uuid, p_lists text[], p_entering uuid[], p_claims private.record_statement[]
) returns uuid[]
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_representatives uuid[];
  v_after private.record_entry[];
begin
  v_representatives := array(
    select picked.id
    from unnest(p_lists) as list (name)
    cross join lateral (
      (
        select entry.id from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = list.name and entry.last_confirmed is not null
        order by entry.last_confirmed desc
        limit 1
      )
      union all
      (
        select entry.id from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = list.name
          and entry.item ->> 'clinical_status' is distinct from 'refuted' and entry.last_confirmed is not null
        -- The order keeps the planner on the patient's own index, whatever it thinks of the filter.
        order by entry.last_confirmed desc
        limit 1
      )
    ) as picked
  );
  v_after := array(
    select state from private.fold_list_states(
      p_lists, array(select entry from private.stored_entries(p_patient_id, v_representatives) as entry), p_claims
    ) as state
  ) || private.fold_metadata(private.counting_notes(p_patient_id, p_entering));
  return private.replace_entries(p_patient_id, '{}', v_after);
end;
$$;

comment on function private.refold_summary(uuid, text[], uuid[], private.record_statement[]) is
  'List states of these lists, and metadata, anew from the entries as they stand. Returns the ids of what changed.';

create function private.rehash_record(p_patient_id uuid, p_changed uuid[]) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_buckets bytea := (select buckets from private.record_states where patient_id = p_patient_id);
  v_bucket record;
begin
  for v_bucket in
    select touched.number, coalesce(folded.hash, sha256('')) as hash
    from (select distinct get_byte(uuid_send(changed.id), 0) as number from unnest(p_changed) as changed (id)) as touched
    cross join lateral (
      select sha256(string_agg(entry.sha256, '' order by entry.id)) as hash
      from private.record_entries as entry
      where entry.patient_id = p_patient_id
        and entry.id between (lpad(to_hex(touched.number), 2, '0') || repeat('0', 30))::uuid
          and (lpad(to_hex(touched.number), 2, '0') || repeat('f', 30))::uuid
    ) as folded
  loop
    v_buckets := overlay(v_buckets placing v_bucket.hash from v_bucket.number * 32 + 1 for 32);
  end loop;
  update private.record_states
  set buckets = v_buckets, record_version = encode(sha256(v_buckets), 'hex')
  where patient_id = p_patient_id;
end;
$$;

comment on function private.rehash_record(uuid, uuid[]) is
  'The version of a patient''s record, from the buckets of the entries that changed, went or came; see docs/adr/0010.';

create function private.replace_entries(
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
begin
  if cardinality(p_before) + cardinality(p_after) = 0 then
    return '{}';
  end if;
  delete from private.record_substances where patient_id = p_patient_id and entry_id = any (v_gone);
  delete from private.record_entries where patient_id = p_patient_id and id = any (v_gone);

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

  delete from private.record_substances as link
  using unnest(p_after) as after
  where link.patient_id = p_patient_id and link.entry_id = after.id and not link.substance = any (after.substances);
  insert into private.record_substances (patient_id, substance, section, entry_id)
  select p_patient_id, named.substance, after.section, after.id
  from unnest(p_after) as after
  cross join lateral unnest(after.substances) as named (substance)
  where named.substance is not null
  on conflict do nothing;
  return v_gone || v_written;
end;
$$;

comment on function private.replace_entries(uuid, private.record_entry[], private.record_entry[]) is
  'Puts entries in the place of those that stood for the same neighbourhoods. Returns the ids of what went, came or changed.';

create function private.stored_entries(p_patient_id uuid, p_ids uuid[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    select entry.section, entry.neighbourhood, entry.id, entry.place, entry.key, entry.item, entry.last_confirmed,
      array(
        select link.substance from private.record_substances as link
        where link.patient_id = p_patient_id and link.entry_id = entry.id
      )
    from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.id = any (p_ids);
end;
$$;

comment on function private.stored_entries(uuid, uuid[]) is 'Entries of a patient''s record as they stand, by id.';

create function private.verify_record(p_patient_id uuid)
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

create function private.write_assertions(p_note_ids uuid[]) returns void
language plpgsql
volatile
security invoker
set search_path = ''
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

create function private.write_record(p_patient_id uuid, p_last_note_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
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

comment on function private.write_record(uuid, uuid) is
  'Writes the record as it was folded into the patient''s profile, and its conflicts into their ledger: the only writer of cumulative_medical_record. The patient''s row is locked.';

create function private.written_list(p_patient_id uuid, p_section text) returns jsonb[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    select entry.item from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.section = p_section
    order by entry.place
  );
end;
$$;

comment on function private.written_list(uuid, text) is 'The elements of a list of the record, from its entries.';

create function private.written_object(p_patient_id uuid, p_section text) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(entry.key, entry.item), '{}')
    from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.section = p_section
  );
end;
$$;

comment on function private.written_object(uuid, text) is 'An object of the record, by key, from its entries.';

create function private.written_record(p_patient_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Lists as SQL arrays and everything in one call: the whole is built in a single pass, see docs/adr/0011.
  return (
    select jsonb_build_object(
      'conditions', private.written_list(p_patient_id, 'conditions'),
      'medications', private.written_list(p_patient_id, 'medications'),
      'allergies', private.written_list(p_patient_id, 'allergies'),
      'surgical_history', private.written_list(p_patient_id, 'surgical_history'),
      'family_history', private.written_list(p_patient_id, 'family_history'),
      'conflicts', private.written_list(p_patient_id, 'conflicts'),
      'social_history', private.written_object(p_patient_id, 'social_history'),
      'vital_trends', private.written_object(p_patient_id, 'vital_trends'),
      'review_of_systems_trends', private.written_object(p_patient_id, 'review_of_systems_trends'),
      'physical_exam_findings', private.written_object(p_patient_id, 'physical_exam_findings'),
      'list_states', private.written_object(p_patient_id, 'list_states'),
      'metadata', entry.item || jsonb_build_object('record_version', state.record_version)
    )
    from private.record_states as state
    join private.record_entries as entry on entry.patient_id = state.patient_id and entry.section = 'metadata'
    where state.patient_id = p_patient_id
  );
end;
$$;

comment on function private.written_record(uuid) is 'A patient''s record put together from its entries, as private.fold_notes makes it.';

create trigger refuse_change before update or delete on private.record_assertions
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on private.record_assertions
  for each statement execute function private.refuse_change();

create trigger assert_signed_note after update of status on public.soap_notes
  for each row when (old.status = 'draft' and new.status = 'signed') execute function private.assert_signed_note();

select private.write_assertions(array(select id from public.soap_notes where status <> 'draft'));
