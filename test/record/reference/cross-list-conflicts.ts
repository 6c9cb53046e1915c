import { allergenKey } from "./allergy-statements.ts";
import { conflict, type Side } from "./conflict.ts";
import { readDrugName } from "./drug-name.ts";
import type { JsonObject } from "./json.ts";
import { jsonAt } from "./json-at.ts";
import { listClaims } from "./list-claims.ts";
import type { RuleBook } from "./rule-book.ts";
import type { SignedNote } from "./signed-note.ts";
import { compareNotes, compareText, mark } from "./statement.ts";

/** A note says there are none while active entries stand that no later note confirmed; the entries stay. */
export function noneKnownConflicts(
  notes: readonly SignedNote[],
  lists: ReadonlyMap<string, readonly JsonObject[]>,
  rules: RuleBook,
): JsonObject[] {
  const claims = listClaims(notes, rules);
  const notesById = new Map(notes.map((note) => [note.id, note]));
  return ["allergies", "conditions", "medications"].flatMap((list) => {
    const denial = claims.findLast((claim) => claim.list === list && claim.isDenial);
    if (denial === undefined) return [];
    return inIdOrder(lists.get(list) ?? []).flatMap((item) => {
      const confirmedBy = notesById.get(text(jsonAt(item, "provenance", "last_confirmed", "soap_note_id")));
      if (item["clinical_status"] !== "active" || confirmedBy === undefined) return [];
      if (compareNotes(confirmedBy, denial.note) > 0) return [];
      const item_id = idOf(item);
      const recorded = { ...mark(confirmedBy), item_id, value: item["allergen"] ?? item["name"] ?? null };
      const denied = { ...mark(denial.note), item_id, value: "none_known" };
      return [conflict("none_known_after_recorded", list, null, [recorded, denied])];
    });
  });
}

/** A drug in use that is, contains, or by its class belongs to what an active allergy names. */
export function drugAllergyConflicts(
  medications: readonly JsonObject[],
  allergies: readonly JsonObject[],
  rules: RuleBook,
): JsonObject[] {
  const inUse = medications.filter((item) => ["active", "on_hold"].includes(text(item["clinical_status"])));
  const active = allergies.filter((item) => item["clinical_status"] === "active");
  return inIdOrder(inUse).flatMap((medication) => {
    const parts = readDrugName(text(medication["name"]), rules).ingredient.split(" / ");
    const covered = new Set([...parts, ...parts.flatMap((part) => rules.meanings("drug_class", part))]);
    return inIdOrder(active)
      .filter((allergy) => substances(text(allergy["allergen"]), rules).some((substance) => covered.has(substance)))
      .map((allergy) =>
        conflict("drug_allergy", "medications", null, [firstSide(medication, "name"), firstSide(allergy, "allergen")]),
      );
  });
}

function substances(allergen: string, rules: RuleBook): string[] {
  const key = allergenKey(allergen, rules);
  return [...(key === null ? [] : [key]), readDrugName(allergen, rules).ingredient];
}

function firstSide(item: JsonObject, nameField: string): Side {
  const seen = jsonAt(item, "provenance", "first_seen");
  return {
    soap_note_id: jsonAt(seen, "soap_note_id"),
    encounter_at: jsonAt(seen, "encounter_at"),
    signed_by: jsonAt(seen, "signed_by"),
    item_id: idOf(item),
    value: item[nameField] ?? null,
  };
}

function inIdOrder(items: readonly JsonObject[]): JsonObject[] {
  return items.toSorted((a, b) => compareText(idOf(a), idOf(b)));
}

function idOf(item: JsonObject): string {
  return text(item["id"]);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
