import type { Clause, Token } from "./clause.ts";
import type { Reply } from "./find-replies.ts";
import { FILLERS } from "./lexicon/clause-boundaries.ts";
import { MEDICATION_LEXICON } from "./lexicon/medications.ts";
import { findTerms, lexiconOf } from "./lexicon.ts";

/** What a patient's next words do to a clinician's proposal. */
export type Consent = "let stand" | "put off" | "refused";

const REFUSALS = lexiconOf(
  (
    "i'd rather not|i would rather not|rather not|i'd rather wait|i don't want|i do n't want|i'm not taking|i won't|i wo n't|i'm not going to take|not going to take|i refuse|no way|" +
    "i'm not going to|not interested|i'd prefer not|i would prefer not|don't like the idea|do i have to|i don't think so|absolutely not|i'd prefer to|i would prefer to"
  ).split("|"),
);
const HESITATIONS = lexiconOf(
  (
    "can i wait|can we wait|could i wait|could we wait|can it wait|wait on that|wait a bit|think about it|think it over|think about that|not ready|maybe later|hold off|i'm not sure|talk to my|" +
    "allergic to that|allergic to it|can't take that|can't take it|ca n't take that|ca n't take it|stopped taking it|stopped taking that|stopped it|stopped that|i'd rather|i would rather|don't like|do n't like"
  ).split("|"),
);
const ACCEPTANCES = lexiconOf(
  "i will take it|i'll take it|i'll try it|i will try it|i'll do it|i'll do that|i'll give it a try|okay i will|alright i will|let's do it|let's try it|i guess i'll|fine i'll|i can do that".split(
    "|",
  ),
);
const NO = new Set("no nope nah uh-uh nuh-uh".split(" "));
/** What may stand beside a bare no. */
const POLITE = new Set("thank you thanks please sir ma'am doctor sorry".split(" "));
const TURNS_HEARD = 2;

/**
 * Reads whether the patient's next words speak against a clinician's proposal: a bare no, or words that turn it down or put
 * it off. "No problem", "No, I don't take ibuprofen any more" and whatever names another drug than the proposal are about
 * something else.
 *
 * @param proposal The clinician's clause.
 * @param reply What followed its chunk.
 * @param later The patient's later clauses: a refusal that is taken back there ("okay, I'll take it") is none.
 */
export function readConsent(proposal: Clause, reply: Reply | undefined, later: readonly Clause[] = []): Consent {
  if (reply === undefined) return "let stand";
  // "Any questions? No." answers the clinician's last words, not the proposal before them.
  const answersQuestion = reply.last !== proposal && reply.last.mode === "question";
  const about = reply.clauses.filter((clause) => !namesOthers(proposal, clause));
  const refuses = about.some(
    ({ tokens }, order) => says(REFUSALS, tokens) || (isBareNo(tokens) && !(answersQuestion && order === 0)),
  );
  if (!refuses) return about.some(({ tokens }) => says(HESITATIONS, tokens)) ? "put off" : "let stand";
  return isTakenBack(reply, later) ? "let stand" : "refused";
}

const says = (lexicon: typeof REFUSALS, tokens: readonly Token[]): boolean =>
  findTerms(
    lexicon,
    tokens.filter(({ word }) => !FILLERS.has(word)),
  ).length > 0;

function isBareNo(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ word }) => word).filter((word) => !FILLERS.has(word) || word === "no");
  return words.some((word) => NO.has(word)) && words.every((word) => NO.has(word) || POLITE.has(word));
}

/** "I stopped taking lisinopril" says nothing of amoxicillin. */
function namesOthers(proposal: Clause, clause: Clause): boolean {
  const named = findTerms(MEDICATION_LEXICON, clause.tokens).map(({ value }) => value);
  const proposed = new Set(findTerms(MEDICATION_LEXICON, proposal.tokens).map(({ value }) => value));
  return named.length > 0 && !named.some((value) => proposed.has(value));
}

function isTakenBack({ last }: Reply, later: readonly Clause[]): boolean {
  const turns = [...new Set(later.map(({ sequence }) => sequence))]
    .filter((sequence) => sequence > last.sequence)
    .slice(0, TURNS_HEARD + 1);
  return later.some(
    ({ sequence, role, mode, cues, tokens }) =>
      role === "patient" &&
      mode !== "question" &&
      turns.includes(sequence) &&
      !cues.has("negation") &&
      says(ACCEPTANCES, tokens),
  );
}
