import { type FoldedItem, foldItems } from "./fold-items.ts";
import type { JsonObject } from "./json.ts";
import type { RuleBook } from "./rule-book.ts";
import { rowsOf, type SignedNote } from "./signed-note.ts";
import type { Statement } from "./statement.ts";

const FIELDS = ["name", "icd10_code", "status", "severity", "date", "relationship", "age_of_onset", "surgeon", "notes"];

/** Surgical history: the same procedure on two dates is two; one without a date joins the only one that has one. */
export function foldSurgicalHistory(notes: readonly SignedNote[], rules: RuleBook): JsonObject[] {
  const stated = historyStatements(notes, "surgical", "procedure", rules);
  return foldItems("surgical_history", joinBlank(stated, "date", rules), rules).map((folded) =>
    rename(folded, "procedure", ["date", "surgeon", "notes"]),
  );
}

/** Family history: the same condition in two relatives is two; one without a relative joins the only one that has one. */
export function foldFamilyHistory(notes: readonly SignedNote[], rules: RuleBook): JsonObject[] {
  const stated = historyStatements(notes, "family", "condition", rules);
  return foldItems("family_history", joinBlank(stated, "relationship", rules), rules).map((folded) =>
    rename(folded, "condition", ["relationship", "age_of_onset", "notes"]),
  );
}

/** Social history by topic. */
export function foldSocialHistory(notes: readonly SignedNote[], rules: RuleBook): JsonObject {
  const stated = historyStatements(notes, "social", "social_topic", rules);
  return Object.fromEntries(
    foldItems("social_history", stated, rules).map((folded) => [
      folded.key.replaceAll(" ", "_"),
      rename(folded, "topic", ["status", "date", "notes"]),
    ]),
  );
}

function rename({ item }: FoldedItem<Statement>, nameField: string, shownFields: readonly string[]): JsonObject {
  const { name, ...rest } = item;
  const blanks = Object.fromEntries(shownFields.map((field) => [field, null]));
  return { ...blanks, ...rest, [nameField]: name ?? null };
}

function historyStatements(
  notes: readonly SignedNote[],
  kind: string,
  synonyms: string,
  rules: RuleBook,
): Statement<null>[] {
  return notes.flatMap((note) =>
    rowsOf(note, "subjective_history").flatMap(({ row, place }) => {
      const name = row["name"] ?? "";
      if (row["kind"] !== kind || rules.denies("", name)) return [];
      const fields = Object.fromEntries(FIELDS.map((field) => [field, row[field] ?? null]));
      // Topics become keys of an object in the record, where a space is written as "_".
      const words = name.replaceAll("_", " ");
      return [{ key: rules.canonical(synonyms, words) ?? name, note, stage: 0 as const, place, fields, facts: null }];
    }),
  );
}

// Makes a field part of the identity: a blank joins the one value that is known, and stands alone when there are several.
function joinBlank(statements: readonly Statement<null>[], field: string, rules: RuleBook): Statement<null>[] {
  const known = Map.groupBy(statements, ({ key }) => key);
  const detailOf = ({ fields }: Statement) => rules.canonical(field, fields[field]);
  return statements.map((statement) => {
    const details = new Set((known.get(statement.key) ?? []).flatMap((other) => detailOf(other) ?? []));
    const [only = ""] = details;
    const detail = detailOf(statement) ?? (details.size === 1 ? only : "");
    return { ...statement, key: `${statement.key}|${detail}` };
  });
}
