import type { Token } from "./clause.ts";
import { QUESTION_INSIDE, QUESTION_STARTS } from "./lexicon/clause-boundaries.ts";
import { buildLexicon, findTerms } from "./lexicon.ts";

const STARTS = buildLexicon(QUESTION_STARTS.map((phrase) => [phrase, true] as const));
const INSIDE = buildLexicon(QUESTION_INSIDE.map((phrase) => [phrase, true] as const));

/**
 * Tells whether words ask. A doubtful case counts as a question, since a question never becomes a finding.
 *
 * @param tokens The words of one clause.
 * @param terminal What ended its sentence: `?`, `.`, or the empty string where nothing did.
 * @param fillers Words that may stand before the asking word.
 */
export function isQuestion(tokens: readonly Token[], terminal: string, fillers: ReadonlySet<string>): boolean {
  if (terminal === "?") return true;
  const head = tokens.findIndex((token) => !fillers.has(token.word));
  if (head === -1) return false;
  const [start] = findTerms(STARTS, tokens.slice(head, head + 4));
  if (start?.first === 0) return !isCleft(tokens, head);
  return terminal === "" && findTerms(INSIDE, tokens).some(({ first }) => !isOrder(tokens, first));
}

/** "What I'm going to do is …", "what we'll do" tell; "what is it" asks. */
function isCleft(tokens: readonly Token[], head: number): boolean {
  return tokens[head]?.word === "what" && CLEFT_SUBJECTS.has(tokens[head + 1]?.word ?? "");
}
const CLEFT_SUBJECTS = new Set("i i'm i'd i'll we we're we'll we'd you'll".split(" "));

/** "I'm going to have you take", "go ahead and have you use" order. */
function isOrder(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.word ?? "";
  return ORDERING.has(before) || (before === "and" && tokens[first - 2]?.word === "ahead");
}
const ORDERING = new Set("to na gonna wanna will i'll we'll would".split(" "));
