import { FILLERS } from "../lexicon/clause-boundaries.ts";
import type { Clause } from "./clause.ts";
import { buildLexicon, findTerms } from "./lexicon.ts";

const REFUSALS = buildLexicon(
  (
    "no|nope|nah|i'd rather|i would rather|rather not|i don't want|i do n't want|i'm not taking|i won't|i wo n't|i can't take|i ca n't take|hold off|not going to take|" +
    "allergic|i refuse|i'm not going to|not interested|i'd prefer|i would prefer|don't like|do n't like|stopped taking|can i wait|do i have to|i'm not sure"
  )
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/**
 * Tells whether the patient's next words after a clinician's clause speak against it.
 *
 * @param clauses All clauses in order.
 * @param index The clinician's clause.
 */
export function isRefused(clauses: readonly Clause[], index: number): boolean {
  const proposal = clauses[index];
  let at = index + 1;
  while (clauses[at] !== undefined && clauses[at]?.sequence === proposal?.sequence) at += 1;
  // "Any questions? No." answers the clinician's last words, not the proposal before them.
  const asked = clauses[at - 1];
  const reply = clauses[at];
  if (reply?.role !== "patient") return false;
  const words = reply.tokens.filter((token) => !FILLERS.has(token.word));
  const answersQuestion = asked !== proposal && asked?.mode === "question";
  return findTerms(REFUSALS, words).some(({ first, last }) => !(answersQuestion && first === 0 && last === 0));
}
