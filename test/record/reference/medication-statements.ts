import { readDrugName } from "./drug-name.ts";
import type { RuleBook } from "./rule-book.ts";
import { rowsOf, type SignedNote } from "./signed-note.ts";
import { isStated, type Statement } from "./statement.ts";
import { valueKey } from "./value-key.ts";

/** What the rules make of one mention of a medication. */
export interface MedicationFacts {
  readonly route: string | null;
  /** active, on_hold, discontinued …; null when the row has no status. */
  readonly activity: string | null;
  readonly dose: string | null;
  readonly frequency: string | null;
  /** Items it could be about when that is open. */
  readonly candidates: readonly string[];
}

export type MedicationStatement = Statement<MedicationFacts>;

const STAGES = [
  [0, "subjective_medications"],
  [1, "plan_medication"],
] as const;
const FIELDS = ["dose", "frequency", "route", "duration", "indication", "status", "rxnorm_code"];

/** What the notes say about medications, keyed by ingredient; proposals, refusals and denials are left out. */
export function medicationStatements(notes: readonly SignedNote[], rules: RuleBook): MedicationStatement[] {
  return notes.flatMap((note) =>
    STAGES.flatMap(([stage, table]) =>
      rowsOf(note, table).flatMap(({ row, place }) => {
        const name = row["medication_name"] ?? "";
        const meaning = rules.status("medication_status", row["status"]);
        if (meaning === "proposed" || rules.denies("medications", name)) return [];
        const drug = readDrugName(name, rules);
        const facts = {
          route: valueKey("route", row["route"], rules) ?? drug.route,
          activity: isStated(row["status"]) ? (meaning ?? "active") : null,
          dose: valueKey("dose", row["dose"], rules),
          frequency: valueKey("frequency", row["frequency"], rules),
          candidates: [],
        };
        const fields = { name, ...Object.fromEntries(FIELDS.map((field) => [field, row[field] ?? null])) };
        return [{ key: drug.ingredient, note, stage, place, fields, facts }];
      }),
    ),
  );
}
