-- Safety of drafts: alerts outlive a save and are closed by a clinician's reason alone; a draft says whose it is and carries
-- its disclaimer by the server's word; codes of a draft are suggestions; documentation is scored.
set check_function_bodies = off;

alter table public.soap_safety_alerts
  add column dismissed_by uuid references public.users (id) on delete restrict,
  add column dismissed_at timestamptz,
  add check (status = 'dismissed' or (dismissed_by is null and dismissed_at is null));

create index soap_safety_alerts_id_idx on public.soap_safety_alerts (id);
create index soap_safety_alerts_dismissed_by_idx on public.soap_safety_alerts (dismissed_by);

comment on table public.soap_safety_alerts is 'Safety alerts raised while drafting. A row stays whatever is saved; only dismiss_safety_alert closes it.';
comment on column public.soap_safety_alerts.evidence is 'SoapNote Evidence[]: the transcript spans or snapshot items this row rests on.';
comment on column public.soap_safety_alerts.dismissed_by is 'The clinician who dismissed it; beside the note, not part of its content.';
comment on column public.soap_safety_alerts.dismissed_at is 'When it was dismissed; beside the note, not part of its content.';

alter table public.soap_coding_billing
  add column rationale text,
  add column status text check (status in ('suggested', 'accepted'));

comment on column public.soap_coding_billing.rationale is 'Why the code was suggested; null where a clinician attached it.';
comment on column public.soap_coding_billing.status is 'suggested: made by a draft and applied to nothing; accepted by a clinician, or null: attached by one.';

create function private.note_demographics(p_snapshot_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'id', demographics -> 'id',
    'full_name', demographics -> 'full_name',
    'patient_number', demographics -> 'patient_number',
    'dob', demographics -> 'dob',
    'age', demographics -> 'age',
    'gender', demographics -> 'gender',
    'sex_at_birth', demographics -> 'sex_at_birth'
  )
  from public.context_snapshots
  cross join lateral (select content -> 'patient_demographics') as patient (demographics)
  where context_snapshots.id = p_snapshot_id
$$;

comment on function private.note_demographics(uuid) is
  'Who the patient is, for SoapNote.meta.demographics: as the snapshot says, without contact; null where there is no snapshot.';

create function private.draft_disclaimer() returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select 'Drafted by software from the words of the encounter and from the record. It may be wrong or incomplete, and counts for nothing until a clinician has reviewed and signed it.'
$$;

comment on function private.draft_disclaimer() is 'What stands on every draft and on its stored copy, whatever the draft says itself.';

create function private.is_documentation(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_value) is distinct from 'object' then false
    when p_value - '{rubric,rubricVersion,scorePercent,parts}'::text[] <> '{}' then false
    when not (private.is_note_text(p_value -> 'rubric') and private.is_note_text(p_value -> 'rubricVersion')) then false
    when not private.is_whole_number(p_value -> 'scorePercent', 0) or (p_value ->> 'scorePercent')::numeric > 100 then false
    when jsonb_typeof(p_value -> 'parts') is distinct from 'array' or jsonb_array_length(p_value -> 'parts') > 50 then false
    else not exists (
      select from jsonb_array_elements(p_value -> 'parts') as part
      where not coalesce(
        jsonb_typeof(part) = 'object'
        and part - '{element,points,earned}'::text[] = '{}'
        and private.is_note_text(part -> 'element')
        and private.is_whole_number(part -> 'points', 1)
        and private.is_whole_number(part -> 'earned', 0),
        false
      )
    )
  end
$$;

comment on function private.is_documentation(jsonb) is
  'Whether a value is SoapNote.meta.documentation: {rubric, rubricVersion, scorePercent 0 to 100, parts: [{element, points, earned}]}.';

create function private.plain_code(p_item jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_item ? 'code_system' then
      p_item
        - case when p_item -> 'rationale' = 'null' then 'rationale' else '' end
        - case when p_item -> 'status' = 'null' then 'status' else '' end
    else p_item
  end
$$;

comment on function private.plain_code(jsonb) is
  'An item of coding without a rationale and a status it does not have, so that a code a clinician attached reads, and hashes, as it always did; any other item as it is.';

create function private.keep_safety_alerts(p_note_id uuid, p_alerts jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_most constant integer := 200;
begin
  -- Open, whatever the item says: only a clinician's reason closes an alert.
  insert into public.soap_safety_alerts (soap_note_id, id, position, alert_type, severity, message, evidence)
  select
    p_note_id,
    alert.item ->> 'id',
    alert.place - 1,
    alert.item ->> 'alert_type',
    alert.item ->> 'severity',
    alert.item ->> 'message',
    alert.item -> 'evidence'
  from jsonb_array_elements(p_alerts) with ordinality as alert (item, place)
  on conflict (soap_note_id, id) do nothing;

  if (select count(*) from public.soap_safety_alerts where soap_note_id = p_note_id) > c_most then
    perform private.reject('INVALID_REQUEST', format('Cannot write SOAP note: more than %s safety alerts', c_most));
  end if;
end;
$$;

comment on function private.keep_safety_alerts(uuid, jsonb) is
  'Adds the alerts a note does not have yet, open. Those it has stay as they are: saving neither changes nor removes nor dismisses one. Raises INVALID_REQUEST beyond 200.';

-- Definer: clients have no UPDATE on alerts.
create function private.dismiss_safety_alert(p_alert_id text, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot dismiss safety alert: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes;
  v_alert public.soap_safety_alerts;
  v_found integer;
  v_code text;
begin
  -- An id is unique in its note; the caller's open notes come first, so that a signed one does not stand in the way.
  select count(*) filter (where note.status = 'draft')
  into v_found
  from public.soap_safety_alerts as alert
  join public.soap_notes as note on note.id = alert.soap_note_id
  where alert.id = p_alert_id and note.provider_id = v_caller.user_id;

  select note.*
  into v_note
  from public.soap_safety_alerts as alert
  join public.soap_notes as note on note.id = alert.soap_note_id
  where alert.id = p_alert_id
  order by note.provider_id is not distinct from v_caller.user_id desc, note.status = 'draft' desc, note.id
  limit 1
  for update of note;

  v_code := private.note_refusal(v_caller, v_note);
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(case v_code when 'NOT_FOUND' then 'alert not found' end, private.error_state(v_code)));
  end if;
  if v_note.status <> 'draft' then
    return private.refuse('DRAFT_LOCKED', c_action || private.error_state('DRAFT_LOCKED'));
  end if;
  if v_found > 1 then
    return private.refuse('INVALID_REQUEST', c_action || 'alert id stands in several open notes');
  end if;
  if p_reason is null or not private.is_note_text(to_jsonb(p_reason)) then
    return private.refuse('MISSING_PARAMS', c_action || 'reason is missing or overlong');
  end if;

  update public.soap_safety_alerts
  set status = 'dismissed', dismissed_reason = p_reason, dismissed_by = v_caller.user_id, dismissed_at = now()
  where soap_note_id = v_note.id and id = p_alert_id and status = 'open';
  if found then
    update public.soap_notes
    set revision = revision + 1, content_sha256 = private.soap_note_sha256(id)
    where id = v_note.id
    returning * into v_note;
  end if;

  select * into v_alert from public.soap_safety_alerts where soap_note_id = v_note.id and id = p_alert_id;
  return jsonb_build_object(
    'alertId', v_alert.id,
    'soapNoteId', v_note.id,
    'status', v_alert.status,
    'dismissedReason', v_alert.dismissed_reason,
    'dismissedAt', private.utc_text(v_alert.dismissed_at),
    'revision', v_note.revision,
    'contentSha256', v_note.content_sha256
  );
end;
$$;

comment on function private.dismiss_safety_alert(text, text) is 'Body of public.dismiss_safety_alert.';

grant execute on function private.dismiss_safety_alert(text, text) to authenticated;

create or replace function private.soap_item_defaults(p_table_name text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_object_agg(
    attname,
    case
      when attname = 'evidence' then '[]'::jsonb
      when p_table_name = 'soap_safety_alerts' and attname = 'status' then '"open"'
      else 'null'
    end
  )
  from pg_catalog.pg_attribute
  where attrelid = format('public.%I', p_table_name)::regclass
    and attnum > 0 and not attisdropped
    and attname not in ('soap_note_id', 'position', 'dismissed_by', 'dismissed_at')
$$;

comment on function private.soap_item_defaults(text) is 'The keys an item of this table has in a SoapNote, each with the value that stands for "not said".';

create or replace function private.soap_note_item(p_row jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when p_row ->> 'measured_at' is null then item
    else jsonb_set(item, '{measured_at}', to_jsonb(private.utc_text((p_row ->> 'measured_at')::timestamptz)))
  end
  from (select private.plain_code(p_row - '{soap_note_id,position,dismissed_by,dismissed_at}'::text[])) as plain (item)
$$;

comment on function private.soap_note_item(jsonb) is 'A row of a soap_* table as the item of a SoapNote: without its place and what stands beside the note, times in UTC.';

create or replace function private.parse_soap_item(p_table_name text, p_item jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_defaults jsonb := private.soap_item_defaults(p_table_name);
  v_item jsonb;
begin
  perform private.require_keys(p_item, array(select jsonb_object_keys(v_defaults)), 'an item of ' || p_table_name);
  v_item := private.plain_code(v_defaults || p_item);

  if not private.is_evidence(v_item -> 'evidence') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: evidence of %s is malformed', p_table_name));
  end if;
  if jsonb_typeof(v_item -> 'id') <> 'string' or length(v_item ->> 'id') not between 1 and 64 then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: an item of %s has no proper id', p_table_name));
  end if;
  if exists (
    select from jsonb_each(v_item - 'evidence') as field
    where not private.is_note_text(field.value) and field.value <> 'null'
  ) then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: a value of %s is no text', p_table_name));
  end if;

  if v_item ->> 'measured_at' is null then
    return v_item;
  end if;
  if (v_item ->> 'measured_at') !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'
    or not pg_input_is_valid(v_item ->> 'measured_at', 'timestamptz') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: measured_at of %s is no RFC 3339 time', p_table_name));
  end if;
  return jsonb_set(v_item, '{measured_at}', to_jsonb(private.utc_text((v_item ->> 'measured_at')::timestamptz)));
end;
$$;

comment on function private.parse_soap_item(text, jsonb) is
  'One item of a SoapNote with every column of its table as key, times in UTC. Raises INVALID_REQUEST.';

create or replace function private.parse_soap_meta(p_meta jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_defaults constant jsonb := '{
    "encounterId": null, "appointmentId": null, "snapshotId": null, "recordVersion": null, "transcriptSha256": null,
    "model": null, "promptVersion": null, "disclaimer": null, "aiFlags": {}
  }';
  c_flags constant jsonb := '{"missing_critical_info": [], "needs_clinician_confirmation": []}';
  v_meta jsonb;
  v_flags jsonb;
begin
  perform private.require_keys(p_meta, array(select jsonb_object_keys(c_defaults)) || '{fallback_reason,demographics,documentation}', 'meta');
  -- Who the patient is comes from the snapshot, never from who writes the note.
  v_meta := c_defaults || p_meta - 'demographics';
  perform private.require_keys(v_meta -> 'aiFlags', array(select jsonb_object_keys(c_flags)), 'meta.aiFlags');
  v_flags := c_flags || (v_meta -> 'aiFlags');

  if exists (
    select from jsonb_each(v_meta - 'aiFlags' - 'documentation') as field
    where field.value <> 'null' and not private.is_note_text(field.value)
  ) then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: a value of meta is no text');
  end if;
  if v_meta -> 'documentation' <> 'null' and not private.is_documentation(v_meta -> 'documentation') then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: meta.documentation is malformed');
  end if;
  if jsonb_typeof(v_flags -> 'missing_critical_info') <> 'array'
    or jsonb_array_length(v_flags -> 'missing_critical_info') > 200
    or exists (
      select from jsonb_array_elements(v_flags -> 'missing_critical_info') as words
      where not private.is_note_text(words)
    ) then
    perform private.reject('INVALID_REQUEST', 'Cannot read SOAP note: meta.aiFlags.missing_critical_info is malformed');
  end if;
  v_flags := jsonb_set(
    v_flags, '{needs_clinician_confirmation}', private.parse_confirmations(v_flags -> 'needs_clinician_confirmation')
  );
  return jsonb_set(v_meta, '{aiFlags}', v_flags);
end;
$$;

comment on function private.parse_soap_meta(jsonb) is 'SoapNote.meta with its defaults filled in. Raises INVALID_REQUEST.';

create or replace function private.draft_identity(p_draft public.soap_drafts, p_appointment_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'encounterId', p_draft.encounter_id,
    'appointmentId', p_appointment_id,
    'snapshotId', p_draft.snapshot_id,
    'recordVersion', (select record_version from public.context_snapshots where id = p_draft.snapshot_id),
    'transcriptSha256', p_draft.transcript_sha256,
    'demographics', private.note_demographics(p_draft.snapshot_id),
    'disclaimer', private.draft_disclaimer()
  )
$$;

comment on function private.draft_identity(public.soap_drafts, uuid) is 'What a draft belongs to, was made of and must say of itself, for SoapNote.meta.';

create or replace function private.encounter_identity(p_encounter public.video_call_sessions) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'encounterId', p_encounter.id,
    'appointmentId', p_encounter.appointment_id,
    'snapshotId', p_encounter.context_snapshot_id,
    'recordVersion', (select record_version from public.context_snapshots where id = p_encounter.context_snapshot_id),
    'transcriptSha256', private.sha256_hex(nullif(private.transcript(p_encounter.id), '[]')),
    'demographics', private.note_demographics(p_encounter.context_snapshot_id)
  )
$$;

comment on function private.encounter_identity(public.video_call_sessions) is
  'What a note written without a draft belongs to, for SoapNote.meta: the snapshot and the transcript as they are now, null where there is none.';

create or replace function private.note_identity(p_meta jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}')
  from jsonb_each(p_meta)
  where key in ('encounterId', 'appointmentId', 'snapshotId', 'recordVersion', 'transcriptSha256', 'demographics')
    -- A client may word a disclaimer and a score of its own; those of a draft are the server's.
    or (key in ('disclaimer', 'documentation') and value <> 'null')
$$;

comment on function private.note_identity(jsonb) is 'The part of SoapNote.meta that says what the note belongs to; the server''s, never a client''s.';

create or replace function private.with_note_identity(p_note jsonb, p_identity jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_set(p_note, '{meta}', (p_note -> 'meta') || p_identity)
$$;

comment on function private.with_note_identity(jsonb, jsonb) is
  'The note with the server''s answer to what it belongs to (encounterId, appointmentId, snapshotId, recordVersion, transcriptSha256, demographics, and the disclaimer of a draft), whatever it says itself.';

create or replace function private.write_soap_note(p_note_id uuid, p_note jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_section record;
  v_items jsonb;
begin
  for v_section in select path, table_name from private.soap_note_sections() loop
    v_items := p_note #> v_section.path;
    if v_section.table_name = 'soap_subjective_hpi' and p_note #> '{subjective,chiefComplaint}' <> 'null' then
      v_items := jsonb_build_array(p_note #> '{subjective,chiefComplaint}' || '{"element": "chief_complaint"}') || v_items;
    end if;

    if v_section.table_name = 'soap_safety_alerts' then
      perform private.keep_safety_alerts(p_note_id, v_items);
      continue;
    end if;

    execute format('delete from public.%I where soap_note_id = $1', v_section.table_name) using p_note_id;
    execute format(
      'insert into public.%1$I
       select item_row.*
       from jsonb_array_elements($2) with ordinality as items (item, place)
       cross join lateral jsonb_populate_record(
         null::public.%1$I, item || jsonb_build_object(''soap_note_id'', $1, ''position'', place - 1)
       ) as item_row',
      v_section.table_name
    )
    using p_note_id, v_items;
  end loop;

  update public.soap_notes
  set schema_version = p_note ->> 'schemaVersion', list_states = p_note #> '{subjective,listStates}', meta = p_note -> 'meta'
  where id = p_note_id;
  update public.soap_notes set content_sha256 = private.soap_note_sha256(id) where id = p_note_id;
exception
  -- Constraint messages quote the row: none of it may reach a client or a log.
  when integrity_constraint_violation or data_exception then
    perform private.reject('INVALID_REQUEST', 'Cannot write SOAP note: an item breaks a rule of its table');
end;
$$;

comment on function private.write_soap_note(uuid, jsonb) is
  'Replaces the content of a draft note by a SoapNote that private.parse_soap_note returned; safety alerts are kept and added to. Raises INVALID_REQUEST when a constraint of a table refuses an item.';

create or replace function private.note_from_draft(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
begin
  select * into v_note
  from public.soap_notes
  where encounter_id = p_encounter.id and status = 'draft'
  for update;

  -- A later draft is worth more than this one.
  if exists (
    select from public.soap_drafts
    where encounter_id = p_encounter.id and revision > p_draft.revision and state = 'draft_ready'
  ) then
    return;
  end if;

  -- A clinician's edit stays as it is; a danger found since then joins it all the same.
  if v_note.edited_by_clinician then
    perform private.keep_safety_alerts(v_note.id, p_draft.draft -> 'safetyAlerts');
    update public.soap_notes set content_sha256 = private.soap_note_sha256(id) where id = v_note.id;
    return;
  end if;

  if v_note.id is null then
    v_note := private.open_soap_note(p_encounter, false);
  else
    update public.soap_notes set revision = revision + 1 where id = v_note.id;
    -- What the new draft does not raise again it has looked for; what was dismissed stays dismissed.
    delete from public.soap_safety_alerts where soap_note_id = v_note.id and status = 'open';
  end if;
  perform private.write_soap_note(v_note.id, p_draft.draft);
end;
$$;

comment on function private.note_from_draft(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft the encounter''s open note, unless a later draft was finished. A note a clinician edited gains its new safety alerts and nothing else.';

create function public.dismiss_safety_alert(p_alert_id text, p_reason text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.dismiss_safety_alert(p_alert_id, p_reason)
$$;

comment on function public.dismiss_safety_alert(text, text) is
  'Closes a safety alert of an open note, by the note''s provider and with a reason. Answers {alertId, soapNoteId, status, dismissedReason, dismissedAt, revision, contentSha256}, again when repeated: the first reason stands. Refuses: FORBIDDEN, NOT_FOUND, DRAFT_LOCKED, MISSING_PARAMS, INVALID_REQUEST.';

grant execute on function public.dismiss_safety_alert(text, text) to authenticated;
