import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { mintToken } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { crashRounds } from "./crash-rounds.ts";
import type { MergeCall } from "./merge-load.ts";
import { readAftermath } from "./read-aftermath.ts";
import { type CrashStack, startCrashStack } from "./start-crash-stack.ts";

const SLUG = "update-patient-medical-record";
const CLIENTS = 8;
// A stack of its own and a second boot of the function: for a proof.
const ROUNDS = crashRounds(0);
const POLL_INTERVAL_MS = 20;
const Processes = z.array(z.object({ name: z.string(), identity: z.string() }));
const MergeAnswer = z.object({ success: z.literal(true), data: z.object({ soapNoteId: z.uuid() }) });

let stack: CrashStack;

beforeAll(async () => {
  if (ROUNDS === 0) return;
  stack = await startCrashStack(CLIENTS);
});

afterAll(async () => {
  if (ROUNDS === 0) return;
  await stack?.stop();
});

describe.skipIf(ROUNDS === 0)("a function process that is killed under load", () => {
  test("M30 M31 D13 leaves every acknowledged merge and no half of one, and a retry is served", async () => {
    const total = { acknowledged: 0, indeterminate: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const killed = await functionPid();
      const calls = await loadUntilKilled();
      await functionIsBack(killed);

      const aftermath = await readAftermath(stack.sql, calls);
      expect(aftermath).toMatchObject({ lost: [], halfMerged: [], unlikeRebuild: [], unlikeAudit: [] });
      expect(aftermath.acknowledged, "the load was under way").toBeGreaterThan(0);
      const again: MergeCall[] = await Promise.all(calls.map(merge));
      expect(again.filter(({ outcome }) => outcome === "indeterminate")).toEqual([]);
      expect(await readAftermath(stack.sql, again)).toMatchObject({
        lost: [],
        halfMerged: [],
        unlikeRebuild: [],
        unlikeAudit: [],
      });
      total.acknowledged += aftermath.acknowledged;
      total.indeterminate += aftermath.indeterminate;
    }
    console.info(`the function crashed ${ROUNDS} times, none of ${total.acknowledged} acknowledged merges is`);
    console.info(`missing or half there; ${total.indeterminate} calls were never answered`);
  });
});

async function loadUntilKilled(): Promise<MergeCall[]> {
  const patientId = randomUUID();
  await stack.sql`select tests.new_patient(${patientId})`;
  const calls: MergeCall[] = [];
  const killAfter = randomInt(3, 20);
  let acknowledged = 0;
  const clients = Array.from({ length: CLIENTS }, async () => {
    for (let outcome: MergeCall["outcome"] = "acknowledged"; outcome === "acknowledged"; ) {
      const call = await merge({ patientId, noteId: await signNote(patientId) });
      calls.push(call);
      outcome = call.outcome;
      if (outcome === "acknowledged" && ++acknowledged === killAfter) process.kill(await functionPid(), "SIGKILL");
    }
  });
  await Promise.all(clients);
  return calls;
}

async function signNote(patientId: string): Promise<string> {
  const noteId = randomUUID();
  const items = JSON.stringify({ subjective_allergies: [{ allergen: `Allergen ${noteId}` }] });
  await stack.sql`select tests.signed_note(${patientId}, now(), ${items}::text::jsonb, ${noteId})`;
  return noteId;
}

// As the app calls it. Whatever is no answer of the function leaves open what became of the merge.
async function merge({ patientId, noteId }: Omit<MergeCall, "outcome">): Promise<MergeCall> {
  const { apiUrl, publishableKey } = stack.state;
  const response = await fetch(`${apiUrl}/functions/v1/${SLUG}`, {
    method: "POST",
    headers: {
      apikey: publishableKey,
      authorization: `Bearer ${publishableKey}`,
      "x-firebase-token": await mintToken(stack.rootDir, "dr-amara"),
      "content-type": "application/json",
    },
    body: JSON.stringify({ soapNoteId: noteId, patientId }),
  }).catch(() => null);
  const body: unknown = await response?.json().catch(() => null);
  const outcome = MergeAnswer.safeParse(body).success ? "acknowledged" : "indeterminate";
  return { patientId, noteId, outcome };
}

async function functionPid(): Promise<number> {
  const processes = Processes.parse(JSON.parse(await readFile(join(stack.rootDir, ".stack/processes.json"), "utf8")));
  const identity = processes.findLast(({ name }) => name === SLUG)?.identity;
  if (identity === undefined) throw new Error(`${SLUG} is not running`);
  return Number.parseInt(identity, 10);
}

// Another process than the one that was killed, and it answers.
async function functionIsBack(killed: number): Promise<void> {
  const isBack = async () => {
    if ((await functionPid().catch(() => killed)) === killed) return false;
    const response = await fetch(`${stack.state.apiUrl}/functions/v1/${SLUG}/health`).catch(() => null);
    await response?.body?.cancel();
    return response?.ok === true;
  };
  while (!(await isBack())) await setTimeout(POLL_INTERVAL_MS);
}
