import type { Clause } from "../../clinical-language/clause.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { SYMPTOM_LEXICON } from "../../clinical-language/lexicon/symptoms.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { HPI_QUESTIONS, ILLNESS_WORDS } from "../lexicon/illness.ts";
import type { Scene } from "../scene.ts";

type Illness = SoapNote["subjective"]["hpi"][number];

const ELEMENTS = buildLexicon(
  HPI_QUESTIONS.flatMap(([element, phrases]) => phrases.split("|").map((phrase) => [phrase, element] as const)),
);
const ILLNESS = buildLexicon(ILLNESS_WORDS.map((phrase) => [phrase, true] as const));
const SUMMARY = buildLexicon(
  ["year-old", "year old", "past medical history", "presents with", "presents for", "presents today"].map(
    (phrase) => [phrase, true] as const,
  ),
);
const SHORTEST_NARRATIVE_WORDS = 5;
const SHORTEST_ANSWER_WORDS = 2;

/**
 * The patient's own account, clause by clause, with what the clinician asked deciding the element, and a clinician's
 * spoken summary of who presents with what. Words are quoted whole, so a negation in them stays in them.
 *
 * @param scene The encounter.
 */
export function draftPresentIllness(scene: Scene): Illness[] {
  const elementOf = elementsOfAnswers(scene);
  const illness: Illness[] = [];
  for (const clause of scene.clauses) {
    const answered = elementOf.get(clause);
    if (answered === undefined && !isNarrative(clause)) continue;
    const question: TranscriptEvidence[] = answered === undefined ? [] : [quote(answered.question)];
    illness.push({
      id: `illness-${illness.length + 1}`,
      evidence: [...question, quote(clause)],
      element: answered?.element ?? "narrative",
      description: clause.text.slice(clause.start, clause.end),
    });
  }
  return illness;
}

interface Answered {
  readonly element: Illness["element"];
  readonly question: Clause;
}

/** The first telling clause of each answer to a question about the illness. */
function elementsOfAnswers(scene: Scene): Map<Clause, Answered> {
  const answers = new Map<Clause, Answered>();
  for (const { question, answerClauses } of scene.exchanges) {
    const [asked] = findTerms(ELEMENTS, question.tokens);
    const clause = answerClauses.find((candidate) => candidate.tokens.length >= SHORTEST_ANSWER_WORDS);
    if (asked === undefined || clause === undefined || !isOwnAccount(clause)) continue;
    answers.set(clause, { element: asked.value, question });
  }
  return answers;
}

const isOwnAccount = (clause: Clause): boolean => clause.mode === "statement" && !clause.cues.has("others");

function isNarrative(clause: Clause): boolean {
  if (!isOwnAccount(clause) || clause.tokens.length < SHORTEST_NARRATIVE_WORDS) return false;
  if (clause.role === "provider") return findTerms(SUMMARY, clause.tokens).length > 0;
  if (clause.role !== "patient") return false;
  return (
    findTerms(ILLNESS, clause.tokens).length > 0 ||
    findTerms(SYMPTOM_LEXICON, clause.tokens).length > 0 ||
    findTerms(CONDITION_LEXICON, clause.tokens).length > 0 ||
    findTerms(MEDICATION_LEXICON, clause.tokens).length > 0
  );
}
