import { randomInt, randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crashRounds } from "./crash-rounds.ts";
import { type KillablePostgres, startKillablePostgres } from "./killable-postgres.ts";
import { type MergeCall, startMergeLoad } from "./merge-load.ts";
import { readAftermath } from "./read-aftermath.ts";

const CLIENTS = 4;
const ROUNDS = crashRounds(3);
const PATIENTS = 3;

let server: KillablePostgres;

beforeAll(async () => {
  server = await startKillablePostgres();
});

afterAll(() => server.stop());

describe("a database that is killed under load", () => {
  test("M29 D11 has every merge it acknowledged and no half of one, and its audit says the same", async () => {
    const total = { acknowledged: 0, indeterminate: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { calls, startedAt } = await loadUntilKilled();
      await server.restart();
      await withConnection(async (sql) => {
        expect(await serverStart(sql), "another server answers now").not.toBe(startedAt);
        const aftermath = await readAftermath(sql, calls);
        expect(aftermath).toMatchObject({ lost: [], halfMerged: [], unlikeRebuild: [], unlikeAudit: [] });
        expect(aftermath.acknowledged, "the load was under way").toBeGreaterThan(0);
        // Whoever heard nothing calls again.
        expect(await readAftermath(sql, await mergeSigned(sql, calls))).toMatchObject({
          lost: [],
          halfMerged: [],
          unlikeAudit: [],
        });
        await sql`select audit.seal()`;
        expect(await sql`select fault from audit.audit_verify()`, "the chain is whole").toEqual([]);
        total.acknowledged += aftermath.acknowledged;
        total.indeterminate += aftermath.indeterminate;
      });
    }
    console.info(`the database crashed ${ROUNDS} times, none of ${total.acknowledged} acknowledged merges is`);
    console.info(`missing or half there; ${total.indeterminate} calls were never answered`);
  });
});

async function loadUntilKilled(): Promise<{ calls: readonly MergeCall[]; startedAt: string }> {
  const patientIds = Array.from({ length: PATIENTS }, () => randomUUID());
  const startedAt = await withConnection(async (sql) => {
    for (const id of patientIds) await sql`select tests.new_patient(${id})`;
    return await serverStart(sql);
  });
  const load = startMergeLoad(server.url, patientIds, CLIENTS);
  // At another moment of the load each time, and in the midst of merges: the clients never pause.
  await load.reached(randomInt(3, 20));
  await server.kill();
  return { calls: await load.ended, startedAt };
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

async function withConnection<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
