import { drugAllergyConflicts, noneKnownConflicts } from "./cross-list-conflicts.ts";
import { foldAllergies } from "./fold-allergies.ts";
import { foldConditions } from "./fold-conditions.ts";
import { foldFindings } from "./fold-findings.ts";
import { foldFamilyHistory, foldSocialHistory, foldSurgicalHistory } from "./fold-histories.ts";
import { foldListStates } from "./fold-list-states.ts";
import { foldMedications } from "./fold-medications.ts";
import { foldVitals } from "./fold-vitals.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { RuleBook } from "./rule-book.ts";
import type { SignedNote } from "./signed-note.ts";
import { compareNotes, compareText } from "./statement.ts";
import { utcText } from "./utc-text.ts";

/**
 * The cumulative record a set of signed notes makes, folded a second time in another language and another way: one
 * item after the other in plain loops, where the database works on sets. Both must agree to the byte.
 *
 * @param notes - signed and not retracted, in any order
 * @param rules - the rules that are data, as the database has them
 * @returns the record without `metadata.rules_version` and `metadata.record_version`
 */
export function referenceFold(notes: readonly SignedNote[], rules: RuleBook): JsonObject {
  const inOrder = notes.toSorted(compareNotes);
  const conditions = foldConditions(inOrder, rules);
  const medications = foldMedications(inOrder, rules);
  const allergies = foldAllergies(inOrder, rules);
  const surgical = foldSurgicalHistory(inOrder, rules);
  const family = foldFamilyHistory(inOrder, rules);
  const social = foldSocialHistory(inOrder, rules);
  const lists = new Map([
    ["conditions", conditions.items],
    ["medications", medications.items],
    ["allergies", allergies.items],
    ["surgical_history", surgical],
    ["family_history", family],
    ["social_history", Object.values(social).filter(isJsonObject)],
  ]);
  return {
    conditions: conditions.items,
    medications: medications.items,
    allergies: allergies.items,
    surgical_history: surgical,
    family_history: family,
    social_history: social,
    vital_trends: foldVitals(inOrder, rules),
    review_of_systems_trends: foldFindings(inOrder, "review_of_systems_trends", "subjective_review_of_systems"),
    physical_exam_findings: foldFindings(inOrder, "physical_exam_findings", "objective_physical_exam"),
    list_states: foldListStates(inOrder, lists, rules),
    conflicts: [
      ...conditions.conflicts,
      ...medications.conflicts,
      ...allergies.conflicts,
      ...noneKnownConflicts(inOrder, lists, rules),
      ...drugAllergyConflicts(medications.items, allergies.items, rules),
    ].sort(compareConflicts),
    metadata: foldMetadata(inOrder),
  };
}

function compareConflicts(a: JsonObject, b: JsonObject): number {
  const [byA, byB] = [a, b].map(({ section, kind, id }) => [section, kind, id].join(" "));
  return compareText(byA ?? "", byB ?? "");
}

function foldMetadata(inOrder: readonly SignedNote[]): JsonObject {
  const first = inOrder[0];
  const last = inOrder.at(-1);
  return {
    total_visits: new Set(inOrder.map(({ encounterId }) => encounterId)).size,
    source_soap_notes: inOrder.map(({ id }) => id),
    first_visit: first === undefined ? null : utcText(first.encounterAt),
    last_updated: last === undefined ? null : utcText(last.encounterAt),
  };
}
