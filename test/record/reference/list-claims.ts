import { icd10Code } from "./icd10-code.ts";
import type { Json } from "./json.ts";
import type { RuleBook } from "./rule-book.ts";
import { type NoteRow, type NoteTable, rowsOf, type SignedNote } from "./signed-note.ts";
import { compareNotes } from "./statement.ts";

const DENIABLE: readonly (readonly [NoteTable, string, (row: NoteRow) => string | null])[] = [
  ["subjective_allergies", "allergen", () => "allergies"],
  ["subjective_medications", "medication_name", () => "medications"],
  ["plan_medication", "medication_name", () => "medications"],
  ["assessment_problem_list", "diagnosis_name", (row) => (icd10Code(row["icd10_code"]) === null ? "conditions" : null)],
  ["subjective_history", "name", historyList],
];

/** What a note claims about a whole list. */
export interface ListClaim {
  readonly list: string;
  readonly note: SignedNote;
  readonly isDenial: boolean;
  /** Whether the note attests that its list lacks nothing. */
  readonly isComplete: boolean;
}

/** What the notes claim about whole lists, in the order of the record: their list states, and rows that deny a list. */
export function listClaims(notes: readonly SignedNote[], rules: RuleBook): ListClaim[] {
  return notes
    .toSorted(compareNotes)
    .flatMap((note) => [
      ...Object.entries(note.listStates).map(([list, claim]) => ({ list, note, ...readClaim(claim) })),
      ...denialRows(note, rules).map((list) => ({ list, note, isDenial: true, isComplete: false })),
    ]);
}

function readClaim(claim: Json): Pick<ListClaim, "isDenial" | "isComplete"> {
  if (claim === null || typeof claim !== "object" || !("state" in claim)) {
    return { isDenial: claim === "none_known", isComplete: false };
  }
  return { isDenial: claim["state"] === "none_known", isComplete: claim["complete"] === true };
}

// A row such as "NKDA" or "no current medications" denies the list it stands in.
function denialRows(note: SignedNote, rules: RuleBook): string[] {
  return DENIABLE.flatMap(([table, column, listOf]) =>
    rowsOf(note, table).flatMap(({ row }) => {
      const list = listOf(row);
      return list !== null && rules.denies(list, row[column] ?? null) ? [list] : [];
    }),
  );
}

function historyList(row: NoteRow): string | null {
  if (row["kind"] !== "medical") return `${row["kind"]}_history`;
  return icd10Code(row["icd10_code"]) === null ? "conditions" : null;
}
