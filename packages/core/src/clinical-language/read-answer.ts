import type { Clause } from "./clause.ts";
import { FILLERS } from "./lexicon/clause-boundaries.ts";

/** How an answer takes a question; anything with a turn, a doubt or both directions in it is `unclear`. */
export type Answer = "yes" | "no" | "unclear";

const YES = new Set("yes yeah yep yup yea correct absolutely definitely".split(" "));
const NO = new Set("no nope nah none never nothing negative uh-uh nuh-uh mm-mm mhm-mm".split(" "));
const DENYING_PHRASES = [
  "not at all",
  "not that i",
  "i don't",
  "i do n't",
  "i haven't",
  "i have n't",
  "i'm not",
  "i am not",
  "i didn't",
  "i did n't",
];
const AFFIRMING_PHRASES = ["i do", "i am", "i have", "i did"];
const DOUBTS = new Set(
  (
    "but except maybe sometimes occasionally though although only just little bit other others sure unsure think know guess used sort " +
    "kind might really possibly unless until when if mostly usually almost besides remember once recently stopped quit mm-hmm hmm problem " +
    "idea problems worries however anymore forget forgot forgetting supposed ran worse better lately until ago now far"
  ).split(" "),
);
const LONGEST_NO_WORDS = 12;
const LONGEST_YES_WORDS = 16;

/**
 * Reads a short spoken answer.
 *
 * @param clauses The whole of the chunk that follows the question.
 * @returns `yes` or `no` only where the words leave no second reading.
 */
export function readAnswer(clauses: readonly Clause[]): Answer {
  if (clauses.some((clause) => clause.mode !== "statement" || clause.cues.has("others"))) return "unclear";
  const words = clauses.flatMap((clause) => clause.tokens.map((token) => token.word));
  const spoken = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !FILLERS.has(word)),
    ),
  );
  return readSpoken(withoutTakenBack(spoken));
}

/** "No… well, yes, in my knee": a no that is taken back at once leaves the yes. */
function withoutTakenBack(spoken: readonly string[]): readonly string[] {
  if (!NO.has(spoken[0] ?? "")) return spoken;
  const turn = spoken.findIndex((word, index) => index > 0 && !CORRECTING.has(word));
  return turn > 1 && YES.has(spoken[turn] ?? "") ? spoken.slice(turn) : spoken;
}
const CORRECTING = new Set("well actually wait sorry oh um uh er hmm i mean".split(" "));

function readSpoken(spoken: readonly string[]): Answer {
  const opening = spoken.slice(0, 3).join(" ");
  const opensWith = (phrase: string): boolean => opening === phrase || opening.startsWith(`${phrase} `);
  const denies = NO.has(spoken[0] ?? "") || DENYING_PHRASES.some(opensWith);
  const affirms = YES.has(spoken[0] ?? "") || (!denies && AFFIRMING_PHRASES.some(opensWith) && isAboutAsked(spoken));
  const rest = spoken.slice(1);
  // "Not that I know of" denies within the speaker's knowledge, which is all a list question asks for.
  const known = opening === "not that i" ? rest.filter((word) => !KNOWLEDGE.has(word)) : rest;
  if (denies === affirms || known.some((word) => DOUBTS.has(word))) return "unclear";
  if (denies && tellsOtherwise(rest)) return "unclear";
  if (denies) return spoken.length > LONGEST_NO_WORDS || spoken.some((word) => YES.has(word)) ? "unclear" : "no";
  const deniesLater = spoken.some((word) => NO.has(word) || word === "not" || word.endsWith("n't"));
  return deniesLater || spoken.length > LONGEST_YES_WORDS ? "unclear" : "yes";
}

/** "No, well, I had my tonsils out": what the patient goes on to tell takes the no back, or may. */
function tellsOtherwise(rest: readonly string[]): boolean {
  return rest.some(
    (word, index) =>
      (HAVING.has(word) || (SELF.has(rest[index - 1] ?? "") && HAVING_SAID.has(word))) &&
      !DENYING.has(rest[index + 1] ?? ""),
  );
}
const SELF = new Set(["i", "we"]);
const HAVING = new Set(["i've", "i'd"]);
const HAVING_SAID = new Set("had have got get did do take took".split(" "));
const DENYING = new Set("n't not never no none nothing neither".split(" "));

/** "I have", "I do get that" affirm what was asked; "I have a dry cough" tells of something else. */
const isAboutAsked = (spoken: readonly string[]): boolean =>
  spoken.slice(AFFIRMING_WORDS).every((word) => REFERRING.has(word) || FILLERS.has(word));
const AFFIRMING_WORDS = 2;
const REFERRING = new Set(
  (
    "have had been get feel that it those them this these all of too yes yeah still indeed actually some a lot at in on every day daily " +
    "night nights nightly morning mornings evening evenings afternoon week weeks weekly month months time times often always constantly"
  ).split(" "),
);
const KNOWLEDGE = new Set("know remember recall think noticed aware".split(" "));
