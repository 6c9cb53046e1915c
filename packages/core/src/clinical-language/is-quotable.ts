import type { Clause } from "./clause.ts";

/** Longer passages are no clause any more: what governs what in them cannot be told by rules. */
const LONGEST_QUOTE = 1000;
/**
 * Links, markup and characters nobody can say: zero-width and direction controls (Unicode UTS #39,
 * https://www.unicode.org/reports/tr39/), so that a transcript cannot plant them in a note.
 */
const UNSPEAKABLE =
  /https?:|www\.|\]\(|<\/?[a-z!]|(?!\t)[\p{Cc}\p{Cs}\p{Co}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/iu;

/**
 * Tells whether a clause's words may be quoted in a note.
 *
 * @param clause The clause.
 */
export function isQuotable(clause: Clause): boolean {
  const length = clause.end - clause.start;
  return length <= LONGEST_QUOTE && !UNSPEAKABLE.test(clause.text.slice(clause.start, clause.end));
}
