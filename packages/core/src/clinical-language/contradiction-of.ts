import type { Clause } from "./clause.ts";
import type { Reply } from "./find-replies.ts";
import { opensWithNo } from "./opens-with-no.ts";

/**
 * What the patient says against a clinician's statement: "So you have asthma. — No, that's my son".
 *
 * @param clause The clinician's clause.
 * @param reply What followed its chunk; only the last words of a turn are answered by the next one.
 * @returns The clause that speaks against it, or null.
 */
export function contradictionOf(clause: Clause, reply: Reply | undefined): Clause | null {
  if (reply?.last !== clause) return null;
  const against = reply.clauses.find(
    ({ cues, tokens }) => cues.has("negation") || cues.has("others") || opensWithNo(tokens),
  );
  return against ?? null;
}
