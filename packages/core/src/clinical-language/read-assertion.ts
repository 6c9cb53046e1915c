import type { Clause } from "./clause.ts";
import { INABILITIES, UNDOABLE } from "./lexicon/stance-cues.ts";

/** What a clause says of a term in it. `unclear` is every case a reader could take two ways; it never becomes a finding. */
export type Assertion = "affirmed" | "negated" | "unclear";

const NEGATORS = new Set(
  (
    "no not n't never without deny denies denied denying don't doesn't didn't haven't hasn't hadn't isn't aren't wasn't weren't " +
    "dont doesnt didnt havent hasnt neither nor nothing none"
  ).split(" "),
);
/** Words that may stand between a negation and what it denies: "I have not been having any recent fever or chills". */
const BRIDGES = new Set(
  (
    "have has had having been experience experienced experiencing notice noticed noticing feel felt feeling get got getting any more " +
    "recent new significant obvious real associated other of the a an or and nor for to report reports reporting see seen really " +
    "appreciate hear heard"
  ).split(" "),
);
/** A condition before one of these is a thing or a service, not a finding: "asthma inhaler", "cancer screening". */
const COMPOUND_HEADS = new Set(
  (
    "medication medications medicine medicines meds med pill pills drug drugs screening screen screens test tests testing lab labs " +
    "inhaler clinic doctor doctors specialist specialists educator education appointment referral risk prevention shot vaccine " +
    "vaccination diet patch cream check levels level panel monitor number numbers reading readings treatment therapy history guidelines study program programs surgery plan group support"
  ).split(" "),
);
const SCOPE_WORDS = 14;

/**
 * Judges one term of a clause by strict rules: any question, condition, doubt or other person in the clause makes it
 * unclear, and a negation must stand directly before the term or before a list the term belongs to.
 *
 * @param clause The clause.
 * @param first Index of the term's first token.
 * @param last Index of the term's last token.
 * @param listed Indexes of tokens that belong to other terms of the same kind, which a negation may pass over.
 */
export function readAssertion(clause: Clause, first: number, last: number, listed: ReadonlySet<number>): Assertion {
  if (clause.mode !== "statement") return "unclear";
  if (clause.cues.has("uncertain") || clause.cues.has("others") || clause.cues.has("past")) return "unclear";
  if (isReason(clause, first)) return "unclear";
  if (COMPOUND_HEADS.has(clause.tokens[last + 1]?.word ?? "")) return "unclear";
  if (!clause.cues.has("negation")) return isOverNow(clause, last) ? "unclear" : "affirmed";
  if (isCorrected(clause) || isAnsweredInPlace(clause, listed)) return "unclear";
  for (let index = first - 1; index >= Math.max(0, first - SCOPE_WORDS); index -= 1) {
    const word = clause.tokens[index]?.word ?? "";
    if (isNegator(word))
      return isAnsweringNo(clause, index) || isUndone(clause, index) || isTwice(clause, index, listed)
        ? "unclear"
        : "negated";
    if (!BRIDGES.has(word) && !listed.has(index)) return "unclear";
  }
  return "unclear";
}

/** "I stopped it because of the diarrhea": a reason for something else, of whenever that was. */
function isReason({ tokens }: Clause, first: number): boolean {
  const at = DETERMINERS.has(tokens[first - 1]?.word ?? "") ? first - 2 : first - 1;
  return tokens[at]?.word === "of" && tokens[at - 1]?.word === "because";
}
const DETERMINERS = new Set("the my that this all".split(" "));

/** "I was dizzy yesterday but I'm fine today". */
function isOverNow({ tokens }: Clause, last: number): boolean {
  const turn = tokens.findIndex(({ word }, index) => index > last && word === "but");
  return turn !== -1 && tokens.slice(turn + 1, turn + 1 + LONGEST_TURN_WORDS).some(({ word }) => WELL.has(word));
}
const LONGEST_TURN_WORDS = 6;
const WELL = new Set("fine better okay ok good great gone well normal stopped over".split(" "));

const isNegator = (word: string): boolean => NEGATORS.has(word) || word.endsWith("n't");

/** "Never a day without a headache": a negation of a negation. */
function isUndone(clause: Clause, index: number): boolean {
  if (!UNDOABLE.has(clause.tokens[index]?.word ?? "")) return false;
  return clause.tokens
    .slice(Math.max(0, index - LONGEST_UNDOING_WORDS), index)
    .some(({ word }) => isNegator(word) || INABILITIES.has(word));
}
const LONGEST_UNDOING_WORDS = 6;

/** "It's not like I don't get headaches": a negation before the negation, with no other finding between. */
function isTwice({ text, tokens }: Clause, index: number, listed: ReadonlySet<number>): boolean {
  for (let at = index - 1; at >= Math.max(0, index - LONGEST_TWICE_WORDS); at -= 1) {
    const word = tokens[at]?.word ?? "";
    const isApart = text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0).includes(",");
    if (listed.has(at) || isApart || LISTING.has(word)) return false;
    if (isNegator(word)) return !(word === "no" && PRONOUNS.has(tokens[at + 1]?.word ?? ""));
  }
  return false;
}
const LONGEST_TWICE_WORDS = 10;
const LISTING = new Set("and or nor but".split(" "));
const PRONOUNS = new Set("i i'm i've it it's there there's not never none he she they".split(" "));

/** "Headache yes, nausea no": each term is answered by the word after it. */
function isAnsweredInPlace({ tokens }: Clause, listed: ReadonlySet<number>): boolean {
  return tokens.some(({ word }, index) => {
    const isLast = index === tokens.length - 1;
    return listed.has(index - 1) && (YES.has(word) || (isLast && (word === "no" || word === "nope")));
  });
}
const YES = new Set("yes yeah yep yup".split(" "));

/** "No, I have chest pain" answers; "no chest pain" denies. */
function isAnsweringNo(clause: Clause, index: number): boolean {
  const token = clause.tokens[index];
  const next = clause.tokens[index + 1];
  if (token?.word !== "no" || next === undefined) return false;
  return clause.text.slice(token.end, next.start).includes(",") || BRIDGE_VERBS.has(next.word);
}
const BRIDGE_VERBS = new Set(
  "have has had having feel felt feeling get got getting notice noticed see seen".split(" "),
);

/** A clause that turns ("no fever but some chills") is left to its reader. */
function isCorrected(clause: Clause): boolean {
  return clause.tokens.some((token) => TURNS.has(token.word));
}
const TURNS = new Set(
  "but however except although though other besides just only until anymore change worse better longer".split(" "),
);
