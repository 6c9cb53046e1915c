import type { Json } from "./json.ts";
import type { RuleBook } from "./rule-book.ts";
import { rowsOf, type SignedNote } from "./signed-note.ts";
import { compareNotes } from "./statement.ts";

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

function denialRows(note: SignedNote, rules: RuleBook): string[] {
  return rowsOf(note, "subjective_allergies").flatMap(({ row }) =>
    rules.denies("allergies", row["allergen"] ?? null) ? ["allergies"] : [],
  );
}
