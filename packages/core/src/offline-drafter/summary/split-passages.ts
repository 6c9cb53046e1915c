import type { Clause, Token } from "../../clinical-language/clause.ts";
import { isQuestion } from "../../clinical-language/is-question.ts";
import { DANGLING, FILLERS, OPENERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { readCues } from "../../clinical-language/read-cues.ts";
import { INTENTS } from "../lexicon/intent.ts";

/** "… and do you": a question that goes on after something told. */
const ASKING_ON = [
  ...["do", "are", "have", "did"].flatMap((verb) => [`and ${verb} you`, `so ${verb} you`]),
  "how about",
  "what about",
  "does that hurt",
  "does it hurt",
  "can you tell me",
  "tell me",
];
const OPENING = buildLexicon([...OPENERS, ...INTENTS, ...ASKING_ON].map((phrase) => [phrase, true] as const));
/** Longer clauses are cut; a cut leaves this many words before it and that many after it. */
const LONGEST_UNCUT_WORDS = 10;
const SHORTEST_HEAD_WORDS = 4;
const SHORTEST_TAIL_WORDS = 3;
const CONDITIONS = new Set(["if", "unless", "whenever", "until"]);
const LONGEST_CONDITION_WORDS = 12;

/**
 * Cuts a clause into passages short enough to be chosen one by one, before words that open a thought and never after a
 * word that cannot end one: a negation or an "if" stays with what it governs.
 *
 * @param clause A clause.
 * @returns Clauses that together are the clause, each with its mode and cues.
 */
export function splitPassages(clause: Clause): Clause[] {
  if (clause.tokens.length <= LONGEST_UNCUT_WORDS) return [clause];
  const parts: Clause[] = [];
  let from = 0;
  for (const { first } of findTerms(OPENING, clause.tokens)) {
    const tooShort = first - from < SHORTEST_HEAD_WORDS || clause.tokens.length - first < SHORTEST_TAIL_WORDS;
    if (tooShort || isHanging(clause, first) || isAwaiting(clause.tokens.slice(from, first))) continue;
    parts.push(partOf(clause, from, first));
    from = first;
  }
  return withModes(clause, [...parts, partOf(clause, from, clause.tokens.length)]);
}

/**
 * The word before cannot end a thought; a verb can before an "and": "the murmur that you had, and I want …". "On your",
 * "any" and the like open one only after a pause.
 */
function isHanging({ tokens, text }: Clause, at: number): boolean {
  const before = tokens[at - 1];
  const opener = tokens[at];
  if (before === undefined || opener === undefined) return true;
  const isPause = /[,;]/.test(text.slice(before.end, opener.start)) || PAUSES.has(before.word);
  if (PARTICLES.has(opener.word) && !isPause) return true;
  return DANGLING.has(before.word) && !(CONJUNCTIONS.has(opener.word) && ENDING_VERBS.has(before.word));
}
const PARTICLES = new Set("on for any your now well".split(" "));
const PAUSES = new Set("okay ok alright right yeah yes so and".split(" "));
const CONJUNCTIONS = new Set("and but so because".split(" "));
const ENDING_VERBS = new Set(
  "have has had do does did is are was were be been feel see hear get got it you".split(" "),
);

/** An "if" with a few words after it is still waiting for what it governs. */
function isAwaiting(tokens: readonly Token[]): boolean {
  const condition = tokens.findLastIndex(({ word }) => CONDITIONS.has(word));
  return condition !== -1 && tokens.length - condition <= LONGEST_CONDITION_WORDS;
}

/**
 * Each part asks, supposes or tells by itself: what stands before the asking words tells. A clause that asks or supposes
 * without a word for it does so in every part.
 */
function withModes(clause: Clause, parts: readonly Clause[]): Clause[] {
  const asking = parts.findIndex(({ tokens }) => isQuestion(tokens, "", FILLERS));
  const supposes = parts.some(({ cues }) => cues.has("hypothetical"));
  return parts.map((part, index): Clause => {
    if (clause.mode === "question" && (asking === -1 || index >= asking)) return part;
    const carried = clause.mode === "conditional" && !supposes;
    return { ...part, mode: carried || part.cues.has("hypothetical") ? "conditional" : "statement" };
  });
}

function partOf(clause: Clause, from: number, to: number): Clause {
  const tokens = clause.tokens.slice(from, to);
  return {
    ...clause,
    tokens,
    cues: readCues(tokens, clause.role),
    start: tokens[0]?.start ?? clause.start,
    end: tokens.at(-1)?.end ?? clause.end,
  };
}
