import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { syntheticNote } from "./note-arbitrary.ts";
import { type RecordLists, readRecord } from "./read-record.ts";
import { asStory, liveThrough, type StoryNote } from "./story.ts";
import { recordRuns } from "./support/record-runs.ts";

const STATED_FIELDS = {
  conditions: ["name", "icd10", "status", "severity", "onset_date", "notes"],
  medications: ["name", "dose", "frequency", "route", "duration", "indication", "status", "rxnorm_code"],
  allergies: ["allergen", "severity"],
} as const;
const LISTS = ["conditions", "medications", "allergies"] as const;
const IDENTITY_COLUMNS = new Set([
  "diagnosis_name",
  "icd10_code",
  "allergen",
  "medication_name",
  "route",
  "kind",
  "name",
]);

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

const recordOf = async (story: readonly StoryNote[]): Promise<RecordLists> =>
  readRecord(
    (
      await liveThrough(
        database.sql,
        story.map((note) => ({ note, merge: false })),
      )
    ).stored,
  );

const stories = fc.array(syntheticNote, { minLength: 1, maxLength: 4 }).map(asStory);

describe("the cumulative record", () => {
  test("law 6: shows no value that no note states", async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const stated = new Set(story.flatMap((note) => rowsOf(note).flatMap(([, row]) => Object.values(row))));
        const record = await recordOf(story);
        for (const list of LISTS) {
          for (const item of record[list]) {
            for (const field of STATED_FIELDS[list]) expect([...stated, null]).toContain(item[field]);
          }
        }
        for (const { reactions } of record.allergies) {
          for (const { reaction } of reactions) expect(stated).toContain(reaction);
        }
      }),
      { numRuns: recordRuns(15) },
    );
  });

  test("law 6, M02: a later note that knows nothing more erases nothing", async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const before = await recordOf(story);
        const after = await recordOf([...story, ...story.map(blankCopy)]);
        for (const list of LISTS) {
          for (const item of before[list]) {
            const kept = after[list].find(({ id }) => id === item.id);
            for (const field of STATED_FIELDS[list]) {
              if (item[field] !== null) expect(kept?.[field], `${list} ${field}`).not.toBeNull();
            }
          }
        }
      }),
      { numRuns: recordRuns(15) },
    );
  });

  test("law 7: every row of every note has its item", async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const record = await recordOf(story);
        const sources = (list: (typeof LISTS)[number]) =>
          record[list].flatMap(({ provenance }) => provenance.source_notes);
        const allergens = story.flatMap((note) =>
          rowsOf(note).flatMap(([, row]) => canonicalAllergen(row["allergen"]) ?? []),
        );
        expect(record.allergies).toHaveLength(new Set(allergens).size);
        for (const note of story) {
          for (const [table, row] of rowsOf(note)) {
            if (table === "assessment_problem_list") expect(sources("conditions")).toContain(note.id);
            if (table.endsWith("medication") && !isProposal(row)) expect(sources("medications")).toContain(note.id);
          }
        }
      }),
      { numRuns: recordRuns(15) },
    );
  });

  test("law 7, M27: two hundred entries of each list are all there", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `Entry number ${index}`);
    const items = {
      assessment_problem_list: names.map((diagnosis_name) => ({ diagnosis_name })),
      plan_medication: names.map((medication_name) => ({ medication_name })),
      subjective_allergies: names.map((allergen) => ({ allergen })),
    };
    const record = await recordOf(asStory([{ day: 0, items }]));
    expect(LISTS.map((list) => record[list].length)).toEqual([200, 200, 200]);
  });
});

type Row = Readonly<Record<string, string | null>>;

function rowsOf(note: StoryNote): [table: string, row: Row][] {
  return Object.entries(note.items).flatMap(([table, rows]) =>
    Array.isArray(rows) ? rows.map((row: Row): [string, Row] => [table, row]) : [],
  );
}

// The same rows on a later day, with every column null that does not say what the row is about.
function blankCopy(note: StoryNote): StoryNote {
  const blank = (row: Row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, IDENTITY_COLUMNS.has(column) ? value : null]),
    );
  const tables = ["assessment_problem_list", "subjective_allergies", "subjective_medications", "plan_medication"];
  const items = Object.fromEntries(
    tables.map((table) => [
      table,
      rowsOf(note).flatMap(([owner, row]) => (owner === table && !isProposal(row) ? [blank(row)] : [])),
    ]),
  );
  const [copy] = asStory([{ day: note.day + 10, items }]);
  if (copy === undefined) throw new Error("a story of one note has one note");
  return copy;
}

function isProposal(row: Row): boolean {
  return row["status"] === "considered" || row["status"] === "refused";
}

function canonicalAllergen(allergen: string | null | undefined): string | null {
  if (allergen === null || allergen === undefined || allergen === "NKDA") return null;
  const key = allergen.trim().toLowerCase();
  return ["pcn", "penicillins"].includes(key) ? "penicillin" : key;
}
