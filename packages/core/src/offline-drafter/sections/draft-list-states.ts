import type { z } from "zod";
import type { Clause } from "../../clinical-language/clause.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence } from "../../clinical-language/quote.ts";
import type { RecordList, SoapNote } from "../../soap-note/soap-note.ts";
import { LIST_QUESTIONS, NO_ALLERGIES } from "../lexicon/list-questions.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { findAllergens } from "./find-allergens.ts";

type ListName = z.infer<typeof RecordList>;
type Subjective = SoapNote["subjective"];

const QUESTIONS = buildLexicon(
  LIST_QUESTIONS.flatMap(([list, phrases]) => phrases.map((phrase) => [phrase, list] as const)),
);
const DENIALS = buildLexicon(NO_ALLERGIES.map((phrase) => [phrase, true] as const));

/**
 * Lists that were asked for in whole and denied in whole, or denied in so many words; never one that has entries.
 *
 * @param scene The encounter.
 * @param drafted The lists as drafted: an entry beside a denial is put to the clinician instead.
 */
export function draftListStates(
  scene: Scene,
  drafted: Pick<Subjective, "allergies" | "medications" | "history">,
): Subjective["listStates"] {
  const states: Subjective["listStates"] = {};
  const isEmpty: Record<ListName, boolean> = {
    // A denial beside an exception or an unclear answer attests nothing.
    allergies: drafted.allergies.length === 0 && !isAllergyOpen(scene),
    medications: drafted.medications.length === 0,
    surgical_history: !drafted.history.some((item) => item.kind === "surgical"),
    conditions: !drafted.history.some((item) => item.kind === "medical"),
    family_history: false,
    social_history: false,
  };
  for (const { list, evidence } of [...deniedInAnswers(scene), ...deniedInStatements(scene.clauses)]) {
    if (!isEmpty[list]) {
      askToConfirm(scene, `A whole list was denied that has entries: ${list}`, evidence);
      delete states[list];
    } else states[list] ??= { state: "none_known", complete: false, evidence };
  }
  return states;
}

function isAllergyOpen(scene: Scene): boolean {
  const excepted = scene.clauses.some(
    (clause) => findAllergens(clause).length > 0 && clause.tokens.slice(0, 2).some(({ word }) => EXCEPTING.has(word)),
  );
  return excepted || scene.confirmations.some(({ reason }) => /allerg/i.test(reason));
}
const EXCEPTING = new Set("except excepting besides apart other".split(" "));

interface Denial {
  readonly list: ListName;
  readonly evidence: TranscriptEvidence[];
}

function deniedInAnswers(scene: Scene): Denial[] {
  return scene.exchanges.flatMap(({ question, answer, answerClauses }) => {
    const asked = findTerms(QUESTIONS, question.tokens).find((match) => match.last === question.tokens.length - 1);
    if (asked === undefined || answer !== "no" || question.cues.has("others")) return [];
    return [{ list: asked.value, evidence: [question, ...answerClauses].slice(0, 50).map((clause) => quote(clause)) }];
  });
}

function deniedInStatements(clauses: readonly Clause[]): Denial[] {
  return clauses
    .filter((clause) => clause.role === "patient" || clause.role === "provider")
    .filter((clause) => clause.mode === "statement" && !clause.cues.has("others") && !clause.cues.has("uncertain"))
    .filter((clause) => findTerms(DENIALS, clause.tokens).some((match) => isWholeDenial(clause, match.last)))
    .map((clause) => ({ list: "allergies", evidence: [quote(clause)] }));
}

/** "No allergies to penicillin" denies one allergen, not the list. */
function isWholeDenial(clause: Clause, last: number): boolean {
  const rest = clause.tokens.slice(last + 1).map((token) => token.word);
  return rest.every((word) => AFTER_DENIAL.has(word));
}
const AFTER_DENIAL = new Set("that i know of am aware at all either thank you god no".split(" "));
