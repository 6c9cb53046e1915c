import { conflict } from "./conflict.ts";
import type { Medication } from "./fold-medications.ts";
import { itemId } from "./item-id.ts";
import type { JsonObject } from "./json.ts";
import type { MedicationStatement } from "./medication-statements.ts";
import { compareText, mark } from "./statement.ts";

/** What is open about medications: incomplete regimens, contradicting doses of one day, and who is who. */
export function medicationConflicts(medications: readonly Medication[]): JsonObject[] {
  const found = medications.flatMap((medication) => [
    ...incompleteRegimen(medication),
    ...sameDayDoses(medication),
    ...ambiguousIdentity(medication, medications),
  ]);
  return found.sort((a, b) => compareText(String(a["id"]), String(b["id"])));
}

function incompleteRegimen({ id, carried, shown, trails }: Medication): JsonObject[] {
  if (carried.length === 0 || !["active", "on_hold"].includes(String(shown["clinical_status"]))) return [];
  const sides = ["dose", "frequency", "route"].flatMap((field) => {
    const trail = trails.get(field);
    if (trail === undefined) return [];
    const source = carried.includes(field) ? trail.lastConfirmed : trail.lastChanged;
    return [{ ...mark(source.note), item_id: id, field, value: trail.value }];
  });
  return [conflict("incomplete_regimen", "medications", null, sides)];
}

// One dose per note, its outcome, on the last day (UTC) on which a dose was stated.
function sameDayDoses({ id, statements }: Medication): JsonObject[] {
  const dosed = statements.filter(({ facts }) => facts.dose !== null && (facts.activity ?? "active") === "active");
  const lastDay = dosed.map(dayOf).at(-1);
  const outcomes = [
    ...Map.groupBy(
      dosed.filter((statement) => dayOf(statement) === lastDay),
      ({ note }) => note.id,
    ).values(),
  ].flatMap((ofNote) => ofNote.at(-1) ?? []);
  if (new Set(outcomes.map(({ facts }) => facts.dose)).size < 2) return [];
  const sides = outcomes.map(({ note, fields }) => ({ ...mark(note), item_id: id, value: fields["dose"] ?? null }));
  return [conflict("same_day_doses", "medications", "dose", sides)];
}

function dayOf({ note }: MedicationStatement): string {
  return new Date(note.encounterAt).toISOString().slice(0, 10);
}

function ambiguousIdentity(alone: Medication, medications: readonly Medication[]): JsonObject[] {
  const candidates = new Set(
    alone.statements.flatMap(({ facts }) => facts.candidates.map((key) => itemId("medications", key))),
  );
  if (candidates.size === 0) return [];
  const others = medications.filter(({ id }) => candidates.has(id) && id !== alone.id);
  const sides = [alone, ...others.sort((a, b) => compareText(a.id, b.id))].map(({ id, first, item }) => ({
    ...mark(first.note),
    item_id: id,
    value: item["name"] ?? null,
  }));
  return [conflict("ambiguous_identity", "medications", null, sides)];
}
