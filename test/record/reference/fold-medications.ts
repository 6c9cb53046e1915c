import type { FieldTrail } from "./field-trail.ts";
import { type FoldedItem, foldItems } from "./fold-items.ts";
import type { Section } from "./fold-section.ts";
import type { JsonObject } from "./json.ts";
import { listClaims } from "./list-claims.ts";
import { medicationConflicts } from "./medication-conflicts.ts";
import { joinRoutes, splitRegimens } from "./medication-identity.ts";
import { type MedicationStatement, medicationStatements } from "./medication-statements.ts";
import type { RuleBook } from "./rule-book.ts";
import type { SignedNote } from "./signed-note.ts";
import { compareNotes, compareStatements, compareText, mark } from "./statement.ts";

const REGIMEN = ["dose", "frequency", "route"];
const DOSING = ["dose", "frequency", "route", "duration", "status"];

/** A medication of the record, with the fields of its regimen nobody stated together with the rest. */
export interface Medication extends FoldedItem<MedicationStatement> {
  readonly carried: readonly string[];
  readonly shown: JsonObject;
}

/** Medications of the record: the latest encounter decides, every change is kept, omission is not discontinuation. */
export function foldMedications(notes: readonly SignedNote[], rules: RuleBook): Section {
  const statements = splitRegimens(joinRoutes(medicationStatements(notes, rules)));
  const complete = listClaims(notes, rules).filter(({ list, isComplete }) => list === "medications" && isComplete);
  const medications = foldItems("medications", statements, rules).map((folded): Medication => {
    const { item, last, trails } = folded;
    const carried = carriedFields(folded);
    const omission = complete.map(({ note }) => note).find((note) => compareNotes(note, last.note) > 0);
    const shown = {
      ...Object.fromEntries([...DOSING, "indication", "rxnorm_code"].map((field) => [field, null])),
      ...item,
      clinical_status: rules.status("medication_status", trails.get("status")?.value) ?? "active",
      dosing_history: dosingHistory(trails),
      carried_fields: carried,
      carried_from: Object.fromEntries(
        carried.flatMap((field) => {
          const trail = trails.get(field);
          return trail === undefined ? [] : [[field, mark(trail.lastConfirmed.note)] as const];
        }),
      ),
      omitted_from_complete_list: omission === undefined ? null : mark(omission),
    };
    return { ...folded, carried, shown };
  });
  return { items: medications.map(({ shown }) => shown), conflicts: medicationConflicts(medications) };
}

/** Fields of the regimen stated before another one changed, or before the drug was taken up again, and not since. */
function carriedFields({ statements, trails }: FoldedItem<MedicationStatement>): string[] {
  const regimen = REGIMEN.flatMap((field) => {
    const trail = trails.get(field);
    return trail === undefined ? [] : [{ field, trail }];
  });
  const restarts = statements
    .filter(({ facts }) => facts.activity !== null)
    .filter(({ facts }, index, all) => {
      const before = all[index - 1]?.facts.activity;
      return facts.activity === "active" && before !== undefined && before !== "active";
    });
  const changes = [...regimen.map(({ trail }) => trail.lastChanged), ...restarts];
  return regimen
    .filter(({ trail }) => changes.some((change) => compareStatements(change, trail.lastConfirmed) > 0))
    .map(({ field }) => field)
    .sort(compareText);
}

function dosingHistory(trails: ReadonlyMap<string, FieldTrail<MedicationStatement>>): JsonObject[] {
  const changed = new Set(DOSING.flatMap((field) => trails.get(field)?.changes ?? []));
  return [...changed].sort(compareStatements).map(({ note, stage, fields }) => ({
    ...mark(note),
    said: stage === 0 ? "reported" : "planned",
    ...Object.fromEntries(DOSING.map((field) => [field, fields[field] ?? null])),
  }));
}
