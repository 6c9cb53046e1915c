import type { Clause } from "../../clinical-language/clause.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { SYMPTOM_LEXICON } from "../../clinical-language/lexicon/symptoms.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { opensWithNo } from "../../clinical-language/opens-with-no.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { COMPLAINT_WORDS, REASON_LEADS, REASON_QUESTIONS } from "../lexicon/illness.ts";
import type { Scene } from "../scene.ts";

type Complaint = SoapNote["subjective"]["chiefComplaint"];

const LEADS = buildLexicon(REASON_LEADS.map((phrase) => [phrase, true] as const));
const QUESTIONS = buildLexicon(REASON_QUESTIONS.map((phrase) => [phrase, true] as const));
const COMPLAINTS = buildLexicon(COMPLAINT_WORDS.map((phrase) => [phrase, true] as const));
/** Words that end the reason in unpunctuated speech. */
const ENDS = new Set(
  "so can tell okay ok alright um uh and who how what do i i'm you we she he which hi hey now today".split(" "),
);
const ARTICLES = new Set("a an the some your his her my this that".split(" "));
const LONGEST_REASON_WORDS = 14;
/** A reason is named at the opening of an encounter; later on "here for" means other things. */
const OPENING_CLAUSES = 80;

/**
 * Why the patient came: the words after "here for" or "presents with", else the first telling clause of the patient's
 * answer to "what brings you in", else the appointment's own chief complaint from the snapshot.
 *
 * @param scene The encounter.
 */
export function draftChiefComplaint(scene: Scene): Complaint {
  return named(scene) ?? answered(scene) ?? booked(scene);
}

function named(scene: Scene): Complaint {
  for (const clause of scene.clauses.slice(0, OPENING_CLAUSES)) {
    if (clause.mode === "conditional" || clause.role === "other" || clause.role === "unknown") continue;
    if (clause.cues.has("negation") || clause.cues.has("others")) continue;
    const lead = findTerms(LEADS, clause.tokens).at(-1);
    if (lead === undefined) continue;
    let first = lead.last + 1;
    while (ARTICLES.has(clause.tokens[first]?.word ?? "")) first += 1;
    let last = first - 1;
    while (
      last + 1 < clause.tokens.length &&
      last + 1 - first < LONGEST_REASON_WORDS &&
      !isEnd(clause, last + 1, first)
    )
      last += 1;
    if (last < first) continue;
    const [reply] = clause.role === "provider" ? (scene.replies.get(clause.sequence)?.clauses ?? []) : [];
    const isLetStand = reply !== undefined && !opensWithNo(reply.tokens);
    return {
      id: "chief-complaint",
      description: wordsOf(clause, first, last),
      evidence: [clause, ...(isLetStand ? [reply] : [])].map((said) => quote(said)),
    };
  }
  return null;
}

/** An "and" goes on only into another complaint: "cough and fever", not "cough and how are you". */
function isEnd(clause: Clause, index: number, first: number): boolean {
  const word = clause.tokens[index]?.word ?? "";
  if (index === first) return false;
  const comma = clause.text.slice(clause.tokens[index - 1]?.end ?? 0, clause.tokens[index]?.start ?? 0).includes(",");
  if (word !== "and" && !comma) return ENDS.has(word);
  const rest = clause.tokens.slice(word === "and" ? index + 1 : index, index + 4);
  return !isComplaint(rest);
}

function answered(scene: Scene): Complaint {
  for (const { question, answerClauses } of scene.exchanges) {
    if (findTerms(QUESTIONS, question.tokens).length === 0) continue;
    const clause = answerClauses.find((candidate) => candidate.mode === "statement" && isComplaint(candidate.tokens));
    if (clause === undefined || clause.cues.has("others")) continue;
    const opening = clause.tokens.findIndex((token) => !FILLERS.has(token.word));
    return {
      id: "chief-complaint",
      description: wordsOf(clause, Math.max(0, opening), clause.tokens.length - 1),
      evidence: [quote(question), quote(clause)],
    };
  }
  return null;
}

function booked({ snapshot }: Scene): Complaint {
  const { appointment_id: itemId, chief_complaint: description } = snapshot.appointment_context;
  if (itemId === null || description === null) return null;
  return { id: "chief-complaint", description, evidence: [{ kind: "snapshot", itemId }] };
}

const isComplaint = (tokens: Clause["tokens"]): boolean =>
  findTerms(COMPLAINTS, tokens).length > 0 ||
  findTerms(SYMPTOM_LEXICON, tokens).length > 0 ||
  findTerms(CONDITION_LEXICON, tokens).length > 0;
