import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/start-database.ts";
import { compareOutcomes, findDisagreement } from "./model/find-disagreement.ts";
import { type History, relabelled, signedNotes } from "./model/history-arbitrary.ts";
import { liveHistories } from "./model/live-histories.ts";
import { readRules } from "./model/read-rules.ts";
import { startRecordDatabase } from "./model/start-record-database.ts";
import type { RuleBook } from "./reference/rule-book.ts";
import type { SignedNote } from "./reference/signed-note.ts";
import { readRecord } from "./support/read-record.ts";
import { recordSeed } from "./support/record-seed.ts";

const CONNECTIONS = 2;

let database: TestDatabase;
let rules: RuleBook;

beforeAll(async () => {
  database = await startRecordDatabase(CONNECTIONS);
  rules = await readRules(database.sql);
});

afterAll(() => database.stop());

// The reference knows no order of signing or merging: whatever agrees with it in every order is one record.
describe("the order in which notes are signed and merged", () => {
  test("M17, M18, law 2: all 120 orders of five notes make one record", async () => {
    const seed = recordSeed("five notes");
    const [notes = []] = fc.sample(signedNotes(5, 5), { numRuns: 1, seed });
    const histories = permutations(notes).map((order) => inThisOrder(order));
    expect(histories).toHaveLength(120);
    expect(await findDisagreement(database.sql, rules, histories, false)).toBeNull();
  });

  test("M17, M18, law 2: random orders of twelve notes make one record", async () => {
    const count = Number(process.env["RECORD_ORDERS"] ?? 6);
    const seed = recordSeed(`${count} orders of twelve notes`);
    const [notes = []] = fc.sample(signedNotes(12, 12), { numRuns: 1, seed });
    const shuffled = fc.shuffledSubarray([...notes], { minLength: 12 });
    const histories = fc.sample(shuffled, { numRuns: count, seed }).map((order) => inThisOrder(order));
    expect(await findDisagreement(database.sql, rules, histories, false)).toBeNull();
  });

  test.each([
    ["E11, E11.9 and E11.65", ["E11", "E11.9", "E11.65"], 3],
    ["E11 and E11.9", ["E11", "E11.9"], 1],
    ["J45, J45.9 and J45.901", ["J45", "J45.9", "J45.901"], 1],
    ["E10, E11.9 and no code", ["E10", "E11.9", null], 3],
  ])("M09, M18: %s make one record in every order", async (_name, codes, entries) => {
    const notes = codes.map((icd10_code, index) => ({
      id: randomUUID(),
      encounterId: randomUUID(),
      encounterAt: `2026-01-1${index}T10:00:00Z`,
      signedBy: "a0000000-0000-4000-8000-000000000001",
      listStates: {},
      rows: { assessment_problem_list: [{ diagnosis_name: "Diabetes", icd10_code }] },
    }));
    const histories = permutations(notes).map(inThisOrder);
    const outcomes = await liveHistories(database.sql, histories);
    expect(compareOutcomes(rules, histories, outcomes)).toBeNull();
    for (const { stored } of outcomes) expect(readRecord(stored).conditions).toHaveLength(entries);
  });
});

// One note a wave; after every other wave somebody merges, so that notes come alone and in company.
function inThisOrder(order: readonly SignedNote[]): History {
  return {
    notes: relabelled(order, randomUUID()).map((note, wave) => ({ note, wave })),
    mergeAfterWave: order.map((_, wave) => wave % 2 === 0),
  };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
