import { itemId } from "./item-id.ts";
import type { JsonObject } from "./json.ts";
import { type NoteTable, rowsOf, type SignedNote } from "./signed-note.ts";
import { compareNotes, mark } from "./statement.ts";

/**
 * Findings by body system: the whole series, and as latest those of the last note that spoke of the system.
 *
 * @param section - review_of_systems_trends or physical_exam_findings
 * @param table - where their rows are
 */
export function foldFindings(notes: readonly SignedNote[], section: string, table: NoteTable): JsonObject {
  const stated = notes.toSorted(compareNotes).flatMap((note) =>
    rowsOf(note, table).map(({ row, place }) => ({
      system: row["system"] ?? "",
      note,
      finding: {
        ...mark(note),
        id: itemId(section, `${note.id}|${place}`),
        finding: row["finding"] ?? null,
        status: row["status"] ?? null,
      },
    })),
  );
  return Object.fromEntries(
    [...Map.groupBy(stated, ({ system }) => system)].map(([system, findings]) => {
      const lastNote = findings.at(-1)?.note;
      const latest = findings.filter(({ note }) => note === lastNote).map(({ finding }) => finding);
      const series = findings.map(({ finding }) => finding);
      return [system, { id: itemId(section, system), system, latest, series }];
    }),
  );
}
