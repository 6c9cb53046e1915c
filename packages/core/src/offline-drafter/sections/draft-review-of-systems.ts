import type { BodySystem } from "../../clinical-language/body-system.ts";
import type { Clause } from "../../clinical-language/clause.ts";
import type { Exchange } from "../../clinical-language/find-exchanges.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { SYMPTOM_LEXICON } from "../../clinical-language/lexicon/symptoms.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence, wordsOf } from "../../clinical-language/quote.ts";
import { readAssertion } from "../../clinical-language/read-assertion.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { findAllergens } from "./find-allergens.ts";
import { reactionsToldAfter } from "./reactions-told-after.ts";

type Symptom = SoapNote["subjective"]["reviewOfSystems"][number];
type Finding = Pick<Symptom, "system" | "finding" | "status"> & { readonly evidence: TranscriptEvidence[] };

const FIRST_PERSON = new Set("i i'm i've i'd my me".split(" "));
const REPORTED = new Set(
  "endorses endorsed endorsing reports reported complains denies denied deny denying".split(" "),
);
const NEGATED_QUESTION = new Set("no not n't without don't doesn't haven't hasn't isn't".split(" "));
const DESCRIPTIVE_QUESTION = new Set(
  "when how where why which what's what or than worse better first last start started because if".split(" "),
);
const LONGEST_BARE_CLAUSE_WORDS = 6;

/**
 * Symptoms the patient has or has not, as said by the patient, answered to the clinician, or reported by the clinician.
 *
 * A plain "no" to a list denies each symptom of the list; a plain "yes" affirms a question's one symptom and never a
 * list's. A symptom both affirmed and denied stays affirmed and goes to the clinician.
 *
 * @param scene The encounter.
 */
export function draftReviewOfSystems(scene: Scene): Symptom[] {
  const isAside = reactionsIn(scene);
  const findings = [
    ...scene.clauses.filter((clause) => !isAside.has(clause)).flatMap(findingsStated),
    ...scene.exchanges.flatMap((exchange) => findingsAnswered(scene, exchange)),
  ];
  const bySymptom = Map.groupBy(findings, ({ system, finding }) => `${system} ${foldSymptom(finding)}`);
  const symptoms: Symptom[] = [];
  for (const group of bySymptom.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const affirmed = group.find(({ status }) => status === "positive");
    const chosen = affirmed ?? first;
    const id = `symptom-${symptoms.length + 1}`;
    symptoms.push({ id, ...chosen });
    const contradiction = affirmed === undefined ? undefined : group.find(({ status }) => status === "negative");
    if (contradiction !== undefined) {
      askToConfirm(
        scene,
        "This symptom was both affirmed and denied",
        [...chosen.evidence, ...contradiction.evidence].slice(0, 50),
        id,
      );
    }
  }
  return symptoms;
}

/** What a drug or an allergen did, or why a drug was given up, is no symptom of today. */
function reactionsIn({ clauses, exchanges, mentions }: Scene): ReadonlySet<Clause> {
  const given = mentions.filter(({ use }) => use === "stopped taking").map(({ clause }) => clause);
  const asked = exchanges.filter(({ question }) => question.tokens.some(({ word }) => ALLERGIC.has(word)));
  const caused = clauses.filter(
    (clause) => clause.tokens.some(({ word }) => CAUSING.has(word)) && findAllergens(clause).length > 0,
  );
  const told = reactionsToldAfter(clauses).map(({ clause }) => clause);
  return new Set([...given, ...told, ...asked.flatMap(({ answerClauses }) => answerClauses), ...caused]);
}
const ALLERGIC = new Set("allergic allergy allergies reaction reactions".split(" "));
const CAUSING = new Set(
  "give gives gave make makes made cause causes caused from allergic allergy reaction".split(" "),
);

const foldSymptom = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\b(your|my)\b/g, "the")
    .replace(/s$/, "");

function findingsStated(clause: Clause): Finding[] {
  // "Your lungs" on the patient's side is a clinician's sentence under the wrong speaker.
  if (clause.role === "patient" && clause.tokens.some((token) => token.word === "your")) return [];
  const reported = clause.tokens.some((token) => REPORTED.has(token.word));
  if (clause.role !== "patient" && !(clause.role === "provider" && reported)) return [];
  const matches = findTerms(SYMPTOM_LEXICON, clause.tokens);
  const listed = indexesOf(matches);
  return matches.flatMap((match) => {
    const assertion = readAssertion(clause, match.first, match.last, listed);
    const owned =
      reported ||
      clause.tokens.length <= LONGEST_BARE_CLAUSE_WORDS ||
      clause.tokens.some((token) => FIRST_PERSON.has(token.word));
    if (assertion === "unclear" || (assertion === "affirmed" && !owned)) return [];
    return [findingOf(clause, match, assertion === "affirmed" ? "positive" : "negative", [quote(clause)])];
  });
}

function findingsAnswered(scene: Scene, { question, answer, answerClauses }: Exchange): Finding[] {
  const matches = findTerms(SYMPTOM_LEXICON, question.tokens).filter((match) => !isReferredTo(question, match.first));
  const descriptive = question.tokens.some((token) => DESCRIPTIVE_QUESTION.has(token.word) && token.word !== "or");
  if (matches.length === 0 || descriptive || question.cues.has("others") || question.cues.has("past")) return [];
  const evidence = [question, ...answerClauses].slice(0, 50).map((clause) => quote(clause));
  const negated = question.tokens.some((token) => NEGATED_QUESTION.has(token.word));
  if (answer === "no")
    return matches
      .filter((match) => !isQualified(question, match.last))
      .map((match) => findingOf(question, match, "negative", evidence));
  if (answer === "yes" && matches.length === 1 && !negated && !isOneOfSeveral(question))
    return matches.map((match) => findingOf(question, match, "positive", evidence));
  const answeredItself = answerClauses.some((clause) => findTerms(SYMPTOM_LEXICON, clause.tokens).length > 0);
  if (!answeredItself)
    askToConfirm(scene, "Symptoms were asked about and the answer does not settle which the patient has", evidence);
  return [];
}

/** "Blood in your spit or chest pain?" asks two things though only one is known. */
function isOneOfSeveral(question: Clause): boolean {
  const body = question.tokens.slice(question.tokens.findIndex((token) => !FILLERS.has(token.word)));
  const gaps = body.slice(1).map((token, index) => question.text.slice(body[index]?.end ?? 0, token.start));
  return body.some((token) => LISTING.has(token.word)) || gaps.some((gap) => gap.includes(","));
}
const LISTING = new Set("or and like".split(" "));

/** "Any fever along with the headache?" asks for the fever only. */
const isReferredTo = (clause: Clause, first: number): boolean => REFERENCES.has(clause.tokens[first - 1]?.word ?? "");
const REFERENCES = new Set(
  "the this that these those your my her his for with about from while when during after".split(" "),
);

/** "Chest pain that wakes you", "cough while lying down": a no denies that, not the symptom. */
function isQualified(clause: Clause, last: number): boolean {
  const next = clause.tokens[last + 1]?.word ?? "";
  return QUALIFIERS.has(next) && !(next === "that" && NOTICING.has(clause.tokens[last + 2]?.word ?? ""));
}
const QUALIFIERS = new Set("that which while when during after with associated like".split(" "));
const NOTICING = new Set("you you've".split(" "));

function findingOf(
  clause: Clause,
  match: Match<BodySystem>,
  status: "positive" | "negative",
  evidence: TranscriptEvidence[],
): Finding {
  return { system: match.value, finding: wordsOf(clause, match.first, match.last), status, evidence };
}

function indexesOf(matches: readonly Match<BodySystem>[]): Set<number> {
  const indexes = new Set<number>();
  for (const { first, last } of matches) for (let index = first; index <= last; index += 1) indexes.add(index);
  return indexes;
}
