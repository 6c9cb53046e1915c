import { randomInt, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { mintToken } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type FaultyAnswer, openFaultyWay } from "../../support/faulty-way.ts";
import { crashRounds } from "./crash-rounds.ts";
import { type KillablePostgres, startKillablePostgres } from "./killable-postgres.ts";
import { type MergeCall, startMergeLoad } from "./merge-load.ts";
import { readAftermath } from "./read-aftermath.ts";

const CLIENTS = 4;
const ROUNDS = crashRounds(3);
const PATIENTS = 3;
const POLL_INTERVAL_MS = 20;
const IN_TIME = { timeout: 120_000 };
const SOUND = { lost: [], halfMerged: [], unlikeRebuild: [], unlikeAudit: [] };
const UNAVAILABLE = { status: 503, code: "DATABASE_UNAVAILABLE", retryAfter: "5" };

type Merge = () => Promise<FaultyAnswer>;

let server: KillablePostgres;

beforeAll(async () => {
  server = await startKillablePostgres();
});

afterAll(() => server.stop());

describe("a database that is killed under load", () => {
  test("M29 D11 has every merge it acknowledged and no half of one, and its audit says the same", async () => {
    const total = { acknowledged: 0, indeterminate: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { calls, startedAt } = await loadUntil(server.kill);
      await server.restart();
      await withConnection(async (sql) => {
        expect(await serverStart(sql), "another server answers now").not.toBe(startedAt);
        const { acknowledged, indeterminate } = await expectSound(sql, calls);
        total.acknowledged += acknowledged;
        total.indeterminate += indeterminate;
      });
    }
    console.info(`the database crashed ${ROUNDS} times, none of ${total.acknowledged} acknowledged merges is`);
    console.info(`missing or half there; ${total.indeterminate} calls were never answered`);
  });

  test("D12 in one process of it starts the others anew, and has every merge it acknowledged", IN_TIME, async () => {
    const { calls, startedAt } = await loadUntil(killOneBackend);
    await untilConnected();
    await withConnection(async (sql) => {
      expect(await serverStart(sql), "the same server answers").toBe(startedAt);
      await expectSound(sql, calls);
    });
  });
});

test(
  "D08 D09 of a database that is restarted each call in flight is 503, and passes when it takes calls again",
  IN_TIME,
  async () => {
    const { way, merges, patientId, calls } = await mergesOfOnePatient();
    try {
      expect((await way.untilServed(merges[0])).status).toBe(200);
      const holder = postgres(server.url, { max: 1, onnotice: () => {} });
      await holder`begin`;
      const [{ pid: holderPid }] = await holder<[{ pid: number }]>`select pg_backend_pid() as pid`;
      await holder`select from public.patient_profiles where user_id = ${patientId} for update`;
      const inFlight = way.hurried(() => Promise.all(merges.map((merge) => merge())));
      let isOver = false;
      const refused = expect(inFlight.finally(() => (isOver = true))).resolves.toMatchObject(
        merges.map(() => UNAVAILABLE),
      );
      await withConnection(async (sql) => {
        const isWaiting = async () =>
          (await sql`select from pg_stat_activity where wait_event_type = 'Lock'`).length > 0;
        while (!(isOver || (await isWaiting())));
      });
      await whileHeld(holderPid, () => refused, server.shutDown);
      // Its connection is gone, so there is nobody to take leave of.
      await holder.end({ timeout: 0 }).catch(() => undefined);

      await server.restartInRecovery();
      while (!way.lines.join().includes("57P03")) expect(await way.hurried(merges[1])).toMatchObject(UNAVAILABLE);
      await server.shutDown();
      await server.restart();
      for (const merge of merges) while ((await way.untilServed(merge)).status !== 200);
      expect(await withConnection((sql) => readAftermath(sql, calls))).toMatchObject(SOUND);
    } finally {
      await way.close();
    }
  },
);

/**
 * Shuts the server down while one of its processes cannot follow, until something is so: a process that ends before
 * those who wait for its row lets go of it, and one of them might merge after all.
 */
async function whileHeld(pid: number, isSo: () => Promise<void>, shutDown: () => Promise<void>): Promise<void> {
  process.kill(pid, "SIGSTOP");
  const isDown = shutDown();
  await isSo().finally(() => process.kill(pid, "SIGCONT"));
  await isDown;
}

/** The way of a request to this database, and the merges of two notes of a new patient. */
async function mergesOfOnePatient() {
  const way = await openFaultyWay({ ...inject("scratchServer"), dbUrl: server.url });
  const token = await mintToken(inject("scratchRoot"), "dr-amara-uid");
  const patientId = randomUUID();
  const [first, second] = [randomUUID(), randomUUID()];
  await withConnection(async (sql) => {
    await sql`select tests.new_patient(${patientId})`;
    for (const noteId of [first, second]) {
      const items = JSON.stringify({ subjective_allergies: [{ allergen: `Allergen ${noteId}` }] });
      await sql`select tests.signed_note(${patientId}, now(), ${items}::text::jsonb, ${noteId})`;
    }
  });
  const mergeOf = (soapNoteId: string) => () =>
    way.call("update-patient-medical-record", token, { soapNoteId, patientId });
  const merges: readonly [Merge, Merge] = [mergeOf(first), mergeOf(second)];
  const calls = [first, second].map((noteId) => ({ patientId, noteId, outcome: "acknowledged" as const }));
  return { way, merges, patientId, calls };
}

async function loadUntil(harm: () => Promise<void>): Promise<{ calls: readonly MergeCall[]; startedAt: string }> {
  const patientIds = Array.from({ length: PATIENTS }, () => randomUUID());
  const startedAt = await withConnection(async (sql) => {
    for (const id of patientIds) await sql`select tests.new_patient(${id})`;
    return await serverStart(sql);
  });
  const load = startMergeLoad(server.url, patientIds, CLIENTS);
  // At another moment of the load each time, and in the midst of merges: the clients never pause.
  await load.reached(randomInt(3, 20));
  await harm();
  return { calls: await load.ended, startedAt };
}

async function killOneBackend(): Promise<void> {
  const pid = await withConnection(async (sql) => {
    const [busiest] = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() order by state = 'active' desc limit 1`;
    return busiest?.pid;
  });
  if (pid === undefined) throw new Error("nobody is connected");
  process.kill(pid, "SIGKILL");
}

/** Everything acknowledged is there; then whoever heard nothing calls again, and the chain of the audit is whole. */
async function expectSound(sql: postgres.Sql, calls: readonly MergeCall[]) {
  const aftermath = await readAftermath(sql, calls);
  expect(aftermath).toMatchObject(SOUND);
  expect(aftermath.acknowledged, "the load was under way").toBeGreaterThan(0);
  expect(await readAftermath(sql, await mergeSigned(sql, calls))).toMatchObject({
    lost: [],
    halfMerged: [],
    unlikeAudit: [],
  });
  await sql`select audit.seal()`;
  expect(await sql`select fault from audit.audit_verify()`, "the chain is whole").toEqual([]);
  return aftermath;
}

async function mergeSigned(sql: postgres.Sql, calls: readonly MergeCall[]): Promise<MergeCall[]> {
  const again: MergeCall[] = [];
  for (const { patientId, noteId } of calls) {
    const signed = await sql`select from public.soap_notes where id = ${noteId} and status = 'signed'`;
    if (signed.length === 0) continue;
    await sql.begin((transaction) => transaction`select tests.merge(${noteId}, p_patient_id => ${patientId})`);
    again.push({ patientId, noteId, outcome: "acknowledged" });
  }
  return again;
}

async function serverStart(sql: postgres.Sql): Promise<string> {
  const [row] = await sql`select pg_postmaster_start_time()::text as at`;
  return String(row?.["at"]);
}

/** Waits until a server that recovers takes connections again. */
async function untilConnected(): Promise<void> {
  while ((await withConnection((sql) => sql`select 1`).catch(() => [])).length === 0)
    await setTimeout(POLL_INTERVAL_MS);
}

async function withConnection<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
