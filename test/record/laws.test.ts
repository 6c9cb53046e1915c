import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { syntheticNote } from "./note-arbitrary.ts";
import { asStory, liveThrough } from "./story.ts";
import { recordRuns } from "./support/record-runs.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const notes = (max: number) => fc.array(syntheticNote, { minLength: 1, maxLength: max });

describe("the cumulative record", () => {
  test("law 2, M17, M18: any order of signing and merging gives the same bytes", async () => {
    const shuffled = notes(5).chain((list) => {
      const story = asStory(list);
      const step = fc.shuffledSubarray(story, { minLength: story.length, maxLength: story.length });
      return fc.record({
        story: fc.constant(story),
        order: step,
        merges: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      });
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ story, order, merges }) => {
        const inOrder = await liveThrough(
          database.sql,
          story.map((note) => ({ note, merge: true })),
        );
        const inAnyOrder = await liveThrough(
          database.sql,
          order.map((note, index) => ({ note, merge: merges[index] === true })),
        );
        expect(inAnyOrder.stored).toBe(inOrder.stored);
        expect(inAnyOrder.merges).toBe(story.length);
      }),
      { numRuns: recordRuns(15) },
    );
  });

  test("law 1, M11: merging every note twice changes neither record nor ledger", async () => {
    await fc.assert(
      fc.asyncProperty(notes(4), async (list) => {
        const once = asStory(list).map((note) => ({ note, merge: true }));
        const single = await liveThrough(database.sql, once);
        const repeated = await liveThrough(database.sql, once, 2);
        expect(repeated).toEqual(single);
      }),
      { numRuns: recordRuns(8) },
    );
  });

  test("law 3, M34: after any history the stored record equals a rebuild from the tables", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(syntheticNote, fc.boolean()), { minLength: 1, maxLength: 8 }),
        async (history) => {
          const story = asStory(history.map(([note]) => note));
          const steps = story.map((note, index) => ({ note, merge: history[index]?.[1] === true }));
          const { stored, rebuilt } = await liveThrough(database.sql, steps);
          expect(stored).toBe(rebuilt);
        },
      ),
      { numRuns: recordRuns(15) },
    );
  });

  test("M18: all orders of four notes, in a proof of five, give one record", async () => {
    const [first, ...rest] = fc.sample(syntheticNote, { numRuns: recordRuns(1) > 1 ? 5 : 4, seed: 20_260_110 });
    if (first === undefined) throw new Error("no note was generated");
    const story = asStory([first, ...rest]);
    const records = new Set<string>();
    for (const order of permutations(story)) {
      // Every other note waits for the next merge, as notes do whose merge call never came.
      const steps = order.map((note, index) => ({ note, merge: index % 2 === 0 }));
      records.add((await liveThrough(database.sql, steps)).stored);
    }
    expect(records.size).toBe(1);
  });

  test.each([
    ["E11, E11.9 and E11.65", ["E11", "E11.9", "E11.65"], 3],
    ["E11 and E11.9", ["E11", "E11.9"], 1],
    ["J45 and J45.901", ["J45", "J45.901"], 1],
  ])("%s give the same record in every order", async (_name, codes, entries) => {
    const story = asStory(
      codes.map((icd10_code, day) => ({
        day,
        items: { assessment_problem_list: [{ diagnosis_name: "As coded", icd10_code }] },
      })),
    );
    const records = new Set<string>();
    for (const order of permutations(story)) {
      records.add(
        (
          await liveThrough(
            database.sql,
            order.map((note) => ({ note, merge: true })),
          )
        ).stored,
      );
    }
    expect(records.size).toBe(1);
    expect(JSON.parse([...records][0] ?? "{}")).toMatchObject({ conditions: { length: entries } });
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
