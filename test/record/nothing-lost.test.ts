import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/start-database.ts";
import { type History, patientHistory } from "./model/history-arbitrary.ts";
import { liveHistories } from "./model/live-histories.ts";
import { startRecordDatabase } from "./model/start-record-database.ts";
import { NOTE_TABLES, type NoteRow, type NoteTable, type SignedNote } from "./reference/signed-note.ts";
import { type RecordLists, readRecord } from "./support/read-record.ts";
import { recordRuns } from "./support/record-runs.ts";
import { recordSeed } from "./support/record-seed.ts";

const STATED_FIELDS = {
  conditions: ["name", "icd10", "status", "severity", "onset_date", "notes"],
  medications: ["name", "dose", "frequency", "route", "duration", "indication", "status", "rxnorm_code"],
  allergies: ["allergen", "severity"],
} as const;
const LISTS = ["conditions", "medications", "allergies"] as const;
const LIST_OF: Partial<Record<NoteTable, (typeof LISTS)[number]>> = {
  assessment_problem_list: "conditions",
  subjective_medications: "medications",
  plan_medication: "medications",
  subjective_allergies: "allergies",
};
const IDENTITY = new Set(["diagnosis_name", "icd10_code", "allergen", "medication_name", "route"]);
// What was only considered is no medication, and a denial is no item.
const NO_ITEM = /^(considered|NKDA|none|no known problems|no current medications)$/;

let database: TestDatabase;
let histories: History[];
let records: RecordLists[];

beforeAll(async () => {
  database = await startRecordDatabase();
  histories = randomHistories();
  records = await recordsOf(histories);
});

afterAll(() => database.stop());

// Promises that need no second fold to check: whoever breaks one finds it here in plain words.
describe("the cumulative record", () => {
  test("law 6: shows no value that no note states", () => {
    for (const [index, record] of records.entries()) {
      const stated = new Set(rowsOf(histories[index]).flatMap(({ row }) => Object.values(row)));
      for (const list of LISTS) {
        for (const item of record[list]) {
          for (const field of STATED_FIELDS[list]) expect([...stated, null]).toContain(item[field]);
        }
      }
      const words = [...stated].join("; ");
      for (const { reactions } of record.allergies) {
        for (const { reaction } of reactions) expect(words).toContain(reaction);
      }
    }
  });

  test("law 6, M02: a later note that knows nothing more erases nothing", async () => {
    const after = await recordsOf(histories.map(withBlankCopies));
    for (const [index, record] of records.entries()) {
      for (const list of LISTS) {
        for (const item of record[list]) {
          const kept = after[index]?.[list].find(({ id }) => id === item.id);
          for (const field of STATED_FIELDS[list]) {
            if (item[field] !== null) expect(kept?.[field], `${list} ${field}`).not.toBeNull();
          }
        }
      }
    }
  });

  test("law 7: every row of every note has its item", () => {
    for (const [index, record] of records.entries()) {
      for (const { noteId, table, row } of rowsOf(histories[index])) {
        const list = LIST_OF[table];
        if (list === undefined || Object.values(row).some((value) => value !== null && NO_ITEM.test(value))) continue;
        expect(record[list].flatMap(({ provenance }) => provenance.source_notes)).toContain(noteId);
      }
    }
  });

  test("law 7, M27: two hundred entries of each list are all there", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `Entry number ${index}`);
    const rows = {
      assessment_problem_list: names.map((diagnosis_name) => ({ diagnosis_name })),
      plan_medication: names.map((medication_name) => ({ medication_name })),
      subjective_allergies: names.map((allergen) => ({ allergen })),
    };
    const [record] = await recordsOf([oneNote({ ...emptyNote("2026-01-10T10:00:00Z"), rows })]);
    expect(LISTS.map((list) => record?.[list].length)).toEqual([200, 200, 200]);
  });
});

// None is retracted, so that every word of every note must be found.
function randomHistories(): History[] {
  const numRuns = recordRuns(40, 400);
  const sample = fc.sample(patientHistory, { numRuns, seed: recordSeed(`${numRuns} histories`) });
  return sample.map(({ notes, mergeAfterWave }) => ({
    notes: notes.map(({ note, wave }) => ({ note, wave })),
    mergeAfterWave,
  }));
}

async function recordsOf(histories: readonly History[]): Promise<RecordLists[]> {
  return (await liveHistories(database.sql, histories, false)).map(({ stored }) => readRecord(stored));
}

function rowsOf(history: History | undefined): { noteId: string; table: NoteTable; row: NoteRow }[] {
  return (history?.notes ?? []).flatMap(({ note }) =>
    tablesOf(note).flatMap(([table, rows]) => rows.map((row) => ({ noteId: note.id, table, row }))),
  );
}

function tablesOf({ rows }: SignedNote): [NoteTable, readonly NoteRow[]][] {
  return NOTE_TABLES.map((table) => [table, rows[table] ?? []]);
}

// Every note once more on a later day, with every column null that does not say what the row is about.
function withBlankCopies({ notes, mergeAfterWave }: History): History {
  const blank = (row: NoteRow) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, IDENTITY.has(column) ? value : null]));
  const copies = notes.map(({ note }) => ({
    note: {
      ...emptyNote(note.encounterAt.replace("2026-01", "2026-02")),
      rows: Object.fromEntries(
        tablesOf(note).map(([table, rows]) => [table, table in LIST_OF ? rows.filter(isNoProposal).map(blank) : []]),
      ),
    },
    wave: mergeAfterWave.length,
  }));
  return { notes: [...notes, ...copies], mergeAfterWave };
}

// Without its status a proposal would be a prescription.
function isNoProposal(row: NoteRow): boolean {
  return row["status"] !== "considered";
}

function emptyNote(encounterAt: string): SignedNote {
  const signedBy = "a0000000-0000-4000-8000-000000000001";
  return { id: randomUUID(), encounterId: randomUUID(), encounterAt, signedBy, listStates: {}, rows: {} };
}

function oneNote(note: SignedNote): History {
  return { notes: [{ note, wave: 0 }], mergeAfterWave: [true] };
}
