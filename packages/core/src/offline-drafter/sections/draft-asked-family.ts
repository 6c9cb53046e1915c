import type { Clause } from "../../clinical-language/clause.ts";
import { conditionSpan } from "../../clinical-language/condition-span.ts";
import type { Exchange } from "../../clinical-language/find-exchanges.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { RELATIVES } from "../../clinical-language/lexicon/people.ts";
import { findTerms, lexiconOf, type Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { Scene } from "../scene.ts";
import { type HistoryEntry, historyEntry } from "./history-entry.ts";
import { isOwnRelative } from "./is-own-relative.ts";

const RELATIVE = lexiconOf(RELATIVES.filter((name) => name !== "family"));
const LONGEST_ANSWER_WORDS = 8;

/**
 * What runs in the family by question and answer: "Any diabetes in the family? — My dad", "Did your mother have breast
 * cancer? — Yes".
 *
 * One condition asked for and relatives named, or one relative asked for and a plain yes; every other answer is read by
 * what it states itself.
 *
 * @param scene The encounter.
 */
export function draftAskedFamily(scene: Scene): HistoryEntry[] {
  return scene.exchanges.flatMap(entriesAnswered);
}

function entriesAnswered({ question, answer, answerClauses }: Exchange): HistoryEntry[] {
  const [said, ...further] = answerClauses;
  const [asked, ...others] = findTerms(CONDITION_LEXICON, question.tokens);
  if (said === undefined || further.length > 0 || asked === undefined || others.length > 0) return [];
  if (question.tokens.some(({ word }) => word === "or" || word === "and")) return [];
  const { first, last } = conditionSpan(question, asked);
  const entry = (clause: Clause, relative: Match<true>): HistoryEntry => ({
    ...historyEntry("family", wordsOf(question, first, last), [quote(question), quote(said)]),
    relationship: wordsOf(clause, relative.first, relative.last),
  });
  const inQuestion = relativesIn(question);
  const [only] = inQuestion;
  if (only !== undefined) return inQuestion.length === 1 && answer === "yes" ? [entry(question, only)] : [];
  const asksFamily = question.tokens.some(({ word }) => FAMILY.has(word));
  return asksFamily && isPlain(said) ? relativesIn(said).map((relative) => entry(said, relative)) : [];
}
const FAMILY = new Set("family relatives relative".split(" "));

const relativesIn = (clause: Clause): Match<true>[] =>
  findTerms(RELATIVE, clause.tokens).filter((match, _, all) => isOwnRelative(clause, match, all));

/** "Yeah, my dad", "both my parents do": relatives and nothing that turns it. */
function isPlain({ mode, cues, tokens }: Clause): boolean {
  const isTurned = [...cues].some((cue) => cue !== "others" && cue !== "past");
  const isNamed = findTerms(CONDITION_LEXICON, tokens).length > 0;
  return mode === "statement" && !isTurned && !isNamed && tokens.length <= LONGEST_ANSWER_WORDS;
}
