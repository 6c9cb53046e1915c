import type { Clause } from "./clause.ts";
import type { Reply } from "./find-replies.ts";
import { FILLERS } from "./lexicon/clause-boundaries.ts";
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
 * @param proposal The clinician's clause.
 * @param reply What followed its chunk.
 */
export function isRefused(proposal: Clause, reply: Reply | undefined): boolean {
  if (reply === undefined) return false;
  // "Any questions? No." answers the clinician's last words, not the proposal before them.
  const answersQuestion = reply.last !== proposal && reply.last.mode === "question";
  return reply.clauses.some((clause, order) => {
    const words = clause.tokens.filter((token) => !FILLERS.has(token.word));
    return findTerms(REFUSALS, words).some(
      ({ first, last }) => !(answersQuestion && order === 0 && first === 0 && last === 0),
    );
  });
}
