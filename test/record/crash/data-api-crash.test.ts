import { randomInt, randomUUID } from "node:crypto";
import { mintToken } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultyWay, openFaultyWay } from "../../support/faulty-way.ts";
import { crashRounds } from "./crash-rounds.ts";
import type { MergeCall } from "./merge-load.ts";
import { readAftermath } from "./read-aftermath.ts";
import { type CrashStack, startCrashStack } from "./start-crash-stack.ts";

const CLIENTS = 8;
// A stack of its own: for a proof.
const ROUNDS = crashRounds(0);
const SOUND = { lost: [], halfMerged: [], unlikeRebuild: [], unlikeAudit: [] };

let stack: CrashStack;
let way: FaultyWay;

beforeAll(async () => {
  if (ROUNDS === 0) return;
  stack = await startCrashStack(CLIENTS, "none");
  way = await openFaultyWay(stack.state);
});

afterAll(async () => {
  if (ROUNDS === 0) return;
  await way?.close();
  await stack?.stop();
});

describe.skipIf(ROUNDS === 0)("a Data API that is killed under load", () => {
  test("M30 D11 leaves every acknowledged merge, on record, and no half of one, and a retry is served", async () => {
    const token = await mintToken(stack.rootDir, "dr-amara");
    // It reads the schema at its first call, for longer than a call of ours waits.
    const patientId = stack.state.personas["alice"]?.userId;
    while ((await way.call("get-patient-history", token, { patientId })).status !== 200);
    const total = { acknowledged: 0, indeterminate: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const calls = await loadUntilKilled(token);
      const again = await Promise.all(calls.map((call) => untilAcknowledged(token, call)));
      const aftermath = await readAftermath(stack.sql, calls);
      expect(aftermath).toMatchObject(SOUND);
      expect(aftermath.acknowledged, "the load was under way").toBeGreaterThan(0);
      expect(await readAftermath(stack.sql, again)).toMatchObject(SOUND);
      total.acknowledged += aftermath.acknowledged;
      total.indeterminate += aftermath.indeterminate;
    }
    console.info(`the Data API crashed ${ROUNDS} times, none of ${total.acknowledged} acknowledged merges is`);
    console.info(`missing, half there or off the record; ${total.indeterminate} calls were never answered`);
  });
});

async function loadUntilKilled(token: string): Promise<MergeCall[]> {
  const calls: MergeCall[] = [];
  const killAfter = randomInt(3, 20);
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const clients = Array.from({ length: CLIENTS }, async () => {
    const patientId = randomUUID();
    await stack.sql`select tests.new_patient(${patientId})`;
    while (killed === undefined) {
      const noteId = randomUUID();
      const items = JSON.stringify({ subjective_allergies: [{ allergen: `Allergen ${noteId}` }] });
      await stack.sql`select tests.signed_note(${patientId}, now(), ${items}::text::jsonb, ${noteId})`;
      const call = await merge(token, { patientId, noteId });
      calls.push(call);
      if (call.outcome === "acknowledged" && ++acknowledged === killAfter) killed = way.killDataApi();
    }
  });
  await Promise.all(clients);
  await killed;
  return calls;
}

async function merge(token: string, { patientId, noteId }: Omit<MergeCall, "outcome">): Promise<MergeCall> {
  const answer = await way.call("update-patient-medical-record", token, { soapNoteId: noteId, patientId });
  return { patientId, noteId, outcome: answer.status === 200 ? "acknowledged" : "indeterminate" };
}

// The one that took the place of the killed one answers: it came back before anything is counted.
async function untilAcknowledged(token: string, call: MergeCall): Promise<MergeCall> {
  for (;;) {
    const again = await merge(token, call);
    if (again.outcome === "acknowledged") return again;
  }
}
