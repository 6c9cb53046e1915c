-- Who touched what, on record and sealed; how often one person may ask.
set check_function_bodies = off;

create schema audit;

comment on schema audit is
  'Who touched what, append-only: one row for every call of an RPC that ended in an answer, written in the same transaction; sealed into hash-linked blocks. No client, no function and no API role has any privilege here.';

-- The Data API gives each request the settings of its role
-- (https://docs.postgrest.org/en/stable/references/transactions.html#impersonated-role-settings). A lock is given up
-- first, then the statement, and only then the call, which the functions end after 10 s: nothing works on for nobody.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['authenticated', 'service_role'] loop
    -- Roles belong to the whole cluster: set where it differs, so that two databases made at once do not meet.
    if not exists (
      select from pg_catalog.pg_db_role_setting
      where setrole = v_role::regrole and setdatabase = 0
        and setconfig @> array['lock_timeout=5s', 'statement_timeout=8s']
    ) then
      execute format('alter role %I set lock_timeout = ''5s''', v_role);
      execute format('alter role %I set statement_timeout = ''8s''', v_role);
    end if;
  end loop;
exception
  -- Tuple concurrently updated: another database of the cluster is being made, and sets the same.
  when internal_error then
    null;
end;
$$;

create type private.access as (
  rpc text,
  action text,
  object_kind text,
  object_id uuid,
  actor_uid text,
  idempotency_key text,
  refusal jsonb
);

comment on type private.access is
  'One call of an RPC between private.open_access and private.close_access. actor_uid: sub of the token, whoever that is; object: what the call names; refusal: the answer where the call may not go on.';

create table private.rate_limits (
  rpc text primary key,
  max_calls integer not null check (max_calls between 1 and 100000),
  period interval not null check (period > interval '0' and period <= interval '1 day')
);

alter table private.rate_limits enable row level security;

comment on table private.rate_limits is
  'How often one person may call one RPC within any period of this length, refused calls included. Operators change the rows; a missing row is no limit.';

insert into private.rate_limits (rpc, max_calls, period)
values
  ('amend_soap_note', 30, '1 minute'),
  ('append_transcript_chunks', 600, '1 minute'),
  ('begin_soap_draft', 60, '1 minute'),
  ('create_context_snapshot', 60, '1 minute'),
  ('dismiss_safety_alert', 120, '1 minute'),
  ('get_patient_history', 120, '1 minute'),
  ('merge_preview', 120, '1 minute'),
  ('merge_soap_into_cumulative_record', 60, '1 minute'),
  ('open_emergency_access', 20, '1 hour'),
  ('record_as_of', 60, '1 minute'),
  ('record_diff', 60, '1 minute'),
  ('resolve_conflict', 60, '1 minute'),
  ('retract_soap_note', 30, '1 minute'),
  ('review_soap_draft', 120, '1 minute'),
  ('revoke_emergency_access', 60, '1 minute'),
  ('save_soap_note', 120, '1 minute'),
  ('sign_soap_note', 30, '1 minute'),
  ('who_accessed', 60, '1 minute');

create table audit.blocks (
  number bigint primary key check (number >= 1),
  cluster_id bigint not null,
  from_transaction_id bigint not null,
  to_transaction_id bigint not null check (to_transaction_id > from_transaction_id),
  month date not null check (extract(day from month) = 1),
  event_count integer not null check (event_count >= 1),
  leaves bytea not null check (length(leaves) = 32 * event_count),
  sealed_at timestamptz not null,
  previous_sha256 bytea not null check (length(previous_sha256) = 32),
  sha256 bytea not null check (length(sha256) = 32)
);

alter table audit.blocks enable row level security;

comment on table audit.blocks is
  'The chain: each block seals the rows of audit.events of one month whose transaction ids lie from from_transaction_id up to, not including, to_transaction_id, and the block before it.';
comment on column audit.blocks.month is 'First day, in UTC, of the month its rows lie in, so that a month can be retired as a whole.';
comment on column audit.blocks.leaves is 'audit.event_digest of each row, 32 bytes each, in the order of transaction_id and id: says which row was changed.';
comment on column audit.blocks.sha256 is 'audit.block_digest of the block; an exported one is what a rewritten or shortened chain cannot match.';

create table audit.events (
  cluster_id bigint not null,
  transaction_id bigint not null,
  id bigint generated always as identity,
  occurred_at timestamptz not null,
  actor_uid text check (length(actor_uid) between 1 and 128),
  actor_id uuid,
  actor_role text not null check (actor_role in ('patient', 'provider', 'administrator', 'worker', 'unknown')),
  action text not null check (action in ('C', 'R', 'U')),
  rpc text not null check (rpc ~ '^[a-z_]{1,63}$'),
  patient_id uuid,
  object_kind text not null check (object_kind in ('patient', 'encounter', 'note', 'draft', 'conflict', 'emergency_access')),
  object_id uuid,
  outcome text not null check (outcome ~ '^[A-Z_]{2,40}$'),
  replayed boolean not null,
  purpose text check (purpose in ('TREAT', 'BTG', 'PATRQT', 'HOPERAT')),
  request_id text check (request_id ~ '^[A-Za-z0-9._-]{1,64}$'),
  source text not null check (source ~ '^[a-z0-9-]{1,40}$'),
  -- The order in which rows are sealed comes first; a partitioned table wants its partition key in it.
  primary key (cluster_id, transaction_id, id, occurred_at)
) partition by range (occurred_at);

create index events_patient_idx on audit.events (patient_id, id);
-- What private.rate_limit_wait counts: every call but those it refused itself.
create index events_calls_idx on audit.events (actor_uid, rpc, occurred_at) where outcome <> 'RATE_LIMITED';

-- A month nobody made a partition for lands here: a missing partition never stops care.
create table audit.events_default partition of audit.events default;

alter table audit.events enable row level security;
alter table audit.events_default enable row level security;

comment on table audit.events is
  'One call of an RPC that ended in an answer: who, in which role, did what to whom, with what outcome, for what purpose. Fields after FHIR AuditEvent and IHE BALP. Ids, codes and times only: no column can hold clinical text, a name or a token. No foreign keys, so that it outlives what it speaks of.';
comment on column audit.events.cluster_id is 'pg_control_system().system_identifier: transaction ids of two clusters have nothing to do with each other.';
comment on column audit.events.transaction_id is 'pg_current_xact_id(): what says whether anything can still be written before it.';
comment on column audit.events.occurred_at is 'The database''s wall clock when the call was answered.';
comment on column audit.events.actor_uid is 'sub of the caller''s token; null for the draft worker and for a token that is not of our project.';
comment on column audit.events.action is 'FHIR AuditEvent.action: C create, R read, U update.';
comment on column audit.events.outcome is 'OK, or the error code of the refusal.';
comment on column audit.events.purpose is 'HL7 v3 PurposeOfUse the access rested on: TREAT a care relationship, BTG an emergency access (break the glass), PATRQT the patient''s own, HOPERAT an administrator''s; null where nothing was granted.';
comment on column audit.events.source is 'The function that says it called, or data-api for everybody else; what the caller claims, not what was proven.';
comment on table audit.events_default is 'Rows of months without a partition of their own; they are never retired.';

create table audit.exported_heads (
  block_number bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  exported_at timestamptz not null default clock_timestamp(),
  primary key (block_number, exported_at)
);

alter table audit.exported_heads enable row level security;

comment on table audit.exported_heads is
  'Which heads of the chain were written outside of the database, and when. What they are worth lies outside: this table is only asked before a month is retired.';

create table audit.retirements (
  month date primary key check (extract(day from month) = 1),
  event_count bigint not null check (event_count >= 0),
  archive_sha256 text not null check (archive_sha256 ~ '^[0-9a-f]{64}$'),
  retired_at timestamptz not null default clock_timestamp()
);

alter table audit.retirements enable row level security;

comment on table audit.retirements is 'Months whose rows were archived and dropped after six years; their blocks stay.';
comment on column audit.retirements.archive_sha256 is 'SHA-256 of the archive file the rows went to.';

create function audit.append_blocks(p_cluster_id bigint, p_from bigint, p_to bigint) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_last audit.blocks;
  v_block audit.blocks;
  v_month date;
  v_events integer := 0;
begin
  select * into v_last from audit.blocks order by number desc limit 1;
  for v_month in
    select distinct date_trunc('month', occurred_at, 'UTC') at time zone 'UTC'
    from audit.events
    where cluster_id = p_cluster_id and transaction_id >= p_from and transaction_id < p_to
    order by 1
  loop
    v_block.number := coalesce(v_last.number, 0) + 1;
    v_block.cluster_id := p_cluster_id;
    v_block.from_transaction_id := p_from;
    v_block.to_transaction_id := p_to;
    v_block.month := v_month;
    v_block.sealed_at := clock_timestamp();
    v_block.previous_sha256 := coalesce(v_last.sha256, sha256(''));
    select count(*), string_agg(audit.event_digest(event), '' order by transaction_id, id)
    into v_block.event_count, v_block.leaves
    from audit.block_events(v_block) as event;
    v_block.sha256 := audit.block_digest(v_block);
    insert into audit.blocks select v_block.*;
    v_events := v_events + v_block.event_count;
    v_last := v_block;
  end loop;
  return v_events;
end;
$$;

comment on function audit.append_blocks(bigint, bigint, bigint) is
  'Appends to the chain the rows of these settled transactions, a block for each month they lie in; returns how many rows. For audit.seal, behind its lock.';

create function audit.audit_verify(p_heads jsonb default '[]')
returns table (fault text, block_number bigint, event_id bigint)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_block audit.blocks;
  v_previous audit.blocks;
begin
  -- One block at a time, of a thousand rows or so: memory does not grow with the audit.
  for v_block in select * from audit.blocks order by number loop
    block_number := v_block.number;
    select found.fault, found.event_id into fault, event_id from audit.block_fault(v_block, v_previous) as found;
    if fault is not null then
      return next;
      return;
    end if;
    v_previous := v_block;
  end loop;

  select head.number, case when block.number is null then 'the chain was cut before an exported head' else 'the chain was rewritten: it is not what was exported' end
  into block_number, fault
  from jsonb_to_recordset(p_heads) as head (number bigint, sha256 text)
  left join audit.blocks as block on block.number = head.number
  where encode(block.sha256, 'hex') is distinct from head.sha256
  order by head.number
  limit 1;
  if found then
    return next;
    return;
  end if;

  -- Every block has its rows; whether there are others among them, their number says.
  if (
    select count(*)
    from audit.events as event
    join (select cluster_id, max(to_transaction_id) as sealed from audit.blocks group by cluster_id) as chain
      on chain.cluster_id = event.cluster_id and event.transaction_id < chain.sealed
  ) = (
    select coalesce(sum(event_count), 0)
    from audit.blocks as block
    where not exists (select from audit.retirements where retirements.month = block.month)
  ) then
    return;
  end if;
  select event.id into event_id
  from audit.events as event
  join (select cluster_id, max(to_transaction_id) as sealed from audit.blocks group by cluster_id) as chain
    on chain.cluster_id = event.cluster_id and event.transaction_id < chain.sealed
  where not exists (
    select from audit.blocks as block
    where block.cluster_id = event.cluster_id
      and event.transaction_id >= block.from_transaction_id and event.transaction_id < block.to_transaction_id
      and block.month = (date_trunc('month', event.occurred_at, 'UTC') at time zone 'UTC')::date
      and not exists (select from audit.retirements where retirements.month = block.month)
  )
  limit 1;
  block_number := null;
  fault := 'a row was added where everything is sealed';
  return next;
end;
$$;

comment on function audit.audit_verify(jsonb) is
  'Verifies the whole audit and answers its first fault, or nothing: fault, the block it lies in, the row where it can be told. p_heads: heads exported earlier, [{number, sha256}], sha256 in hexadecimal; without them a chain that was rewritten or cut as a whole looks sound.';

create function audit.block_digest(p_block audit.blocks) returns bytea
language sql
immutable
security invoker
set search_path = ''
as $$
  select sha256(convert_to(jsonb_build_array(
    p_block.number, p_block.cluster_id, p_block.from_transaction_id, p_block.to_transaction_id,
    p_block.month - date '1970-01-01', p_block.event_count, extract(epoch from p_block.sealed_at),
    encode(p_block.previous_sha256, 'hex'), encode(sha256(p_block.leaves), 'hex')
  )::text, 'UTF8'))
$$;

comment on function audit.block_digest(audit.blocks) is
  'SHA-256 of everything in a block but itself: what it covers, its leaves, and the digest of the block before it.';

create function audit.block_events(p_block audit.blocks) returns setof audit.events
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
  select *
  from audit.events
  where cluster_id = p_block.cluster_id
    and transaction_id >= p_block.from_transaction_id and transaction_id < p_block.to_transaction_id
    and occurred_at >= p_block.month::timestamp at time zone 'UTC'
    and occurred_at < (p_block.month + interval '1 month') at time zone 'UTC'
  order by transaction_id, id;
end;
$$;

comment on function audit.block_events(audit.blocks) is 'The rows a block covers as they stand now, in the order of its leaves.';

create function audit.block_fault(
  p_block audit.blocks, p_previous audit.blocks, out fault text, out event_id bigint
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_leaves bytea;
begin
  fault := case
    when p_block.number <> coalesce(p_previous.number, 0) + 1 then 'a block is missing before it'
    when p_block.previous_sha256 <> coalesce(p_previous.sha256, sha256('')) then 'it does not follow from the block before it'
    when p_block.sha256 <> audit.block_digest(p_block) then 'the block was changed'
  end;
  if fault is not null then
    return;
  end if;
  if exists (select from audit.retirements where month = p_block.month) then
    if p_block.month + audit.retention() > now() then
      fault := 'its month is said to be retired before its time';
    end if;
    return;
  end if;
  select string_agg(audit.event_digest(event), '' order by transaction_id, id) into v_leaves
  from audit.block_events(p_block) as event;
  if v_leaves is not distinct from p_block.leaves then
    return;
  end if;
  fault := 'rows were changed, added, removed or exchanged';
  select found.id into event_id
  from (
    select event.id, audit.event_digest(event) as leaf, row_number() over (order by transaction_id, event.id) as place
    from audit.block_events(p_block) as event
  ) as found
  where leaf <> substr(p_block.leaves, (32 * (place - 1) + 1)::integer, 32)
  order by place
  limit 1;
end;
$$;

comment on function audit.block_fault(audit.blocks, audit.blocks) is
  'What is wrong with a block that is to follow another, and the first row that is not the one sealed there; null where nothing is. event_id is null too where rows are missing at the end of the block.';

create function audit.event_digest(p_event audit.events) returns bytea
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- One text for each row: every column has its place, the only one that may hold a blank is quoted, nothing is the
  -- empty text, which no column holds; and a time is a number, so that no setting of a session is in it.
  return sha256(convert_to(concat_ws(
    ' ',
    p_event.cluster_id, p_event.transaction_id, p_event.id, extract(epoch from p_event.occurred_at),
    coalesce(quote_literal(p_event.actor_uid), ''), coalesce(p_event.actor_id::text, ''), p_event.actor_role,
    p_event.action, p_event.rpc,
    coalesce(p_event.patient_id::text, ''), p_event.object_kind, coalesce(p_event.object_id::text, ''),
    p_event.outcome, p_event.replayed, coalesce(p_event.purpose, ''), coalesce(p_event.request_id, ''), p_event.source
  ), 'UTF8'));
end;
$$;

comment on function audit.event_digest(audit.events) is 'SHA-256 of everything in a row of the audit: one leaf of its block.';

create function audit.make_partition(p_month date) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_name text := 'events_' || to_char(p_month, 'YYYY_MM');
  v_from timestamptz := p_month::timestamp at time zone 'UTC';
  v_to timestamptz := (p_month + interval '1 month') at time zone 'UTC';
begin
  -- Rows that came before their partition stay in the default one: no row is ever moved.
  if to_regclass('audit.' || v_name) is not null
    or exists (select from audit.events_default where occurred_at >= v_from and occurred_at < v_to) then
    return false;
  end if;
  -- Attached, not created in place, so that no writer waits for more than a moment.
  execute format('create table audit.%I (like audit.events including defaults including constraints)', v_name);
  execute format('alter table audit.%I enable row level security', v_name);
  execute format(
    'create trigger refuse_truncate before truncate on audit.%I for each statement execute function private.refuse_change()',
    v_name
  );
  execute format('comment on table audit.%I is %L', v_name, 'Rows of audit.events of one month.');
  execute format('alter table audit.events attach partition audit.%I for values from (%L) to (%L)', v_name, v_from, v_to);
  return true;
end;
$$;

comment on function audit.make_partition(date) is
  'Makes the partition of the month that begins on this day, in UTC; false where there is one, or where rows of it lie in the default partition already.';

create function audit.make_partitions(p_months_ahead integer default 3) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
-- Rather no partition today than a queue of writers behind this.
set lock_timeout = '2s'
as $$
declare
  v_first date := date_trunc('month', now() at time zone 'UTC');
  v_made integer := 0;
begin
  for v_month in 0..p_months_ahead loop
    if audit.make_partition((v_first + v_month * interval '1 month')::date) then
      v_made := v_made + 1;
    end if;
  end loop;
  return v_made;
end;
$$;

comment on function audit.make_partitions(integer) is
  'Makes the partitions of this month and of those to come, where they are missing; returns how many. Run daily.';

create function audit.retention() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '6 years 1 month'
$$;

comment on function audit.retention() is
  'How long after the first of a month its rows are kept: six years from its end (45 CFR 164.316(b)(2)(i)).';

create function audit.retire_month(p_month date, p_archive_sha256 text) returns bigint
language plpgsql
volatile
security invoker
set search_path = ''
set lock_timeout = '2s'
as $$
declare
  v_partition text := 'events_' || to_char(p_month, 'YYYY_MM');
  v_refusal text := audit.retirement_refusal(p_month);
  v_events bigint;
begin
  if v_refusal is not null then
    raise exception 'Cannot retire a month of the audit: %', v_refusal using errcode = '55000';
  end if;
  execute format('select count(*) from audit.%I', v_partition) into v_events;
  insert into audit.retirements (month, event_count, archive_sha256) values (p_month, v_events, p_archive_sha256);
  execute format('alter table audit.events detach partition audit.%I', v_partition);
  execute format('drop table audit.%I', v_partition);
  return v_events;
end;
$$;

comment on function audit.retire_month(date, text) is
  'Drops the rows of a month that is six years old, sealed, and whose blocks are exported; returns how many. p_archive_sha256: of the file they were written to before. Their blocks stay in the chain.';

create function audit.retirement_refusal(p_month date) returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  select case
    when to_regclass('audit.events_' || to_char(p_month, 'YYYY_MM')) is null then 'it has no partition'
    when p_month + audit.retention() > now() then 'it is not six years old'
    when exists (
      select from audit.events_default
      where occurred_at >= p_month::timestamp at time zone 'UTC'
        and occurred_at < (p_month + interval '1 month') at time zone 'UTC'
    ) then 'rows of it lie in the default partition'
    when (select count(*) from audit.events
        where occurred_at >= p_month::timestamp at time zone 'UTC'
          and occurred_at < (p_month + interval '1 month') at time zone 'UTC')
      <> coalesce((select sum(event_count) from audit.blocks where month = p_month), 0) then 'it is not sealed'
    when (select max(number) from audit.blocks where month = p_month)
      > coalesce((select max(block_number) from audit.exported_heads), 0) then 'its blocks are not exported'
  end
$$;

comment on function audit.retirement_refusal(date) is 'Why the month that begins on this day may not be retired; null when it may.';

create function audit.seal() returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_most_events constant integer := 1000;
  v_cluster_id bigint := (select system_identifier from pg_catalog.pg_control_system());
  v_horizon bigint;
  v_from bigint;
  v_first bigint;
  v_to bigint;
  v_sealed integer := 0;
begin
  -- One sealer at a time; whoever comes second leaves it to the next round.
  if not pg_try_advisory_xact_lock(hashtextextended('audit.seal', 0)) then
    return 0;
  end if;
  -- Every transaction below is committed or undone, so that nothing can appear among its rows any more. Read in a
  -- statement of its own: the ones that follow see all of them.
  v_horizon := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  v_from := coalesce((select max(to_transaction_id) from audit.blocks where cluster_id = v_cluster_id), 0);
  loop
    -- Whole transactions, until the block is full; the next begins with the first that no longer fits.
    select min(transaction_id), (
        select transaction_id from audit.events
        where cluster_id = v_cluster_id and transaction_id >= v_from and transaction_id < v_horizon
        order by transaction_id, id
        offset c_most_events
        limit 1
      )
    into v_first, v_to
    from audit.events
    where cluster_id = v_cluster_id and transaction_id >= v_from and transaction_id < v_horizon;
    exit when v_first is null;
    v_to := greatest(coalesce(v_to, v_horizon), v_first + 1);
    v_sealed := v_sealed + audit.append_blocks(v_cluster_id, v_from, v_to);
    v_from := v_to;
  end loop;
  return v_sealed;
end;
$$;

comment on function audit.seal() is
  'Seals the settled rows of the audit: those of transactions older than the oldest that is still running. Returns how many. Safe to run at any time and side by side; once a minute is meant.';

create function audit.who_accessed(p_patient_id uuid, p_before_id bigint default null, p_limit integer default 100)
returns setof audit.events
language sql
stable
security invoker
set search_path = ''
as $$
  select *
  from audit.events
  where patient_id = p_patient_id and (p_before_id is null or id < p_before_id)
  order by id desc
  limit p_limit
$$;

comment on function audit.who_accessed(uuid, bigint, integer) is
  'Calls that touched or tried to touch a patient, latest first, refused ones included. p_before_id: the last id of the page before.';

create function private.actor_of(
  p_actor_uid text, p_patient_id uuid, out actor_id uuid, out actor_role text
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if current_setting('role', true) = 'service_role' and private.worker_refusal() is null then
    actor_role := 'worker';
    return;
  end if;
  select users.id, case
      when users.id = p_patient_id then 'patient'
      when providers.user_id is not null then 'provider'
      when administrators.user_id is not null then 'administrator'
      when patients.user_id is not null then 'patient'
      else 'unknown'
    end
  into actor_id, actor_role
  from public.users as users
  left join public.patient_profiles as patients on patients.user_id = users.id
  left join public.medical_provider_profiles as providers on providers.user_id = users.id
  left join public.administrator_profiles as administrators on administrators.user_id = users.id
  where users.firebase_uid = p_actor_uid;
  actor_role := coalesce(actor_role, 'unknown');
end;
$$;

comment on function private.actor_of(text, uuid) is
  'Who a Firebase uid is and in which role they act towards this patient, whether accepted or not; worker for the service key.';

create function private.answered_note_id(p_object_kind text, p_answer jsonb) returns uuid
language sql
immutable
security invoker
set search_path = ''
as $$
  select case when p_object_kind = 'note' then (p_answer ->> 'soapNoteId')::uuid end
$$;

comment on function private.answered_note_id(text, jsonb) is
  'The note an answer is about, for the call that named it by one of its items.';

-- Definer: clients do not reach the audit.
create function private.close_access(p_access private.access, p_answer jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_event audit.events;
begin
  v_event.rpc := p_access.rpc;
  v_event.action := p_access.action;
  v_event.object_kind := p_access.object_kind;
  v_event.object_id := coalesce(p_access.object_id, private.answered_note_id(p_access.object_kind, p_answer));
  v_event.outcome := case when p_answer ->> 'code' ~ '^PT[0-9]{3}$' then p_answer ->> 'hint' else 'OK' end;
  v_event.patient_id := private.patient_of(v_event.object_kind, v_event.object_id);
  v_event.actor_uid := case when v_event.outcome <> 'INVALID_FIREBASE_TOKEN' then p_access.actor_uid end;
  select actor_id, actor_role into v_event.actor_id, v_event.actor_role
  from private.actor_of(v_event.actor_uid, v_event.patient_id);
  v_event.purpose := case when v_event.outcome = 'OK' then private.purpose_of(v_event) end;
  v_event.replayed := v_event.outcome = 'OK' and (
    -- Of transcripts replayed counts chunks: nothing was stored, so all of them were there.
    coalesce(p_answer -> 'replayed' = 'true' or p_answer -> 'stored' = '0', false)
    or private.is_repeated_key(v_event.actor_id, p_access.rpc, p_access.idempotency_key)
  );
  perform private.record_access(v_event);
  return p_answer;
end;
$$;

comment on function private.close_access(private.access, jsonb) is
  'The last thing every RPC does: puts the call and its outcome on record and hands the answer on. Where that fails, so does the call, and with it whatever it did.';

grant execute on function private.close_access(private.access, jsonb) to authenticated, service_role;

-- Definer: see private.close_access.
create function private.close_rejected(p_access private.access, p_sentence text) returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select private.close_access(p_access, private.refuse('INVALID_REQUEST', p_sentence))
$$;

comment on function private.close_rejected(private.access, text) is
  'Closes a call whose body raised INVALID_REQUEST by private.reject: what it did is undone already, and the refusal is returned in its place, so that it stays on record.';

grant execute on function private.close_rejected(private.access, text) to authenticated;

create function private.is_repeated_key(p_user_id uuid, p_operation text, p_key text) returns boolean
language sql
volatile
security invoker
set search_path = ''
as $$
  select p_key is not null and exists (
    select from private.idempotency_keys
    where user_id = p_user_id and operation = p_operation and key = p_key and created_at < now()
  )
$$;

comment on function private.is_repeated_key(uuid, text, text) is
  'Whether an idempotency key was there before this transaction, so that the call it came with repeats another.';

-- Definer: clients reach neither the limits nor the audit.
create function private.open_access(
  p_rpc text, p_action text, p_object_kind text, p_object_id uuid, p_idempotency_key text default null
) returns private.access
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_access private.access;
  v_wait_seconds integer;
begin
  v_access.rpc := p_rpc;
  v_access.action := p_action;
  v_access.object_kind := p_object_kind;
  v_access.object_id := p_object_id;
  v_access.idempotency_key := p_idempotency_key;
  v_access.actor_uid := left(nullif(private.token_claims() ->> 'sub', ''), 128);

  v_wait_seconds := private.rate_limit_wait(v_access.actor_uid, p_rpc);
  if v_wait_seconds is not null then
    v_access.refusal := private.close_access(
      v_access, private.refuse_until('RATE_LIMITED', 'Cannot serve request: too many requests', v_wait_seconds)
    );
  end if;
  return v_access;
end;
$$;

comment on function private.open_access(text, text, text, uuid, text) is
  'The first thing every RPC does: takes the call from the caller''s limit. Where refusal is set, the call is over limit, on record already, and that is its answer.';

grant execute on function private.open_access(text, text, text, uuid, text) to authenticated, service_role;

create function private.patient_of(p_object_kind text, p_object_id uuid) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case p_object_kind
    when 'patient' then p_object_id
    when 'encounter' then (select patient_id from public.video_call_sessions where id = p_object_id)
    when 'note' then (select patient_id from public.soap_notes where id = p_object_id)
    when 'draft' then (
      select encounter.patient_id
      from public.soap_drafts as draft
      join public.video_call_sessions as encounter on encounter.id = draft.encounter_id
      where draft.id = p_object_id
    )
    when 'conflict' then (select patient_id from public.record_conflicts where id = p_object_id)
    when 'emergency_access' then (select patient_id from public.emergency_accesses where id = p_object_id)
  end;
end;
$$;

comment on function private.patient_of(text, uuid) is
  'Whose a thing is, by its kind as in audit.events; null where there is no such thing. A patient id is answered as it is, whether or not there is such a patient.';

create function private.purpose_of(p_event audit.events) returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  select case
    when p_event.actor_id = p_event.patient_id then 'PATRQT'
    when p_event.actor_role = 'worker' then 'TREAT'
    when p_event.actor_role <> 'provider' then 'HOPERAT'
    when exists (
      select from private.care_relationships
      where provider_id = p_event.actor_id and patient_id = p_event.patient_id and state = 'live'
    ) then 'TREAT'
    -- A provider without a care relationship was served: nothing but an emergency access opens that.
    else 'BTG'
  end
$$;

comment on function private.purpose_of(audit.events) is 'HL7 v3 PurposeOfUse of an access that was granted: what it rested on.';

create function private.rate_limit_wait(p_actor_uid text, p_rpc text) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_limit private.rate_limits;
  v_now timestamptz := clock_timestamp();
  v_oldest timestamptz;
begin
  select * into v_limit from private.rate_limits where rpc = p_rpc;
  if v_limit.rpc is null or p_actor_uid is null then
    return null;
  end if;
  -- As many calls back as are allowed: while that one lies within the period, there is no room for another.
  select occurred_at into v_oldest
  from audit.events
  where actor_uid = p_actor_uid and rpc = p_rpc and outcome <> 'RATE_LIMITED' and occurred_at > v_now - v_limit.period
  order by occurred_at desc
  offset v_limit.max_calls - 1
  limit 1;
  return case when v_oldest is not null then greatest(1, ceil(extract(epoch from v_oldest + v_limit.period - v_now)))::integer end;
end;
$$;

comment on function private.rate_limit_wait(text, text) is
  'Seconds until this person may call this RPC again; null when they may now. Counts the calls on record within the sliding period; a person who has several calls in flight at once overshoots by at most those, since no call waits for another to be counted.';

create function private.record_access(p_event audit.events) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_headers jsonb := private.request_headers();
  v_request_id text := v_headers ->> 'x-request-id';
begin
  insert into audit.events (
    cluster_id, transaction_id, occurred_at, actor_uid, actor_id, actor_role, action, rpc, patient_id, object_kind,
    object_id, outcome, replayed, purpose, request_id, source
  )
  values (
    (pg_catalog.pg_control_system()).system_identifier, pg_current_xact_id()::text::bigint, clock_timestamp(),
    p_event.actor_uid, p_event.actor_id, p_event.actor_role, p_event.action, p_event.rpc, p_event.patient_id,
    p_event.object_kind, p_event.object_id, p_event.outcome, p_event.replayed, p_event.purpose,
    case when v_request_id ~ '^[A-Za-z0-9._-]{1,64}$' then v_request_id end,
    case v_headers ->> 'x-function'
      when 'create-context-snapshot' then 'create-context-snapshot'
      when 'generate-soap-draft-v2' then 'generate-soap-draft-v2'
      when 'get-patient-history' then 'get-patient-history'
      when 'update-patient-medical-record' then 'update-patient-medical-record'
      else 'data-api'
    end
  );
exception
  -- Class 58, so that the functions answer 503 and the caller repeats: nothing was done and nothing was told.
  when others then
    raise exception 'Cannot record access: SQLSTATE %', sqlstate using errcode = '58000';
end;
$$;

comment on function private.record_access(audit.events) is
  'Appends one row to the audit; who, what and why are the event''s, the rest is added here. No access goes on without.';

create function private.refuse_until(p_code text, p_sentence text, p_wait_seconds integer) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- https://docs.postgrest.org/en/stable/references/transactions.html#response-headers
  perform pg_catalog.set_config(
    'response.headers', jsonb_build_array(jsonb_build_object('Retry-After', p_wait_seconds::text))::text, true
  );
  return private.refuse(p_code, p_sentence) || jsonb_build_object('details', p_wait_seconds::text);
end;
$$;

comment on function private.refuse_until(text, text, integer) is
  'As private.refuse, of something that passes by itself: Retry-After as a header, and again in details for a client that sees the body alone.';

create function private.request_headers() returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_headers text := coalesce(current_setting('request.headers', true), '');
begin
  return case when pg_catalog.pg_input_is_valid(v_headers, 'jsonb') then v_headers::jsonb else '{}' end;
end;
$$;

comment on function private.request_headers() is
  'The headers of the request as the Data API hands them on, names in lower case; {} where there are none.';

-- Definer: clients do not reach the audit.
create function private.who_accessed(p_patient_id uuid, p_before_id bigint) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot tell who accessed: ';
  c_page constant integer := 100;
  v_caller private.caller := private.current_caller();
  v_facility_name text := private.administered_facility();
  v_is_self boolean := v_caller.is_patient and v_caller.user_id = p_patient_id;
  v_code text;
  v_accesses jsonb;
begin
  v_code := case
    when v_caller.refusal is not null then v_caller.refusal
    when v_caller.is_patient is not true and v_facility_name is null then 'FORBIDDEN'
    when p_patient_id is null then 'MISSING_PARAMS'
    when v_is_self then null
    when v_facility_name is not null
      and exists (select from public.patient_profiles where user_id = p_patient_id)
      and p_patient_id in (select private.people_of_administered_facility()) then null
    else 'PATIENT_NOT_FOUND'
  end;
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'patient is missing'));
  end if;

  select coalesce(jsonb_agg(to_jsonb(page) order by page.id desc), '[]') into v_accesses
  from (
    select event.id, private.utc_text(event.occurred_at) as "accessedAt", event.actor_id as "actorId",
      event.actor_role as "actorRole", providers.display_name as "actorName", event.action, event.rpc as "operation",
      event.purpose, event.outcome
    from audit.events as event
    left join public.medical_provider_profiles as providers on providers.user_id = event.actor_id
    where event.patient_id = p_patient_id and (p_before_id is null or event.id < p_before_id)
      -- A patient reads who got in; a facility what its own providers did and tried. What the draft worker does, a
      -- provider began.
      and case when v_is_self then event.outcome = 'OK' and event.actor_role <> 'worker' else providers.facility_name = v_facility_name end
    order by event.id desc
    limit c_page
  ) as page;
  return jsonb_build_object(
    'patientId', p_patient_id,
    'accesses', v_accesses,
    'nextBeforeId', case when jsonb_array_length(v_accesses) = c_page then v_accesses -> -1 -> 'id' end
  );
end;
$$;

comment on function private.who_accessed(uuid, bigint) is 'Body of public.who_accessed.';

grant execute on function private.who_accessed(uuid, bigint) to authenticated;

create or replace function public.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('advance_soap_draft', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.advance_soap_draft(p_draft_id, p_lease_id, p_phase));
end;
$$;

comment on function public.advance_soap_draft(uuid, uuid, text) is
  'A worker''s sign of life: renews its lease and says which phase it is in: {held}. held is false when the draft is no longer its own to finish, or anybody''s. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

create or replace function public.amend_soap_note(p_soap_note_id uuid, p_note jsonb, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('amend_soap_note', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.amend_soap_note(p_soap_note_id, p_note, p_reason));
exception
  -- Undone, as whoever raised it wants, and on record all the same.
  when sqlstate 'PT400' then
    return private.close_rejected(v_access, sqlerrm);
end;
$$;

comment on function public.amend_soap_note(uuid, jsonb, text) is
  'Signs p_note, a whole SoapNote, in the place of a signed note, as the provider who signed that one; the record is written anew and both notes stay readable; its safety alerts go with it. Answers {soapNoteId, status, signedAt, contentSha256, revision, amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, changes, replayed}; the same call again answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, NOTE_RETRACTED, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT (another amendment stands: amend that one). Raises: INVALID_REQUEST, REVIEW_INCOMPLETE (p_note adds a question, a critical alert or an item that was rejected: leave it out, or retract the note and review anew).';

create or replace function public.append_transcript_chunks(p_encounter_id uuid, p_chunks jsonb) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('append_transcript_chunks', 'C', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.append_transcript_chunks(p_encounter_id, p_chunks));
end;
$$;

comment on function public.append_transcript_chunks(uuid, jsonb) is
  'Stores what was said, for the participants of the encounter: p_chunks [{sequence, text, attendee_id?, speaker?, started_at?}], all or nothing; answers {stored, replayed}. The speaker is who calls, or for the provider whoever video_call_attendees says. Refuses: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

create or replace function public.begin_soap_draft(
  p_encounter_id uuid,
  p_appointment_id uuid default null,
  p_provider_id uuid default null,
  p_patient_id uuid default null,
  p_transcript jsonb default null,
  p_model text default null,
  p_prompt_version text default null,
  p_idempotency_key text default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('begin_soap_draft', 'C', 'encounter', p_encounter_id, p_idempotency_key);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.begin_soap_draft(p_encounter_id, p_appointment_id, p_provider_id, p_patient_id, p_transcript, p_model, p_prompt_version, p_idempotency_key)
  );
end;
$$;

comment on function public.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) is
  'Begins a draft of an encounter''s note, or answers the draft that was made of the same snapshot and transcript by the same model and prompt: {draft_id, revision, soap_status, phase, attempts, lease_id} with {soap_draft, soap_note_id, soap_note} when it is ready, or {remaining_ms, encounter, snapshot, transcript, transcript_sha256} when lease_id says that the caller is to write it. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, TRANSCRIPT_EMPTY, IDEMPOTENCY_KEY_REUSED.';

create or replace function public.claim_soap_draft(p_draft_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('claim_soap_draft', 'R', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.claim_soap_draft(p_draft_id));
end;
$$;

comment on function public.claim_soap_draft(uuid) is
  'How a draft stands, and the work itself when whoever had it is gone: as begin_soap_draft answers, with lease_id where the caller is to go on, soap_status failed where it was given up. For the draft worker alone, on behalf of the draft''s provider as they stand now. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), FORBIDDEN, USER_DISABLED, NOT_FOUND, DRAFT_LOCKED.';

create or replace function public.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('complete_soap_draft', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.complete_soap_draft(p_draft_id, p_note, p_lease_id));
end;
$$;

comment on function public.complete_soap_draft(uuid, jsonb, uuid) is
  'Stores the draft of whoever holds its lease, and makes it the encounter''s open note unless a clinician edited that one. Answers how the draft stands then, as claim_soap_draft. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, FORBIDDEN, USER_DISABLED, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT (given up).';

create or replace function public.create_context_snapshot(
  p_encounter_id uuid,
  p_appointment_id uuid default null,
  p_patient_id uuid default null,
  p_idempotency_key text default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('create_context_snapshot', 'C', 'encounter', p_encounter_id, p_idempotency_key);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.create_context_snapshot(p_encounter_id, p_appointment_id, p_patient_id, p_idempotency_key)
  );
end;
$$;

comment on function public.create_context_snapshot(uuid, uuid, uuid, text) is
  'Takes the context snapshot of an encounter for its provider: {snapshot}. The same snapshot while nothing changed, a new version when the record did. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.';

create or replace function public.dismiss_safety_alert(p_alert_id text, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('dismiss_safety_alert', 'U', 'note', null);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.dismiss_safety_alert(p_alert_id, p_reason));
end;
$$;

comment on function public.dismiss_safety_alert(text, text) is
  'Closes a safety alert of an open note, by the note''s provider and with a reason. Answers {alertId, soapNoteId, status, dismissedReason, dismissedAt, revision, contentSha256}, again when repeated: the first reason stands. Refuses: FORBIDDEN, NOT_FOUND, DRAFT_LOCKED, MISSING_PARAMS, INVALID_REQUEST.';

create or replace function public.get_patient_history(
  p_patient_id uuid,
  p_appointment_id uuid default null,
  p_cursor text default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('get_patient_history', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.get_patient_history(p_patient_id, p_appointment_id, p_cursor));
end;
$$;

comment on function public.get_patient_history(uuid, uuid, text) is
  'History of a patient, for the patient, for providers who have the patient in care, and under an emergency access (no e-mail, no phone): {hasHistory, patientData, pastNotes, nextCursor?, record}. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND, APPOINTMENT_NOT_FOUND.';

create or replace function public.merge_preview(p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('merge_preview', 'R', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.merge_preview(p_soap_note_id));
end;
$$;

comment on function public.merge_preview(uuid) is
  'What the signature of a draft would change in the record, as its provider, without signing: {soapNoteId, patientId, status, recordVersion (the record it was compared with), totalVisits, changes {items[], conflicts {opened[], closed[]}}}. Of a signed note, what its merge changed. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED.';

create or replace function public.merge_soap_into_cumulative_record(p_patient_id uuid, p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('merge_soap_into_cumulative_record', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.merge_soap_into_cumulative_record(p_patient_id, p_soap_note_id));
end;
$$;

comment on function public.merge_soap_into_cumulative_record(uuid, uuid) is
  'Merges a signed note into its patient''s cumulative record, as the provider who signed it; signed notes nobody merged yet go in with it. Answers {patientId, soapNoteId, updatedRecord, totalVisits, changes, replayed}; a repeat answers the changes of the first merge with replayed true. Refuses: NOT_FOUND, FORBIDDEN, NOTE_NOT_SIGNED, NOTE_RETRACTED, PATIENT_NOT_FOUND.';

create or replace function public.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('open_emergency_access', 'C', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.open_emergency_access(p_patient_id, p_reason));
end;
$$;

comment on function public.open_emergency_access(uuid, text) is
  'Break-glass: opens a patient''s history to a practising provider without a care relationship, for four hours, on record: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Each reason opens one of its own; the same one again answers the one that is open, with replayed true. p_reason: 10 to 1000 characters, which the patient reads. Refuses: FORBIDDEN (also for 24 hours after the patient or an administrator revoked one), MISSING_PARAMS, INVALID_REQUEST, PATIENT_NOT_FOUND.';

create or replace function public.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('record_as_of', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.record_as_of(p_patient_id, p_at));
end;
$$;

comment on function public.record_as_of(uuid, timestamptz) is
  'The cumulative record as it was known at a moment, for the patient and for providers who have the patient in care: what was merged by then, not retracted by then, decided by then, whatever the time it speaks of. Answers {patientId, at, recordVersion, recordedAt, record}; record is folded by the rules of today, so its own version differs from recordVersion where they changed. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_at not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

create or replace function public.record_diff(p_patient_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('record_diff', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.record_diff(p_patient_id, p_from, p_to));
end;
$$;

comment on function public.record_diff(uuid, timestamptz, timestamptz) is
  'What became known of a patient between two moments, for the patient and for providers who have the patient in care. Answers {patientId, from, to, events[], changes}: the versions that stood, the merges, retractions, decisions and rebuilds between them, and what that changed {items[], conflicts}. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_from after p_to, or not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

create or replace function public.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('reserve_model_call', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.reserve_model_call(p_draft_id, p_lease_id, p_prompt_sha256, p_tokens)
  );
end;
$$;

comment on function public.reserve_model_call(uuid, uuid, text, integer) is
  'Records a call of a model before it is sent, for whoever holds the draft''s lease, and takes its tokens from the budgets: {attempt, reason}. attempt is null where no call may be made: lease_lost, attempts, circuit_open, budget (of a repeated attempt). For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, LLM_BUDGET_EXHAUSTED (of the first attempt; the draft is given up).';

create or replace function public.resolve_conflict(
  p_conflict_id uuid,
  p_decision text,
  p_value jsonb default null,
  p_reason text default null,
  p_supersedes uuid default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('resolve_conflict', 'U', 'conflict', p_conflict_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.resolve_conflict(p_conflict_id, p_decision, p_value, p_reason, p_supersedes)
  );
end;
$$;

comment on function public.resolve_conflict(uuid, text, jsonb, text, uuid) is
  'Decides a conflict of a record, as a provider who has the patient in care: accept (the later side is right), reject (it is not) or modify (p_value is), always for a reason; p_supersedes names the decision it takes the place of, when there is one. Answers {decisionId, conflictId, patientId, decision, value, reason, decidedBy, decidedAt, recordVersion, changes, replayed}; the same decision again answers the same with replayed true. The decision holds until a side of the conflict changes. Refuses: FORBIDDEN, NOT_FOUND, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT.';

create or replace function public.retract_soap_note(p_soap_note_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('retract_soap_note', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.retract_soap_note(p_soap_note_id, p_reason));
end;
$$;

comment on function public.retract_soap_note(uuid, text) is
  'Retracts a signed note, as the provider who signed it: the record becomes one in which it never was, and the note stays readable to its provider with the reason. Answers {soapNoteId, patientId, status, retractedAt, reason, restoredSoapNoteId, recordVersion, totalVisits, changes, replayed}; a repeat answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, MISSING_PARAMS, INVALID_REQUEST.';

create or replace function public.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('review_soap_draft', 'C', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.review_soap_draft(p_encounter_id, p_expected_revision, p_decisions));
end;
$$;

comment on function public.review_soap_draft(uuid, integer, jsonb) is
  'Records what the encounter''s provider decided about items of the open note: [{section, id, decision: accept, modify or reject, text?}], of its revision as shown. Answers {soapNoteId, revision, contentSha256, open: [{section, id, content}], transcriptSinceDraft as sign_soap_note}: open is what is left to decide before it can be signed; no decisions at all just asks. Changes nothing in the note: save_soap_note does. Refuses: FORBIDDEN, SESSION_NOT_FOUND, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT, INVALID_REQUEST, MISSING_PARAMS (a safety alert is rejected with a reason).';

create or replace function public.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('revoke_emergency_access', 'U', 'emergency_access', p_emergency_access_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.revoke_emergency_access(p_emergency_access_id));
end;
$$;

comment on function public.revoke_emergency_access(uuid) is
  'Ends an emergency access at once, and whatever else its provider has open to the patient, as the patient, the provider or an administrator who sees it; for 24 hours after a patient''s or an administrator''s no, that provider opens none. Answers {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Refuses: NOT_FOUND.';

create or replace function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('save_soap_note', 'U', 'encounter', p_encounter_id);
  v_note_id uuid;
begin
  if v_access.refusal is not null then
    raise exception using
      errcode = v_access.refusal ->> 'code',
      message = v_access.refusal ->> 'message',
      hint = v_access.refusal ->> 'hint',
      detail = v_access.refusal ->> 'details';
  end if;
  v_note_id := private.save_soap_note(p_encounter_id, p_note, p_expected_revision);
  perform private.close_access(v_access, to_jsonb(v_note_id));
  return v_note_id;
exception
  -- A uuid cannot carry a refusal, so it is raised, and what is raised leaves no row: it is on record in the log alone.
  when sqlstate 'PT400' or sqlstate 'PT401' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT429' then
    raise log 'access refused: save_soap_note of % by %, %', p_encounter_id, v_access.actor_uid, sqlstate;
    raise;
end;
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id. Raises: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

create or replace function public.settle_model_call(p_draft_id uuid, p_lease_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('settle_model_call', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.settle_model_call(p_draft_id, p_lease_id, p_attempt, p_outcome));
end;
$$;

comment on function public.settle_model_call(uuid, uuid, integer, jsonb) is
  'Says how a call ended that was reserved on this lease: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?}, as soon as it did and before its answer is used: {settled}. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

create or replace function public.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text default null) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('sign_soap_note', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.sign_soap_note(p_soap_note_id, p_content_sha256));
end;
$$;

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision, changesSinceSnapshot, transcriptSinceDraft}, again when repeated; changesSinceSnapshot tells what became known of the patient since the snapshot the note was written on, null when nothing did; transcriptSinceDraft {draftedChunks, arrivedChunks} tells how much was said that no draft has seen, null when nothing was. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, REVISION_CONFLICT, REVIEW_INCOMPLETE (review_soap_draft says what is open).';

create function public.who_accessed(p_patient_id uuid, p_before_id bigint default null) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('who_accessed', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.who_accessed(p_patient_id, p_before_id));
end;
$$;

comment on function public.who_accessed(uuid, bigint) is
  'Who accessed a patient''s data through the RPCs, latest first, for the patient (every access that was granted) and for an administrator who sees the patient (what providers of the facility did and tried): {patientId, accesses: [{id, accessedAt, actorId, actorRole, actorName, action, operation, purpose, outcome}], nextBeforeId}; p_before_id is the nextBeforeId of the page before. Refuses: MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.who_accessed(uuid, bigint) to authenticated;

create trigger refuse_change before update or delete on audit.blocks
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.blocks
  for each statement execute function private.refuse_change();

-- Binds every partition, those to come too; TRUNCATE is each partition's own (audit.make_partition).
create trigger refuse_change before update or delete on audit.events
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.events
  for each statement execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.events_default
  for each statement execute function private.refuse_change();

select audit.make_partitions();

create trigger refuse_change before update or delete on audit.exported_heads
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.exported_heads
  for each statement execute function private.refuse_change();

create trigger refuse_change before update or delete on audit.retirements
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.retirements
  for each statement execute function private.refuse_change();

-- As in sweep_pending_merges.sql: the schema does not depend on pg_cron, whatever it refuses with.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron with schema pg_catalog;
    perform cron.schedule('seal-audit', '* * * * *', 'select audit.seal()');
    perform cron.schedule('make-audit-partitions', '17 3 * * *', 'select audit.make_partitions()');
  end if;
exception
  when others then
    raise warning 'Cannot schedule the sealing of the audit: SQLSTATE %', sqlstate;
end;
$$;
