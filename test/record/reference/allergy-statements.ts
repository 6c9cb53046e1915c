import { foldedKey } from "./folded-key.ts";
import type { RuleBook } from "./rule-book.ts";
import { rowsOf, type SignedNote } from "./signed-note.ts";
import type { Statement } from "./statement.ts";

/** What the rules make of one mention of an allergy. */
export interface AllergyFacts {
  /** active, inactive or refuted; a mention without words for it reports the allergy. */
  readonly status: string;
  /** The note's own word for it. */
  readonly word: string | null;
  /** How bad this note says it is. */
  readonly severity: string | null;
}

/** What the notes say about allergies, keyed by allergen; rows that deny allergies are left out. */
export function allergyStatements(notes: readonly SignedNote[], rules: RuleBook): Statement<AllergyFacts>[] {
  return notes.flatMap((note) =>
    rowsOf(note, "subjective_allergies").flatMap(({ row, place }) => {
      const key = allergenKey(row["allergen"] ?? "", rules);
      if (key === null) return [];
      const word = row["status"] ?? null;
      const fields = {
        allergen: row["allergen"] ?? null,
        severity: row["severity"] ?? null,
        reaction: row["reaction"] ?? null,
      };
      const status = rules.status("allergy_status", word) ?? "active";
      const facts = { status, word, severity: row["severity"] ?? null };
      return [{ key, note, stage: 0 as const, place, fields, facts }];
    }),
  );
}

/** @returns identity of an allergen, an unknown word being its own; null when the words deny any */
export function allergenKey(allergen: string, rules: RuleBook): string | null {
  if (rules.denies("allergies", allergen)) return null;
  const substance = (foldedKey(allergen) ?? "").replace(/ (allergy|allergies|intolerance)$/, "");
  return rules.canonical("allergen", substance) ?? allergen;
}
