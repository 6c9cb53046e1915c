-- An emergency access opens the history and nothing else, writes nothing, keeps every reason, and stays closed for a while
-- after a no; the record is asked about times that can be written, and a note has none that do not exist.

create function private.patient_refusal(p_caller private.caller, p_patient_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_caller.is_patient and p_caller.user_id = p_patient_id then null
    when p_caller.is_provider and not p_caller.may_practise then 'FORBIDDEN'
    when not private.has_care_relationship(p_caller, p_patient_id) then 'PATIENT_NOT_FOUND'
  end;
end;
$$;

comment on function private.patient_refusal(private.caller, uuid) is
  'Why the caller may not read what is known of this patient; null for the patient and for a practising provider who has them in care. An emergency access does not count: see private.history_refusal.';

create function private.emergency_revocation_duration() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '24 hours'
$$;

comment on function private.emergency_revocation_duration() is
  'How long the no of a patient or an administrator keeps the provider from opening another emergency access to that patient.';

create function private.view_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  -- A copy out of the table: the rows of what is undone may be swept away at once.
  v_record := private.read_record(p_patient_id) || '{}';
  -- A note that is signed and not merged yet belongs in what is read, and nobody's name into the ledger for it.
  raise exception using errcode = 'PTRBK', message = 'undone on purpose';
exception
  when sqlstate 'PTRBK' then
    return v_record;
end;
$$;

comment on function private.view_record(uuid) is
  'The record as private.read_record answers it, every signed note in it, and nothing written: what had to be merged for it is undone before this returns.';

create function private.is_record_moment(p_at timestamptz) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select p_at >= '0001-01-01T00:00:00Z' and p_at < '10000-01-01T00:00:00Z'
$$;

comment on function private.is_record_moment(timestamptz) is
  'Whether a time can be written as RFC 3339 writes it, in four digits of year: infinity, years before Christ and from 10000 on cannot. Null for null.';

create or replace function private.use_emergency_access(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- Counted where it is checked: there is no use that leaves no trace, and a revocation waits for us or us for it.
  update public.emergency_accesses
  set reads = reads + 1, last_read_at = now()
  where id = (
    select id from public.emergency_accesses
    where provider_id = p_caller.user_id and patient_id = p_patient_id and revoked_at is null and expires_at > now()
    order by opened_at desc, id desc
    limit 1
    for no key update
  );
  return found;
end;
$$;

comment on function private.use_emergency_access(private.caller, uuid) is
  'Whether the caller is a practising provider who opened an emergency access to this patient that is neither over nor revoked; counts the use, on the newest.';

create or replace function private.history_refusal(p_caller private.caller, p_patient_id uuid, p_appointment_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_refusal text := private.patient_refusal(p_caller, p_patient_id);
  v_appointment public.appointments;
begin
  if v_refusal = 'PATIENT_NOT_FOUND' and private.use_emergency_access(p_caller, p_patient_id) then
    v_refusal := null;
  end if;
  if v_refusal is not null or p_appointment_id is null then
    return v_refusal;
  end if;

  select * into v_appointment
  from public.appointments
  where id = p_appointment_id
    and (
      patient_id = p_caller.user_id
      or (provider_id = p_caller.user_id and private.has_care_relationship(p_caller, patient_id))
    );
  return case
    when v_appointment.id is null then 'APPOINTMENT_NOT_FOUND'
    when v_appointment.patient_id <> p_patient_id then 'INVALID_REQUEST'
  end;
end;
$$;

comment on function private.history_refusal(private.caller, uuid, uuid) is
  'Why the caller may not read this patient''s history, or not together with this appointment; null when they may, an emergency access included, whose use is counted. INVALID_REQUEST: the appointment is theirs to see but another patient''s.';

-- Definer: the record may have to be brought up to date first, which clients cannot do.
create or replace function private.get_patient_history(p_patient_id uuid, p_appointment_id uuid, p_cursor text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot read patient history: ';
  v_caller private.caller := private.current_caller();
  v_code text := private.history_refusal(v_caller, p_patient_id, p_appointment_id);
  v_is_emergency boolean;
  v_record jsonb;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'Patient ID mismatch'));
  end if;
  if not private.is_notes_cursor(p_cursor) then
    return private.refuse('INVALID_REQUEST', c_action || 'cursor is not one we gave');
  end if;

  v_is_emergency := private.patient_refusal(v_caller, p_patient_id) is not null;
  v_record := case when v_is_emergency then private.view_record(p_patient_id) else private.read_record(p_patient_id) end;
  return jsonb_build_object(
      'hasHistory', (v_record #>> '{metadata,total_visits}')::integer > 0,
      'patientData', private.history_patient_data(p_patient_id, p_appointment_id, v_record)
        || case when v_is_emergency then '{"email": null, "phone": null}'::jsonb else '{}' end,
      'record', v_record
    )
    || private.history_past_notes(p_patient_id, p_cursor);
end;
$$;

comment on function private.get_patient_history(uuid, uuid, text) is 'Body of public.get_patient_history. Under an emergency access nothing is written but its use, and what no emergency needs, the patient''s e-mail and phone, is left out.';

create or replace function private.keep_emergency_access() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.provider_id, new.patient_id, new.reason, new.facility_name, new.opened_at, new.expires_at)
      is distinct from (old.id, old.provider_id, old.patient_id, old.reason, old.facility_name, old.opened_at, old.expires_at)
    or (
      old.revoked_at is not null
      and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by)
      and (old.revoked_by <> old.provider_id or new.revoked_by is not distinct from old.provider_id or new.revoked_by is null)
    )
    or new.reads < old.reads then
    raise exception 'Cannot % emergency_accesses: what was opened stays on record', lower(tg_op) using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_emergency_access() is
  'Trigger: of an emergency access only its uses and its revocation are ever written after it was opened, whoever asks; a no of the patient or an administrator takes the place of the provider''s own ending, and nothing takes its place.';

-- Definer: clients have no INSERT on emergency accesses.
create or replace function private.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot open emergency access: ';
  v_caller private.caller := private.current_caller();
  v_facility_name text;
  v_access public.emergency_accesses;
  v_replayed boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if v_caller.may_practise is not true then
    return private.refuse('FORBIDDEN', c_action || private.error_state('FORBIDDEN'));
  end if;
  if p_patient_id is null or btrim(coalesce(p_reason, '')) = '' then
    return private.refuse('MISSING_PARAMS', c_action || private.error_state('MISSING_PARAMS'));
  end if;
  if length(p_reason) > 1000 or length(regexp_replace(private.visible_characters(p_reason), '[^[:alnum:]]', '', 'g')) < 10 then
    return private.refuse('INVALID_REQUEST', c_action || 'reason does not say why in 10 to 1000 characters');
  end if;
  if p_patient_id = v_caller.user_id or private.has_care_relationship(v_caller, p_patient_id) then
    return private.refuse('INVALID_REQUEST', c_action || 'patient''s history is open to the caller already');
  end if;
  if not exists (select from public.patient_profiles where user_id = p_patient_id) then
    return private.refuse('PATIENT_NOT_FOUND', c_action || private.error_state('PATIENT_NOT_FOUND'));
  end if;

  -- One provider's calls take turns, so that two at once open one access; a revocation waits for us, or we for it.
  select facility_name into v_facility_name
  from public.medical_provider_profiles where user_id = v_caller.user_id for no key update;
  perform from public.emergency_accesses
  where provider_id = v_caller.user_id and patient_id = p_patient_id
  order by id
  for share;
  if exists (
    select from public.emergency_accesses
    where provider_id = v_caller.user_id and patient_id = p_patient_id
      and revoked_by <> provider_id and revoked_at > now() - private.emergency_revocation_duration()
  ) then
    return private.refuse('FORBIDDEN', c_action || 'the patient or an administrator revoked it in the last 24 hours');
  end if;

  select * into v_access
  from public.emergency_accesses
  where provider_id = v_caller.user_id and patient_id = p_patient_id and revoked_at is null and expires_at > now()
    and reason = btrim(p_reason);
  v_replayed := found;
  if not v_replayed then
    insert into public.emergency_accesses (provider_id, patient_id, reason, facility_name, expires_at)
    values (v_caller.user_id, p_patient_id, btrim(p_reason), v_facility_name, now() + private.emergency_access_duration())
    returning * into v_access;
    raise log 'emergency access opened: %', v_access.id;
  end if;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.open_emergency_access(uuid, text) is 'Body of public.open_emergency_access.';

-- Definer: clients have no UPDATE on emergency accesses; who may revoke is decided here.
create or replace function private.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot revoke emergency access: ';
  v_caller private.caller := private.current_caller();
  v_access public.emergency_accesses;
  v_replayed boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;

  select * into v_access from public.emergency_accesses where id = p_emergency_access_id;
  if private.may_revoke_emergency_access(v_caller, v_access) is not true then
    return private.refuse('NOT_FOUND', c_action || 'emergency access not found');
  end if;

  -- All of one provider's to one patient end together, and are locked in one order; an opening waits for us, or we for it.
  perform from public.emergency_accesses
  where provider_id = v_access.provider_id and patient_id = v_access.patient_id
  order by id
  for no key update;
  update public.emergency_accesses
  set revoked_at = now(), revoked_by = v_caller.user_id
  where provider_id = v_access.provider_id and patient_id = v_access.patient_id
    and (id = v_access.id or expires_at > now())
    and (revoked_at is null or (revoked_by = provider_id and v_caller.user_id <> provider_id));
  v_replayed := not found;
  if not v_replayed then
    raise log 'emergency access revoked: %', v_access.id;
  end if;
  select * into v_access from public.emergency_accesses where id = v_access.id;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.revoke_emergency_access(uuid) is 'Body of public.revoke_emergency_access.';

-- Definer: clients do not read the journal, and the record may have to be brought up to date first.
create or replace function private.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot read record as of a time: ';
  v_code text := coalesce(
    private.patient_refusal(private.current_caller(), p_patient_id),
    case when p_at is null then 'MISSING_PARAMS' when not private.is_record_moment(p_at) then 'INVALID_REQUEST' end
  );
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'time is not of the years 1 to 9999'));
  end if;
  perform private.read_record(p_patient_id);
  return private.record_version_answer(p_patient_id, p_at) || jsonb_build_object(
    'patientId', p_patient_id, 'record', private.record_at(p_patient_id, private.record_sequence_at(p_patient_id, p_at))
  );
end;
$$;

comment on function private.record_as_of(uuid, timestamptz) is 'Body of public.record_as_of.';

-- Definer: see private.record_as_of().
create or replace function private.record_diff(p_patient_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot compare records: ';
  v_code text := coalesce(
    private.patient_refusal(private.current_caller(), p_patient_id),
    case
      when p_from is null or p_to is null then 'MISSING_PARAMS'
      when not (private.is_record_moment(p_from) and private.is_record_moment(p_to)) or p_from > p_to then 'INVALID_REQUEST'
    end
  );
  v_from integer;
  v_to integer;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'times are in the wrong order, or not of the years 1 to 9999'));
  end if;
  perform private.read_record(p_patient_id);
  v_from := private.record_sequence_at(p_patient_id, p_from);
  v_to := private.record_sequence_at(p_patient_id, p_to);
  return jsonb_build_object(
    'patientId', p_patient_id,
    'from', private.record_version_answer(p_patient_id, p_from),
    'to', private.record_version_answer(p_patient_id, p_to),
    'events', private.record_events_between(p_patient_id, v_from, v_to),
    'changes', private.record_difference(private.record_at(p_patient_id, v_from), private.record_at(p_patient_id, v_to))
  );
end;
$$;

comment on function private.record_diff(uuid, timestamptz, timestamptz) is 'Body of public.record_diff.';

create or replace function private.is_rfc3339(p_text text) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when p_text ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$' then pg_input_is_valid(p_text, 'timestamptz')
    else false
  end
$$;

comment on function private.is_rfc3339(text) is 'Whether a text is a time of RFC 3339 that exists: 30 February is none, nor are hour 24 and a leap second, which Postgres would move to the next day or minute.';

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
  if (v_item ->> 'measured_at') !~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'
    or not pg_input_is_valid(v_item ->> 'measured_at', 'timestamptz') then
    perform private.reject('INVALID_REQUEST', format('Cannot read SOAP note: measured_at of %s is no RFC 3339 time', p_table_name));
  end if;
  return jsonb_set(v_item, '{measured_at}', to_jsonb(private.utc_text((v_item ->> 'measured_at')::timestamptz)));
end;
$$;

comment on function private.parse_soap_item(text, jsonb) is
  'One item of a SoapNote with every column of its table as key, times in UTC. Raises INVALID_REQUEST.';

comment on function public.get_patient_history(uuid, uuid, text) is
  'History of a patient, for the patient, for providers who have the patient in care, and under an emergency access (no e-mail, no phone): {hasHistory, patientData, pastNotes, nextCursor?, record}. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND, APPOINTMENT_NOT_FOUND.';

comment on function public.open_emergency_access(uuid, text) is
  'Break-glass: opens a patient''s history to a practising provider without a care relationship, for four hours, on record: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Each reason opens one of its own; the same one again answers the one that is open, with replayed true. p_reason: 10 to 1000 characters, which the patient reads. Refuses: FORBIDDEN (also for 24 hours after the patient or an administrator revoked one), MISSING_PARAMS, INVALID_REQUEST, PATIENT_NOT_FOUND.';

comment on function public.revoke_emergency_access(uuid) is
  'Ends an emergency access at once, and whatever else its provider has open to the patient, as the patient, the provider or an administrator who sees it; for 24 hours after a patient''s or an administrator''s no, that provider opens none. Answers {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Refuses: NOT_FOUND.';

comment on function public.record_as_of(uuid, timestamptz) is
  'The cumulative record as it was known at a moment, for the patient and for providers who have the patient in care: what was merged by then, not retracted by then, decided by then, whatever the time it speaks of. Answers {patientId, at, recordVersion, recordedAt, record}; record is folded by the rules of today, so its own version differs from recordVersion where they changed. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_at not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

comment on function public.record_diff(uuid, timestamptz, timestamptz) is
  'What became known of a patient between two moments, for the patient and for providers who have the patient in care. Answers {patientId, from, to, events[], changes}: the versions that stood, the merges, retractions, decisions and rebuilds between them, and what that changed {items[], conflicts}. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_from after p_to, or not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

comment on column public.emergency_accesses.revoked_by is 'Whose no it was. The provider''s own ending is none: a revocation by the patient or an administrator takes its place.';
