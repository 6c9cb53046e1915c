import type { Clause } from "../../clinical-language/clause.ts";
import { DANGLING, OPENERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";

const OPENING = buildLexicon(OPENERS.map((phrase) => [phrase, true] as const));
/** Longer clauses are cut; a cut leaves this many words before it and that many after it. */
const LONGEST_UNCUT_WORDS = 14;
const SHORTEST_HEAD_WORDS = 5;
const SHORTEST_TAIL_WORDS = 3;

/**
 * Cuts a clause into passages short enough to be chosen one by one, before words that open a thought and never after a
 * word that cannot end one: a negation or an "if" stays with what it governs.
 *
 * @param clause A clause.
 * @returns Clauses that together are the clause, each with its mode and cues.
 */
export function splitPassages(clause: Clause): Clause[] {
  if (clause.tokens.length <= LONGEST_UNCUT_WORDS) return [clause];
  const passages: Clause[] = [];
  let from = 0;
  for (const { first } of findTerms(OPENING, clause.tokens)) {
    const tooShort = first - from < SHORTEST_HEAD_WORDS || clause.tokens.length - first < SHORTEST_TAIL_WORDS;
    if (tooShort || DANGLING.has(clause.tokens[first - 1]?.word ?? "")) continue;
    passages.push(partOf(clause, from, first));
    from = first;
  }
  return [...passages, partOf(clause, from, clause.tokens.length)];
}

function partOf(clause: Clause, from: number, to: number): Clause {
  const tokens = clause.tokens.slice(from, to);
  return { ...clause, tokens, start: tokens[0]?.start ?? clause.start, end: tokens.at(-1)?.end ?? clause.end };
}
