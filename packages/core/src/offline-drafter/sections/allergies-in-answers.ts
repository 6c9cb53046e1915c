import type { Clause } from "../../clinical-language/clause.ts";
import type { Exchange } from "../../clinical-language/find-exchanges.ts";
import type { Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { findAllergens } from "./find-allergens.ts";
import { readReaction } from "./read-reaction.ts";

type Allergy = SoapNote["subjective"]["allergies"][number];

const ASKING = new Set("allergic allergy allergies reaction reactions".split(" "));
const YES = new Set("yes yeah yep yup yea correct".split(" "));
const MOST_EVIDENCE = 50;

/**
 * Allergies in answers to a question about allergies: "Are you allergic to sulfa?" with a yes, and what is named in answer
 * to "any allergies?".
 *
 * An answer that is neither a plain denial nor read here is put to the clinician: an allergy is never lost silently.
 *
 * @param scene The encounter.
 */
export function allergiesInAnswers(scene: Scene): Allergy[] {
  return scene.exchanges.flatMap((exchange) => {
    const { question, answer, answerClauses } = exchange;
    if (!question.tokens.some(({ word }) => ASKING.has(word)) || question.cues.has("others") || answer === "no")
      return [];
    const own = answerClauses.filter(({ mode, cues }) => mode === "statement" && !isDoubted(cues));
    const named = own.flatMap((clause) => findAllergens(clause).map((match) => entryOf(clause, match, [question])));
    if (named.length > 0 && own.length === answerClauses.length) return named;
    const asked = isYes(exchange) ? findAllergens(question) : [];
    const [only] = asked;
    if (only !== undefined && asked.length === 1 && answer === "yes")
      return [{ ...entryOf(question, only, answerClauses), reaction: reactionIn(answerClauses) }];
    askToConfirm(
      scene,
      "A question about allergies was answered, and which allergies the patient has is not certain",
      [question, ...answerClauses].slice(0, MOST_EVIDENCE).map((clause) => quote(clause)),
    );
    return named;
  });
}

/** Of the past is an allergy still; a doubt, a denial and another person's are none. */
const isDoubted = (cues: Clause["cues"]): boolean => [...cues].some((cue) => cue !== "past");

const isYes = ({ answerClauses }: Exchange): boolean =>
  answerClauses.some(({ tokens }) => tokens.some(({ word }) => YES.has(word)));

const reactionIn = (clauses: readonly Clause[]): string | null =>
  clauses.map((clause) => readReaction(clause, -1)).find((reaction) => reaction !== null) ?? null;

function entryOf(clause: Clause, match: Match<string>, beside: readonly Clause[]): Allergy {
  const isSole = findAllergens(clause).length === 1;
  return {
    id: "",
    evidence: [clause, ...beside].slice(0, MOST_EVIDENCE).map((said) => quote(said)),
    allergen: wordsOf(clause, match.first, match.last),
    reaction: isSole ? readReaction(clause, match.last) : null,
    severity: null,
    status: null,
  };
}
