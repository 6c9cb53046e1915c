import type { Json } from "./json.ts";

/** A row of a note's table, by column; a column not named is null. */
export type NoteRow = Readonly<Record<string, string | null>>;

/** Tables of a note the record is made from, named without `soap_`. */
export const NOTE_TABLES = [
  "subjective_history",
  "subjective_medications",
  "subjective_allergies",
  "subjective_review_of_systems",
  "objective_vital_signs",
  "objective_physical_exam",
  "assessment_problem_list",
  "plan_medication",
] as const;

export type NoteTable = (typeof NOTE_TABLES)[number];

/** A signed note as the fold reads it. */
export interface SignedNote {
  readonly id: string;
  readonly encounterId: string;
  /** RFC 3339, the start of the encounter. */
  readonly encounterAt: string;
  readonly signedBy: string;
  /** `SoapNote.subjective.listStates`: per list a word, or `{state, complete}`. */
  readonly listStates: Readonly<Record<string, Json>>;
  readonly rows: Readonly<Partial<Record<NoteTable, readonly NoteRow[]>>>;
}

/** The rows of one table of a note with their places, from 1; a row's id is its place. */
export function rowsOf(note: SignedNote, table: NoteTable): { readonly row: NoteRow; readonly place: number }[] {
  return (note.rows[table] ?? []).map((row, index) => ({ row, place: index + 1 }));
}
