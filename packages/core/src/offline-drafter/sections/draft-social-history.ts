import type { Clause } from "../../clinical-language/clause.ts";
import type { Exchange } from "../../clinical-language/find-exchanges.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote } from "../../clinical-language/quote.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { type HistoryEntry, historyEntry } from "./history-entry.ts";

/** Topics of a social history: tobacco, alcohol, other substances, work, home (US Core Social History, https://hl7.org/fhir/us/core/). */
const TOPICS = buildLexicon(
  (
    "smoke|smoked|smoker|smoking|cigarette|cigarettes|packs a day|pack a day|tobacco|vape|vaping|chew tobacco|alcohol|beer|beers|wine|liquor|drink socially|glasses of wine|" +
    "marijuana|cannabis|cocaine|heroin|recreational drugs|illicit drugs|street drugs|i work as|i work at|i work in|i'm retired|i am retired|retired from|i live alone|i live with|live by myself|" +
    "i'm married|i'm divorced|i'm single|widowed|unemployed"
  )
    .split("|")
    .map((phrase) => [phrase, true] as const),
);
const FIRST_PERSON = new Set("i i'm i've i'd".split(" "));

/**
 * What the patient said of tobacco, alcohol, drugs, work and home, quoted whole so that a "don't" stays in it, and the
 * clinician's question with a plain yes or no to it.
 *
 * @param scene The encounter.
 */
export function draftSocialHistory(scene: Scene): HistoryEntry[] {
  const stated = scene.clauses
    .filter(isOwnStatement)
    .map((clause) => historyEntry("social", textOf(clause), [quote(clause)]));
  const answered = scene.exchanges.flatMap((exchange) => entryAnswered(scene, exchange));
  return [...stated, ...answered];
}

function entryAnswered(scene: Scene, { question, answer, answerClauses }: Exchange): HistoryEntry[] {
  const [said] = answerClauses;
  if (said === undefined || question.cues.has("others") || !isOnTopic(question) || answerClauses.some(isOnTopic))
    return [];
  const evidence = [quote(question), quote(said)];
  if (answer !== "unclear" || isGivenUp(said))
    return [{ ...historyEntry("social", textOf(question), evidence), notes: textOf(said) }];
  if (YES_OR_NO.has(question.tokens.find(({ word }) => !FILLERS.has(word))?.word ?? ""))
    askToConfirm(scene, "A habit was asked about and the answer gives no clear yes or no", evidence);
  return [];
}
const YES_OR_NO = new Set("do does are have any ever".split(" "));

/** "I quit ten years ago": the patient's own end of a habit, whole. */
function isGivenUp(clause: Clause): boolean {
  if (
    clause.mode !== "statement" ||
    clause.cues.has("others") ||
    clause.cues.has("uncertain") ||
    clause.cues.has("negation")
  )
    return false;
  return clause.tokens.some(
    ({ word }, index) => GIVING_UP.has(word) && FIRST_PERSON.has(clause.tokens[index - 1]?.word ?? ""),
  );
}
const GIVING_UP = new Set("quit stopped".split(" "));

/** "Drink" alone means alcohol where nothing drunk is named. */
function isOnTopic({ tokens }: Clause): boolean {
  if (findTerms(TOPICS, tokens).length > 0) return true;
  return tokens.some(
    ({ word }, index) =>
      DRINKING.has(word) && (index === tokens.length - 1 || AFTER_DRINKING.has(tokens[index + 1]?.word ?? "")),
  );
}
const DRINKING = new Set("drink drinking drank".split(" "));
const AFTER_DRINKING = new Set("anymore socially occasionally or nor either often rarely sometimes".split(" "));

const textOf = (clause: Clause): string => clause.text.slice(clause.start, clause.end);

function isOwnStatement(clause: Clause): boolean {
  if (clause.role !== "patient" || clause.mode !== "statement" || clause.cues.has("others")) return false;
  const opening = clause.tokens.find(({ word }) => !FILLERS.has(word))?.word ?? "";
  if (!SUBJECTLESS.has(opening) && !clause.tokens.some((token) => FIRST_PERSON.has(token.word))) return false;
  return isOnTopic(clause);
}
/** "Quit smoking in 2010", "never smoked": the speaker is left out. */
const SUBJECTLESS = new Set("quit stopped never don't".split(" "));
