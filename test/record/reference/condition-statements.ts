import { icd10Code } from "./icd10-code.ts";
import type { RuleBook } from "./rule-book.ts";
import { type NoteRow, rowsOf, type SignedNote } from "./signed-note.ts";
import { isStated, type Statement } from "./statement.ts";

/** What the rules make of one mention of a condition. */
export interface ConditionFacts {
  /** ICD-10 code without dot, upper case; null for none and for what is no code. */
  readonly code: string | null;
  readonly nameKey: string | null;
  /** Whether the words say it is over; null when the row has no status. */
  readonly ended: boolean | null;
}

/** What the notes say about conditions, history as reported and problems as assessed, keyed by code or else by name. */
export function conditionStatements(notes: readonly SignedNote[], rules: RuleBook): Statement<ConditionFacts>[] {
  return notes.flatMap((note) => {
    const history = rowsOf(note, "subjective_history").filter(({ row }) => row["kind"] === "medical");
    const problems = rowsOf(note, "assessment_problem_list");
    const stated = [
      ...history.map(({ row, place }) => ({ stage: 0 as const, place, fields: historyFields(row) })),
      ...problems.map(({ row, place }) => ({ stage: 1 as const, place, fields: problemFields(row) })),
    ];
    return stated.flatMap(({ stage, place, fields }) => {
      const facts = factsOf(fields, rules);
      if (facts.code === null && rules.denies("conditions", fields.name)) return [];
      const key = facts.code === null ? `name:${facts.nameKey ?? fields.name}` : `icd10:${facts.code}`;
      return [{ key, note, stage, place, fields, facts }];
    });
  });
}

function historyFields(row: NoteRow) {
  return { ...sharedFields(row), name: row["name"] ?? null, onset_date: row["date"] ?? null };
}

function problemFields(row: NoteRow) {
  return { ...sharedFields(row), name: row["diagnosis_name"] ?? null, onset_date: row["onset_date"] ?? null };
}

function sharedFields(row: NoteRow) {
  return {
    icd10: row["icd10_code"] ?? null,
    status: row["status"] ?? null,
    severity: row["severity"] ?? null,
    notes: row["notes"] ?? null,
  };
}

function factsOf(fields: ReturnType<typeof problemFields>, rules: RuleBook): ConditionFacts {
  return {
    code: icd10Code(fields.icd10),
    nameKey: rules.canonical("condition", fields.name),
    // A word nobody knows is no end.
    ended: isStated(fields.status) ? (rules.status("condition_status", fields.status) ?? "active") !== "active" : null,
  };
}
