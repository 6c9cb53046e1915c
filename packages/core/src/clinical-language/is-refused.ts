import type { Clause } from "./clause.ts";
import type { Reply } from "./find-replies.ts";
import { FILLERS } from "./lexicon/clause-boundaries.ts";
import { buildLexicon, findTerms } from "./lexicon.ts";

const REFUSALS = buildLexicon(
  (
    "no|nope|nah|i'd rather|i would rather|rather not|i don't want|i do n't want|i'm not taking|i won't|i wo n't|i can't take|i ca n't take|not going to take|" +
    "allergic|i refuse|i'm not going to|not interested|i'd prefer|i would prefer|don't like|do n't like|stopped taking|do i have to"
  )
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

const HESITATIONS = buildLexicon(
  "can i wait|can we wait|could i wait|could we wait|can it wait|wait on that|wait a bit|think about it|think it over|think about that|not ready|maybe later|hold off|i'm not sure|talk to my"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/**
 * Tells whether the patient's next words leave a clinician's proposal open: "can we wait on that?".
 *
 * @param reply What followed the proposal's chunk.
 */
export function isPutOff(reply: Reply | undefined): boolean {
  return reply?.clauses.some(({ tokens }) => findTerms(HESITATIONS, tokens).length > 0) === true;
}

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
