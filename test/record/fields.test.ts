import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/start-database.ts";
import { compareOutcomes } from "./model/find-disagreement.ts";
import type { History } from "./model/history-arbitrary.ts";
import { liveHistories } from "./model/live-histories.ts";
import { readRules } from "./model/read-rules.ts";
import { startRecordDatabase } from "./model/start-record-database.ts";
import type { NoteRow, NoteTable, SignedNote } from "./reference/signed-note.ts";

interface FullRow {
  readonly table: NoteTable;
  readonly row: NoteRow;
  /** Columns that may be null, and of those the ones that may not be empty: enumerations and times. */
  readonly nullable: readonly string[];
  readonly coded: readonly string[];
}

const SHARED = { status: "active", notes: "at goal" };
const MEDICATION = {
  medication_name: "Methotrexate",
  ...{ dose: "15 mg", frequency: "weekly", route: "oral", duration: "12 weeks", indication: "arthritis" },
  ...{ status: "active", rxnorm_code: "6851" },
};
const MEDICATION_NULLS = ["dose", "frequency", "route", "duration", "indication", "status", "rxnorm_code"];
const HISTORY_NULLS = ["icd10_code", "status", "severity", "date", "relationship", "age_of_onset", "surgeon", "notes"];

function history(kind: string, name: string): FullRow {
  const detail = { icd10_code: "J45", severity: "mild", date: "2019", relationship: "mother", age_of_onset: "42" };
  const row = { kind, name, ...SHARED, ...detail, surgeon: "Dr. Example" };
  return { table: "subjective_history", row, nullable: HISTORY_NULLS, coded: ["severity"] };
}

const FULL_ROWS: readonly FullRow[] = [
  history("medical", "Asthma"),
  history("surgical", "Appendectomy"),
  history("family", "Diabetes"),
  history("social", "Smoking"),
  { table: "subjective_medications", row: MEDICATION, nullable: MEDICATION_NULLS, coded: [] },
  { table: "plan_medication", row: MEDICATION, nullable: MEDICATION_NULLS, coded: [] },
  {
    table: "subjective_allergies",
    row: { allergen: "Penicillin", reaction: "rash", severity: "severe", status: "active" },
    nullable: ["reaction", "severity", "status"],
    coded: ["severity"],
  },
  {
    table: "assessment_problem_list",
    row: { diagnosis_name: "Hypertension", icd10_code: "I10", severity: "moderate", onset_date: "2020", ...SHARED },
    nullable: ["icd10_code", "status", "severity", "onset_date", "notes"],
    coded: ["severity"],
  },
  {
    table: "objective_vital_signs",
    row: { vital_name: "BP", vital_value: "128/82", unit: "mm[Hg]", loinc_code: "85354-9", measured_at: null },
    nullable: ["unit", "loinc_code"],
    coded: [],
  },
];

const ABSENCES = ["null", "absent", "empty"] as const;
const CASES = FULL_ROWS.flatMap((full) =>
  full.nullable.flatMap((column) =>
    ABSENCES.filter((absence) => absence !== "empty" || !full.coded.includes(column)).map((absence) => ({
      table: full.table,
      row: full.row,
      later: without(full.row, column, absence),
      label: [full.table, full.row["kind"], column, absence].join(" "),
    })),
  ),
);

let database: TestDatabase;

beforeAll(async () => {
  database = await startRecordDatabase();
});

afterAll(() => database.stop());

describe("a later note that leaves one field null, absent or empty", () => {
  test("M02, M04: erases no value of the item, and makes the record the reference makes of it", async () => {
    const before = await liveHistories(
      database.sql,
      FULL_ROWS.map(({ table, row }) => historyOf(note(table, row, 10))),
    );
    const stated = new Map(FULL_ROWS.map(({ row }, index) => [row, statedValues(before[index]?.stored ?? "{}")]));
    const histories = CASES.map(({ table, row, later }) => historyOf(note(table, row, 10), note(table, later, 11)));
    const after = await liveHistories(database.sql, histories, false);

    const lost = CASES.flatMap(({ label, row }, index) => {
      const kept = new Set(statedValues(after[index]?.stored ?? "{}"));
      return (stated.get(row) ?? []).flatMap((value) => (kept.has(value) ? [] : [`${label}: ${value}`]));
    });
    expect(lost).toEqual([]);
    const disagreement = compareOutcomes(await readRules(database.sql), histories, after);
    expect(disagreement && { case: CASES[disagreement.index]?.label, ...disagreement }).toBeNull();
  });
});

function without(row: NoteRow, column: string, absence: (typeof ABSENCES)[number]): NoteRow {
  const { [column]: _left, ...rest } = row;
  if (absence === "absent") return rest;
  return { ...rest, [column]: absence === "null" ? null : "" };
}

function note(table: NoteTable, row: NoteRow, day: number): SignedNote {
  return {
    id: randomUUID(),
    encounterId: randomUUID(),
    encounterAt: `2026-01-${day}T10:00:00Z`,
    signedBy: "a0000000-0000-4000-8000-000000000001",
    listStates: {},
    rows: { [table]: [row] },
  };
}

function historyOf(...notes: readonly SignedNote[]): History {
  return { notes: notes.map((signed, wave) => ({ note: signed, wave })), mergeAfterWave: notes.map(() => true) };
}

// "allergies 1 severity severe": what each item says, without where it comes from.
function statedValues(record: string): string[] {
  const sections: Record<string, unknown> = JSON.parse(record);
  const lists = ["conditions", "medications", "allergies", "surgical_history", "family_history"];
  const objects = ["social_history", "vital_trends"];
  return [...lists, ...objects].flatMap((section) => {
    const items: unknown[] = Object.values(sections[section] ?? {});
    return items.flatMap((item, index) =>
      Object.entries(item ?? {}).flatMap(([field, value]) =>
        typeof value === "string" && field !== "last_updated" && field !== "added_from_soap_note_id"
          ? [`${section} ${index} ${field} ${value}`]
          : [],
      ),
    );
  });
}
