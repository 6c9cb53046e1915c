import type { Clause } from "../../clinical-language/clause.ts";
import type { Exchange } from "../../clinical-language/find-exchanges.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { opensWithNo } from "../../clinical-language/opens-with-no.ts";
import { quote } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { HPI_QUESTIONS } from "../lexicon/illness.ts";
import type { Scene } from "../scene.ts";
import type { Chosen } from "../summary/choose-passages.ts";
import { isWithin } from "../summary/is-within.ts";
import { splitPassages } from "../summary/split-passages.ts";
import { statesFact } from "../summary/states-fact.ts";
import { planCategoryOf } from "./plan-category-of.ts";

type Illness = SoapNote["subjective"]["hpi"][number];

const ELEMENTS = buildLexicon(
  HPI_QUESTIONS.flatMap(([element, phrases]) => phrases.split("|").map((phrase) => [phrase, element] as const)),
);
const LONGEST_ANSWER_WORDS = 40;
/** Between a question and its answer, both verbatim. */
const ANSWERED_BY = " — ";

/**
 * The account of the illness, passage by passage as it was told: the patient's own words, what the clinician asked with
 * the answer to it, and what the clinician said of the patient to the patient, who let it stand.
 *
 * What the patient answers to it with a no stands beside it. Words are quoted whole, so that a negation, a doubt or an "if" in them stays in them; a question never stands without
 * its answer.
 *
 * @param scene The encounter.
 */
export function draftPresentIllness(scene: Scene): Illness[] {
  const asked = new Map(scene.exchanges.map((exchange) => [exchange.question.sequence, exchange]));
  const answers = new Map(scene.exchanges.map((exchange) => [exchange.answerClauses[0]?.sequence ?? 0, exchange]));
  const illness: Illness[] = [];
  const quotedAnswers = new Set<string>();
  for (const { passage, section } of scene.chosen) {
    if (!isOfIllness(passage, section) || quotedAnswers.has(keyOf(passage))) continue;
    const told =
      passage.role === "patient"
        ? toldByPatient(passage, answers.get(passage.sequence))
        : toldToPatient(scene, passage, asked.get(passage.sequence));
    if (told === null) continue;
    illness.push({ ...told, id: `illness-${illness.length + 1}` });
    const answer = told.evidence.at(-1);
    if (answer?.kind === "transcript") quotedAnswers.add(keyOf(answer));
  }
  return illness;
}

const keyOf = ({ sequence, start }: { readonly sequence: number; readonly start: number }): string =>
  `${sequence} ${start}`;

/** Words about the plan, whoever says them, are no account of the illness, unless they name a drug or a dose. */
function isOfIllness(passage: Clause, section: Chosen["section"]): boolean {
  if (passage.role === "provider")
    return passage.mode === "question" || (section === "subjective" && !isDecision(passage));
  return section === "subjective" || statesFact(passage);
}

const isDecision = (passage: Clause): boolean => planCategoryOf(passage) !== null && !statesFact(passage);

function toldByPatient(passage: Clause, exchange: Exchange | undefined): Omit<Illness, "id"> | null {
  if (passage.mode === "question") return null;
  if (exchange !== undefined && isBareAnswer(passage, exchange)) return answered(exchange.question, exchange);
  const [asked] = exchange === undefined ? [] : findTerms(ELEMENTS, exchange.question.tokens);
  const question = exchange === undefined || asked === undefined ? [] : [quote(exchange.question)];
  return {
    element: asked?.value ?? "narrative",
    description: wordsIn(passage),
    evidence: [...question, quote(passage)],
  };
}

/** "No… well, yes, in my knee" says nothing without what was asked. */
function isBareAnswer(passage: Clause, { question, answerClauses }: Exchange): boolean {
  const [first] = answerClauses;
  const opening = passage.tokens.find(({ word }) => !FILLERS.has(word))?.word ?? "";
  const opens =
    first !== undefined && passage.start === first.start && (YES.has(opening) || opensWithNo(passage.tokens));
  const isShort =
    passage.tokens.length <= LONGEST_BARE_ANSWER_WORDS && question.tokens.length <= LONGEST_QUESTION_WORDS;
  return opens && isShort;
}
const YES = new Set("yes yeah yep yup yea correct mm-hmm uh-huh".split(" "));
const LONGEST_BARE_ANSWER_WORDS = 8;
const LONGEST_QUESTION_WORDS = 20;

function toldToPatient(scene: Scene, passage: Clause, exchange: Exchange | undefined): Omit<Illness, "id"> | null {
  if (exchange !== undefined && isWithin(passage, exchange.question)) return answered(passage, exchange);
  if (passage.mode === "question") return null;
  const heard = scene.replies.get(passage.sequence);
  const [reply] = heard?.clauses ?? [];
  if (heard === undefined || reply === undefined)
    return { element: "narrative", description: wordsIn(passage), evidence: [quote(passage)] };
  // Only the last words of a turn are answered by the next one.
  const isAnswered = passage.end === heard.last.end && !isAssent(reply);
  const description = isAnswered ? `${wordsIn(passage)}${ANSWERED_BY}${wordsIn(reply)}` : wordsIn(passage);
  return { element: "narrative", description, evidence: [quote(passage), quote(reply)] };
}

/** "Okay", "yeah that's right", or words too long to be an answer: everything else stands beside what it answers. */
function isAssent({ tokens }: Clause): boolean {
  const [opening] = tokens.filter(({ word }) => !HESITATING.has(word));
  return opening === undefined || ASSENTING.has(opening.word) || tokens.length > LONGEST_ANSWER_WORDS;
}
const HESITATING = new Set("um uh uhm er hmm hm oh ah so and".split(" "));
const ASSENTING = new Set(
  (
    "yes yeah yep yup yea okay ok alright right correct sure mm-hmm uh-huh mhm good great fine exactly perfect absolutely definitely true " +
    "thanks thank sounds wonderful awesome hi hello hey"
  ).split(" "),
);

function answered(passage: Clause, { question, answerClauses }: Exchange): Omit<Illness, "id"> | null {
  const [first] = answerClauses.slice(0, 1).flatMap(splitPassages);
  const answer = first === undefined ? undefined : withCorrection(first, answerClauses[1]);
  if (answer === undefined || answer.tokens.length > LONGEST_ANSWER_WORDS) return null;
  const [asked] = findTerms(ELEMENTS, question.tokens);
  return {
    element: asked?.value ?? "narrative",
    description: `${wordsIn(passage)}${ANSWERED_BY}${wordsIn(answer)}`,
    evidence: [quote(passage), quote(answer)],
  };
}

/** "No. Well, yes, in my knee": a bare no is quoted with what the patient goes on to say, or it would say the contrary. */
function withCorrection(first: Clause, next: Clause | undefined): Clause {
  const isBareNo = first.tokens.every((token) => opensWithNo([token]) || FILLERS.has(token.word));
  const [opening] = next?.tokens ?? [];
  if (next === undefined || !isBareNo || !CORRECTIONS.has(opening?.word ?? "")) return first;
  return { ...first, end: next.end, tokens: [...first.tokens, ...next.tokens] };
}
const CORRECTIONS = new Set(
  "well actually yes yeah but except although though wait sorry oh only just sometimes maybe i".split(" "),
);

const wordsIn = ({ text, start, end }: Clause): string => text.slice(start, end);
