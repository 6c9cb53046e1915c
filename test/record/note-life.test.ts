import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { type LifeStep, liveALife } from "./life/live-a-life.ts";
import { noteContent } from "./model/note-content-arbitrary.ts";
import { recordRuns } from "./support/record-runs.ts";
import { recordSeed } from "./support/record-seed.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const at = fc.nat(11);
const signing = fc.record({
  what: fc.constant("sign" as const),
  day: fc.nat(6),
  content: noteContent,
  merge: fc.boolean(),
});
const happening: fc.Arbitrary<LifeStep> = fc.oneof(
  { arbitrary: signing, weight: 3 },
  { arbitrary: fc.record({ what: fc.constant("retract" as const), at }), weight: 2 },
  {
    arbitrary: fc.record({ what: fc.constant("amend" as const), at, content: noteContent, again: fc.boolean() }),
    weight: 1,
  },
  { arbitrary: fc.record({ what: fc.constant("decide" as const), at }), weight: 2 },
);
const life = fc
  .tuple(fc.array(signing, { minLength: 2, maxLength: 4 }), fc.array(happening, { maxLength: 8 }))
  .map(([first, rest]): LifeStep[] => [...first, ...rest]);

test("laws 3 and 4, M20, M21: whatever is retracted, amended and decided, the record is the fold of what stands, and every version it had can be told", async () => {
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      const { stored, rebuilt, countingNotes, expectedNotes, ...wrong } = await liveALife(database.sql, steps);
      expect(stored).toBe(rebuilt);
      expect(countingNotes).toEqual(expectedNotes);
      expect(JSON.parse(stored)).toMatchObject({ metadata: { source_soap_notes: expectedNotes } });
      expect(wrong).toEqual({ problems: 0, unreproduced: 0, conflictsApart: 0 });
    }),
    { numRuns: recordRuns(8, 100), seed: recordSeed("lives of notes") },
  );
});
