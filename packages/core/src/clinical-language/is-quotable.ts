import type { Clause } from "./clause.ts";
import { isShowable } from "./is-showable.ts";

/** Longer passages are no clause any more: what governs what in them cannot be told by rules. */
const LONGEST_QUOTE = 1000;
/**
 * Tells whether a clause's words may be quoted in a note.
 *
 * @param clause The clause.
 */
export function isQuotable(clause: Clause): boolean {
  const length = clause.end - clause.start;
  return length <= LONGEST_QUOTE && isShowable(clause.text.slice(clause.start, clause.end));
}
