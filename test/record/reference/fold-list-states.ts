import type { JsonObject } from "./json.ts";
import { jsonAt } from "./json-at.ts";
import { listClaims } from "./list-claims.ts";
import type { RuleBook } from "./rule-book.ts";
import type { SignedNote } from "./signed-note.ts";
import { mark } from "./statement.ts";

const LISTS = ["conditions", "medications", "allergies", "surgical_history", "family_history", "social_history"];
const NOBODY = { soap_note_id: null, encounter_at: null, signed_by: null };

/**
 * The three kinds of empty, per list, with the last note that said so.
 *
 * @param lists - the items of each list of the record
 */
export function foldListStates(
  notes: readonly SignedNote[],
  lists: ReadonlyMap<string, readonly JsonObject[]>,
  rules: RuleBook,
): JsonObject {
  const claims = listClaims(notes, rules);
  return Object.fromEntries(
    LISTS.map((list) => {
      const items = lists.get(list) ?? [];
      const listedBy = lastConfirming(items, notes);
      const deniedBy = claims.findLast((claim) => claim.list === list && claim.isDenial)?.note;
      // A refuted entry alone does not make a list listed against a denial.
      const counts = items.some((item) => item["clinical_status"] !== "refuted");
      if (listedBy !== undefined && (counts || deniedBy === undefined)) {
        return [list, { state: "listed", ...mark(listedBy) }];
      }
      if (deniedBy !== undefined) return [list, { state: "none_known", ...mark(deniedBy) }];
      return [list, { state: "not_asked", ...NOBODY }];
    }),
  );
}

function lastConfirming(items: readonly JsonObject[], inOrder: readonly SignedNote[]): SignedNote | undefined {
  const confirming = new Set(items.map((item) => jsonAt(item, "provenance", "last_confirmed", "soap_note_id")));
  return inOrder.findLast(({ id }) => confirming.has(id));
}
