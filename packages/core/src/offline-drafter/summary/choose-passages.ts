import type { Clause } from "../../clinical-language/clause.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { isSpokenNumber } from "../../clinical-language/read-number.ts";
import { describePassages } from "./describe-passages.ts";
import { isMeasuredHere } from "./is-measured-here.ts";
import { scorePassage } from "./score-passages.ts";
import { splitPassages } from "./split-passages.ts";
import { statesFact } from "./states-fact.ts";
import { SUMMARY_CLASSES } from "./summary-weights.ts";

/** A part of a note that quotes the talk. */
export type SummarySection = Exclude<(typeof SUMMARY_CLASSES)[number], "none">;

/** A passage worth quoting, and in which section. */
export interface Chosen {
  readonly passage: Clause;
  readonly section: SummarySection;
  readonly score: number;
}

/** From which share on a passage is quoted: low where a section is short and each finding counts. */
const THRESHOLDS: Readonly<Record<SummarySection, number>> = {
  subjective: 0.15,
  examination: 0.06,
  results: 0.05,
  plan: 0.09,
};
const FEWEST_WORDS = 2;

/** Commands to a recorder and the forms of a conversation. */
const NOT_CLINICAL = buildLexicon(
  "show me|pull up|finalize|any questions|any other questions|any more questions|questions for me|get started|sound good|sounds good|sound okay|make sense|makes sense|thank you|thanks"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/**
 * Chooses what of an encounter a note would quote, and where: what the model finds worth it, and every passage with a
 * drug, a dose or a measurement, whatever the model thinks of it.
 *
 * @param clauses Quotable clauses of the encounter, in order.
 * @returns The chosen passages in the order they were said.
 */
export function choosePassages(clauses: readonly Clause[]): Chosen[] {
  const described = describePassages(clauses.flatMap(splitPassages));
  return described.flatMap((candidate) => {
    if (findTerms(NOT_CLINICAL, candidate.passage.tokens).length > 0) return [];
    const best = bestSection(scorePassage(candidate));
    const isWhole = candidate.passage.tokens.length >= FEWEST_WORDS && !CUT_SHORT.has(lastWord(candidate.passage));
    const isWorth = isWhole && best.score >= THRESHOLDS[best.section];
    const isFact = statesFact(candidate.passage) && !isAside(candidate.passage);
    const section = isMeasuredHere(candidate.passage) ? "examination" : best.section;
    return isWorth || isFact ? [{ passage: candidate.passage, section, score: best.score }] : [];
  });
}

/** The clinician's talk of a drug under a condition, a risk or of others ("some people take …") states none of this patient. */
function isAside({ role, mode, cues, tokens }: Clause): boolean {
  const isOpen = mode === "conditional" || cues.has("others");
  return role === "provider" && isOpen && !tokens.some((token) => isSpokenNumber(token));
}

/** A passage that ends in one of these was cut off: by the end of a chunk, or by characters that may not be quoted. */
const CUT_SHORT = new Set("a an the of to for with from is are was were my your and or if no not but".split(" "));
const lastWord = ({ tokens }: Clause): string => tokens.at(-1)?.word ?? "";

function bestSection(shares: readonly number[]): { section: SummarySection; score: number } {
  let best: { section: SummarySection; score: number } = { section: "subjective", score: 0 };
  for (const [index, section] of SUMMARY_CLASSES.entries()) {
    const score = shares[index] ?? 0;
    if (section !== "none" && score > best.score) best = { section, score };
  }
  return best;
}
