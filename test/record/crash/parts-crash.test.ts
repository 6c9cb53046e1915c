import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crashRounds } from "./crash-rounds.ts";
import type { MergeCall } from "./merge-load.ts";
import { readAftermath } from "./read-aftermath.ts";
import { type CrashWay, type Part, type SignedNote, startCrashWay } from "./start-crash-way.ts";

const CLIENTS = 4;
const PATIENTS = 2;
const NOTES_OF_EACH = 10;
const ROUNDS = crashRounds(3);
const SOUND = { lost: [], halfMerged: [], unlikeRebuild: [], unlikeAudit: [] };

let way: CrashWay;

beforeAll(async () => {
  way = await startCrashWay();
});

afterAll(() => way?.stop());

const PARTS: [id: string, part: Part][] = [
  ["M30 M31 D13 a function", "function"],
  ["M30 D11 a Data API", "Data API"],
];

test.each(PARTS)(
  "%s killed under load leaves every acknowledged merge, on record, and no half of one",
  async (_, part) => {
    const total = { acknowledged: 0, indeterminate: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const calls = await loadUntilKilled(part);
      await way.replace(part);
      // The one that took the place of the killed one answers, about another note, before anything is counted.
      for (const note of await way.sign(1)) await untilAcknowledged(note);
      const aftermath = await readAftermath(way.sql, calls);
      expect(aftermath).toMatchObject(SOUND);
      expect(aftermath.acknowledged, "the load was under way").toBeGreaterThan(0);
      const again = await Promise.all(calls.map(untilAcknowledged));
      expect(await readAftermath(way.sql, again)).toMatchObject(SOUND);
      total.acknowledged += aftermath.acknowledged;
      total.indeterminate += aftermath.indeterminate;
    }
    console.info(`the ${part} crashed ${ROUNDS} times, none of ${total.acknowledged} acknowledged merges is`);
    console.info(`missing, half there or off the record; ${total.indeterminate} calls were never answered`);
  },
);

/** Clients that merge without a pause, often the same patient's notes, until the part is gone in the midst of it. */
async function loadUntilKilled(part: Part): Promise<MergeCall[]> {
  const notes = (await Promise.all(Array.from({ length: PATIENTS }, () => way.sign(NOTES_OF_EACH)))).flat().values();
  const killAfter = randomInt(2, (PATIENTS * NOTES_OF_EACH) / 2);
  const calls: MergeCall[] = [];
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const client = async () => {
    for (const note of notes) {
      const call = await way.merge(note);
      calls.push(call);
      if (call.outcome === "acknowledged" && ++acknowledged === killAfter) killed = way.kill(part);
      if (killed !== undefined) return;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await killed;
  return calls;
}

async function untilAcknowledged(note: SignedNote): Promise<MergeCall> {
  for (;;) {
    const call = await way.merge(note);
    if (call.outcome === "acknowledged") return call;
  }
}
