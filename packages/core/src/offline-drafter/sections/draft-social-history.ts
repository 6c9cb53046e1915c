import type { Clause } from "../../clinical-language/clause.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence } from "../../clinical-language/quote.ts";
import type { Scene } from "../scene.ts";
import type { HistoryEntry } from "./draft-history.ts";

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
  const stated = scene.clauses.filter(isOwnStatement).map((clause) => entryOf(textOf(clause), null, [quote(clause)]));
  const answered = scene.exchanges
    .filter(
      ({ question, answer }) =>
        answer !== "unclear" && !question.cues.has("others") && findTerms(TOPICS, question.tokens).length > 0,
    )
    .flatMap(({ question, answerClauses }) => {
      const [answer] = answerClauses;
      if (answer === undefined || answerClauses.some((clause) => findTerms(TOPICS, clause.tokens).length > 0))
        return [];
      return [entryOf(textOf(question), textOf(answer), [quote(question), quote(answer)])];
    });
  return [...stated, ...answered];
}

const textOf = (clause: Clause): string => clause.text.slice(clause.start, clause.end);

function isOwnStatement(clause: Clause): boolean {
  if (clause.role !== "patient" || clause.mode !== "statement" || clause.cues.has("others")) return false;
  if (!clause.tokens.some((token) => FIRST_PERSON.has(token.word))) return false;
  return findTerms(TOPICS, clause.tokens).length > 0;
}

function entryOf(name: string, notes: string | null, evidence: TranscriptEvidence[]): HistoryEntry {
  return {
    id: "",
    evidence,
    kind: "social",
    name,
    icd10_code: null,
    status: null,
    severity: null,
    date: null,
    relationship: null,
    age_of_onset: null,
    surgeon: null,
    notes,
  };
}
