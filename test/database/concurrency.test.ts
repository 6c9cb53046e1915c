import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const CLIENTS = 20;

let database: TestDatabase;
let sql: postgres.Sql;
let encounterId: string;

beforeAll(async () => {
  database = await startDatabase(CLIENTS);
  sql = database.sql;
});

afterAll(async () => {
  await database?.stop();
});

// Every test has an encounter of dr-amara and carol to itself.
beforeEach(async () => {
  encounterId = await bookEncounter();
});

async function bookEncounter(): Promise<string> {
  const [booked] = await sql<{ id: string }[]>`
    with appointment as (
      insert into public.appointments (patient_id, provider_id, scheduled_start)
      values (tests.user_id('carol'), tests.user_id('dr-amara'), now())
      returning *
    )
    insert into public.video_call_sessions (appointment_id, patient_id, provider_id)
    select id, patient_id, provider_id from appointment
    returning id`;
  if (booked === undefined) throw new Error("Cannot book an encounter: nothing was inserted");
  return booked.id;
}

/** One request of dr-amara in a transaction of its own. */
async function asProvider<Answer>(
  call: (request: postgres.TransactionSql) => Promise<readonly Answer[]>,
): Promise<Answer> {
  const rows = await sql.begin(async (request) => {
    await request`select tests.sign_in_as('dr-amara')`;
    return await call(request);
  });
  const [answer] = rows;
  if (answer === undefined) throw new Error("Cannot read the answer: the RPC returned no row");
  return answer;
}

const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test("P03 twenty snapshots at once are one snapshot", async () => {
  const answers = await times(CLIENTS, () =>
    asProvider<{ id: string }>(
      (request) => request`select public.create_context_snapshot(${encounterId}) #>> '{snapshot,id}' as id`,
    ),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  const stored = await sql`select id from public.context_snapshots where encounter_id = ${encounterId}`;
  expect(stored).toHaveLength(1);
});

test("L22 twenty drafts begun at once are one draft, and twenty completions make one note", async () => {
  const begun = await times(CLIENTS, () =>
    asProvider<{ id: string }>((request) => request`select tests.begin_draft(${encounterId}) ->> 'draft_id' as id`),
  );
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  const completed = await times(CLIENTS, () =>
    asProvider<{ answer: unknown }>(
      (request) => request`select tests.complete_draft(${begun[0]?.id ?? ""}, tests.full_note()) as answer`,
    ),
  );
  for (const { answer } of completed) expect(answer).toEqual(completed[0]?.answer);
  const notes = await sql`select revision from public.soap_notes where encounter_id = ${encounterId}`;
  expect(notes).toEqual([{ revision: 1 }]);
});

test("Q05 of twenty model calls reserved at once only those the budget has room for are made", async () => {
  await sql`update private.model_budgets set max_tokens = 700 where scope = 'provider' and period = 'hour'`;
  const jobs = await times(CLIENTS, () => bookEncounter());
  const begun = await Promise.all(
    jobs.map((id) =>
      asProvider<{ draft: string; lease: string }>(
        (request) => request`
          select answer ->> 'draft_id' as draft, answer ->> 'lease_id' as lease
          from (select tests.begin_draft(${id}) as answer) as begun`,
      ),
    ),
  );
  const answers = await Promise.all(
    begun.map(({ draft, lease }) =>
      asProvider<{ code: string | null }>(
        (request) => request`
          select tests.reserve_call(${draft}, ${lease}, repeat('0', 64), 100) ->> 'hint' as code`,
      ),
    ),
  );
  expect(answers.filter(({ code }) => code === null)).toHaveLength(7);
  expect(answers.filter(({ code }) => code === "LLM_BUDGET_EXHAUSTED")).toHaveLength(CLIENTS - 7);
});

test("the same words sent twenty times at once are stored once", async () => {
  const answers = await times(CLIENTS, () =>
    asProvider<{ stored: number }>(
      (request) => request`
        select (public.append_transcript_chunks(${encounterId}, '[{"sequence": 1, "text": "hello"}]') ->> 'stored')::integer as stored`,
    ),
  );
  expect(answers.reduce((sum, { stored }) => sum + stored, 0)).toBe(1);
});

test("of twenty saves on one revision one wins, the others are conflicts", async () => {
  const answers = await times(CLIENTS, () =>
    asProvider<{ code: string | null }>(
      (request) => request`
        select tests.refusal(public.save_soap_note(${encounterId}, tests.full_note(), 0)) as code`,
    ),
  );
  const codes = answers.map(({ code }) => code ?? "saved").sort();
  expect(codes).toEqual([...Array.from({ length: CLIENTS - 1 }, () => "REVISION_CONFLICT"), "saved"]);
});

test("R12 an item that waited for a signature is refused after it", async () => {
  const { id } = await asProvider<{ id: string }>(
    (request) => request`select tests.save_note(${encounterId}, '{}') as id`,
  );
  const late = sql`insert into public.soap_plan_items (soap_note_id, category, description) values (${id}, 'other', 'late')`;
  const outcome = await sql.begin(async (request) => {
    await request`select tests.sign_in_as('dr-amara')`;
    await request`select public.sign_soap_note(${id})`;
    const refused = expect(late).rejects.toMatchObject({ code: "42501" });
    await waitUntilBlocked("%insert into public.soap_plan_items%");
    return { refused };
  });
  await outcome.refused;
});

test("A46 a request that waited for the end of its relationship is refused", async () => {
  await sql`update public.appointments set status = 'cancelled' where provider_id = tests.user_id('dr-amara')
    and patient_id = tests.user_id('carol')
    and id <> (select appointment_id from public.video_call_sessions where id = ${encounterId})`;
  const outcome = await sql.begin(async (owner) => {
    await owner`update public.appointments set status = 'cancelled'
      where id = (select appointment_id from public.video_call_sessions where id = ${encounterId})`;
    const answer = asProvider<{ code: string }>(
      (request) => request`select public.create_context_snapshot(${encounterId}) ->> 'hint' as code`,
    );
    await waitUntilBlocked("%create_context_snapshot%");
    return { answer };
  });
  expect(await outcome.answer).toEqual({ code: "SESSION_NOT_FOUND" });
  expect(await sql`select id from public.context_snapshots where encounter_id = ${encounterId}`).toHaveLength(0);
});

test("A47 an emergency access that waited for a revocation is not opened", async () => {
  const open = (reason: string) =>
    sql.begin(async (request) => {
      await request`select tests.sign_in_as('dr-okoye')`;
      return request<{ answer: Record<string, string> }[]>`
        select public.open_emergency_access(tests.user_id('alice'), ${reason}) as answer`;
    });
  const [opened] = await open("Found unconscious in the street");
  const { waiting } = await sql.begin(async (request) => {
    await request`select tests.sign_in_as('alice')`;
    await request`select public.revoke_emergency_access(${opened?.answer["emergencyAccessId"] ?? ""})`;
    const next = open("Seizure after arrival");
    await waitUntilBlocked("%open_emergency_access%");
    return { waiting: next };
  });
  expect(await waiting).toMatchObject([{ answer: { hint: "FORBIDDEN" } }]);
  const left = await sql`select id from public.emergency_accesses where revoked_at is null`;
  expect(left).toHaveLength(0);
});

/** Waits until a statement like this one waits for a lock. */
async function waitUntilBlocked(statement: string): Promise<void> {
  await expect
    .poll(
      () =>
        sql`select pid from pg_stat_activity where wait_event_type = 'Lock' and query ilike ${statement} and pid <> pg_backend_pid()`,
      { timeout: 10_000, interval: 20 },
    )
    .toHaveLength(1);
}

/** Takes a record out of work that was undone, and looks at it when a vacuum has swept that away. */
async function lookAfterVacuum(record: string): Promise<unknown> {
  const holder = await sql.reserve();
  await holder`select pg_advisory_lock(20261121)`;
  const looked = sql.begin((request) =>
    request.unsafe(`do $$
      declare
        v_record jsonb := ${record};
      begin
        perform pg_advisory_xact_lock(20261121);
        perform length(v_record::text);
      end;
    $$`),
  );
  await waitUntilBlocked("%v_record jsonb%");
  await sql`vacuum public.patient_profiles`;
  await holder`select pg_advisory_unlock(20261121)`;
  holder.release();
  return looked;
}

test("a preview keeps what it undid, also where a vacuum sweeps that away at once", async () => {
  const { id } = await asProvider<{ id: string }>(
    (request) => request`
      select tests.save_note(${encounterId}, jsonb_build_object('subjective', jsonb_build_object('allergies', (
        select jsonb_agg(jsonb_build_object('id', n::text, 'allergen', md5(n::text))) from generate_series(1, 60) as n
      )))) as id`,
  );
  const record = `private.record_if_signed((select note from public.soap_notes as note where id = '${id}'), tests.user_id('dr-amara'))`;
  await expect(lookAfterVacuum(record)).resolves.toBeDefined();
});

test("A47 so does what an emergency access reads", async () => {
  await sql`
    select tests.signed_note(tests.user_id('alice'), now(), jsonb_build_object('subjective_allergies', (
      select jsonb_agg(jsonb_build_object('allergen', md5(n::text))) from generate_series(1, 60) as n
    )))`;
  await expect(lookAfterVacuum("private.view_record(tests.user_id('alice'))")).resolves.toBeDefined();
});

test("A47 a read under an emergency access locks as an opening and a revocation do", async () => {
  const [first = "", second = ""] = await times(2, async (index) => {
    const [row] = await sql<{ id: string }[]>`
      insert into public.emergency_accesses (id, provider_id, patient_id, reason, opened_at, expires_at)
      values (${`f0000000-0000-4000-8000-00000000000${index}`}, tests.user_id('dr-amara'), tests.user_id('bob'), 'Found unconscious',
        now() + ${`${index} seconds`}::interval, now() + interval '1 hour')
      returning id`;
    return row?.id ?? "";
  });
  const revoke = (request: postgres.TransactionSql, id: string) => request`
    update public.emergency_accesses set revoked_at = now(), revoked_by = patient_id where id = ${id}`;
  const { reading } = await sql.begin(async (opening) => {
    const { waiting } = await sql.begin(async (revocation) => {
      await revoke(revocation, second);
      await opening`select from public.emergency_accesses where id = ${first} for share`;
      const read = asProvider<{ code: string | null }>(
        (request) => request`select public.get_patient_history(tests.user_id('bob')) ->> 'hint' as code`,
      );
      const expected = expect(read).resolves.toEqual({ code: null });
      await waitUntilBlocked("%get_patient_history%");
      return { waiting: expected };
    });
    await opening`select from public.emergency_accesses where id = ${second} for share`;
    return { reading: waiting };
  });
  await reading;
  await sql.begin((request) => revoke(request, first));
});

test("R19 tables a caller makes are never mistaken for ours", async () => {
  const answer = await asProvider<{ version: string }>(async (request) => {
    await request`create temporary table users (id uuid, firebase_uid text) on commit drop`;
    await request`create temporary table appointments (patient_id uuid, provider_id uuid, status text) on commit drop`;
    await request`create temporary table context_snapshots (snapshot_version integer) on commit drop`;
    return await request`select public.create_context_snapshot(${encounterId}) #>> '{snapshot,snapshot_version}' as version`;
  });
  expect(answer).toEqual({ version: "1" });
});

/** Books dr-okoye with bob. */
const bookBob = (client: postgres.Sql | postgres.TransactionSql) => client`
  insert into public.appointments (patient_id, provider_id, scheduled_start)
  values (tests.user_id('bob'), tests.user_id('dr-okoye'), now())`;

test("A46 a booking does not wait for those who are seeing the patient", async () => {
  await sql.begin(async (request) => {
    await request`select tests.sign_in_as('dr-okoye')`;
    await request`select public.get_patient_history(tests.user_id('bob'))`;
    expect((await bookBob(sql)).count).toBe(1);
  });
});

test("A46 a booking made while the last one is cancelled keeps the relationship", async () => {
  const { booking } = await sql.begin(async (owner) => {
    await owner`update public.appointments set status = 'cancelled'
      where provider_id = tests.user_id('dr-okoye') and patient_id = tests.user_id('bob')`;
    const waiting = bookBob(sql).execute();
    await waitUntilBlocked("%insert into public.appointments%");
    return { booking: waiting };
  });
  expect((await booking).count).toBe(1);
  const [relationship] = await sql`
    select state from private.care_relationships
    where provider_id = tests.user_id('dr-okoye') and patient_id = tests.user_id('bob')`;
  expect(relationship).toEqual({ state: "live" });
});
