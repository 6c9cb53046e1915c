import { NOTE_TABLES, type NoteRow, type NoteTable } from "../reference/signed-note.ts";
import type { NoteContent } from "./live-a-life.ts";

const PLACES: Readonly<Record<NoteTable, readonly [section: string, list: string]>> = {
  assessment_problem_list: ["assessment", "problems"],
  subjective_allergies: ["subjective", "allergies"],
  subjective_medications: ["subjective", "medications"],
  subjective_history: ["subjective", "history"],
  subjective_review_of_systems: ["subjective", "reviewOfSystems"],
  objective_vital_signs: ["objective", "vitalSigns"],
  objective_physical_exam: ["objective", "physicalExam"],
  plan_medication: ["plan", "medications"],
};

/**
 * The SoapNote a client would send of a synthetic note, whose blank values a client leaves null.
 *
 * @param content - rows per table, and what is said of whole lists
 */
export function soapNoteOf({ rows, listStates }: NoteContent): object {
  const note: Record<string, Record<string, unknown>> = { subjective: { listStates } };
  for (const table of NOTE_TABLES) {
    const [section, list] = PLACES[table];
    const items = (rows[table] ?? []).map((row, index) => ({ id: String(index), ...withoutBlanks(row) }));
    note[section] = { ...note[section], [list]: items };
  }
  return note;
}

function withoutBlanks(row: NoteRow): NoteRow {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value?.trim() === "" ? null : value]));
}
