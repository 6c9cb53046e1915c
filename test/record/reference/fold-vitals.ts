import { itemId } from "./item-id.ts";
import type { JsonObject } from "./json.ts";
import type { RuleBook } from "./rule-book.ts";
import { type NoteRow, rowsOf, type SignedNote } from "./signed-note.ts";
import { compareNotes, isStated, mark } from "./statement.ts";
import { utcText } from "./utc-text.ts";

interface Measurement {
  readonly key: string;
  readonly note: SignedNote;
  readonly row: NoteRow;
  readonly place: number;
  /** RFC 3339; the encounter's start stands in for an unknown time. */
  readonly takenAt: string;
}

/** Vital signs: a series per vital by time of measurement, and the latest with its own time. */
export function foldVitals(notes: readonly SignedNote[], rules: RuleBook): JsonObject {
  const measured = withoutRepetitions(notes.toSorted(compareNotes).flatMap((note) => measurements(note, rules)));
  const byVital = Map.groupBy(measured.sort(compareTimes), ({ key }) => key);
  return Object.fromEntries(
    [...byVital].map(([key, series]) => {
      const coded = series.findLast(({ row }) => isStated(row["loinc_code"]));
      const shown = series.map(show);
      return [
        key.replaceAll(" ", "_"),
        {
          id: itemId("vital_trends", key),
          name: series.at(-1)?.row["vital_name"] ?? null,
          loinc_code: coded?.row["loinc_code"] ?? null,
          latest: shown.at(-1) ?? null,
          series: shown,
        },
      ];
    }),
  );
}

function measurements(note: SignedNote, rules: RuleBook): Measurement[] {
  return rowsOf(note, "objective_vital_signs").map(({ row, place }) => {
    const name = row["vital_name"] ?? "";
    const takenAt = row["measured_at"] ?? note.encounterAt;
    return { key: rules.canonical("vital", name.replaceAll("_", " ")) ?? name, note, row, place, takenAt };
  });
}

// A measurement with its own time that a later row repeats is the same measurement; without one every row is its own.
function withoutRepetitions(inOrder: readonly Measurement[]): Measurement[] {
  const seen = new Set<string>();
  return inOrder.filter(({ key, row, takenAt }) => {
    if ((row["measured_at"] ?? null) === null) return true;
    const sameness = JSON.stringify([key, Date.parse(takenAt), row["vital_value"], row["unit"] ?? null]);
    if (seen.has(sameness)) return false;
    seen.add(sameness);
    return true;
  });
}

function compareTimes(a: Measurement, b: Measurement): number {
  return Date.parse(a.takenAt) - Date.parse(b.takenAt) || compareNotes(a.note, b.note) || a.place - b.place;
}

function show({ note, row, place, takenAt }: Measurement): JsonObject {
  return {
    ...mark(note),
    id: itemId("vital_trends", `${note.id}|${place}`),
    value: row["vital_value"] ?? null,
    unit: row["unit"] ?? null,
    measured_at: utcText(takenAt),
    measured_at_known: (row["measured_at"] ?? null) !== null,
  };
}
