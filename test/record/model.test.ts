import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/start-database.ts";
import { findDisagreement } from "./model/find-disagreement.ts";
import { patientHistory } from "./model/history-arbitrary.ts";
import { readRules } from "./model/read-rules.ts";
import { startRecordDatabase } from "./model/start-record-database.ts";
import type { RuleBook } from "./reference/rule-book.ts";
import { inLanes } from "./support/in-lanes.ts";
import { recordRuns } from "./support/record-runs.ts";
import { recordSeed } from "./support/record-seed.ts";

const BATCH = 10;
const LANES = 2;
const REBUILT_BATCHES = 10;

let database: TestDatabase;
let rules: RuleBook;

beforeAll(async () => {
  database = await startRecordDatabase(LANES);
  rules = await readRules(database.sql);
});

afterAll(() => database.stop());

describe("the cumulative record", () => {
  test("M35, M21, laws 2, 3 and 4: of any history is, byte for byte, that of the reference fold and its own rebuild", async () => {
    const count = recordRuns(1000);
    const seed = recordSeed(`${count} histories`);
    const progress = reportProgress(count);
    await inLanes(LANES, Math.ceil(count / BATCH), async (batch) => {
      // Every batch has a seed of its own, so that one history of a hundred thousand is found again at once.
      const sample = { seed: seed + batch, numRuns: Math.min(BATCH, count - batch * BATCH) };
      const histories = fc.sample(patientHistory, sample);
      // What equals the reference equals its rebuild, so that some rebuilds are enough for law 3.
      const isRebuilt = batch % REBUILT_BATCHES === 0;
      const disagreement = await findDisagreement(database.sql, rules, histories, isRebuilt);
      if (disagreement !== null) await shrink(sample.seed, disagreement.index);
      progress(sample.numRuns);
    });
  });
});

// Lives through the one history again and then through ever smaller ones, and fails with the smallest.
async function shrink(seed: number, index: number): Promise<void> {
  const agrees = fc.asyncProperty(patientHistory, async (history) => {
    expect(await findDisagreement(database.sql, rules, [history])).toBeNull();
  });
  await fc.assert(agrees, { seed, path: String(index), numRuns: 1, endOnFailure: false });
  throw new Error(`history ${index} of seed ${seed} disagrees among others and agrees alone`);
}

function reportProgress(total: number): (more: number) => void {
  let done = 0;
  return (more) => {
    const before = done;
    done += more;
    if (Math.floor(done / 1000) > Math.floor(before / 1000)) console.info(`${done} of ${total} histories agree`);
  };
}
