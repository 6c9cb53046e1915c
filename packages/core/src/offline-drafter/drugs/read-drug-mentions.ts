import type { Clause, Token } from "../../clinical-language/clause.ts";
import { CORRECTIONS } from "../../clinical-language/lexicon/corrections.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { DOSE_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { findTerms, lexiconOf, type Match } from "../../clinical-language/lexicon.ts";
import { isSpokenNumber } from "../../clinical-language/read-number.ts";
import { readStance } from "../../clinical-language/read-stance.ts";
import { OPEN_DECISIONS } from "../lexicon/intent.ts";
import { decidedByProvider } from "./decided-by-provider.ts";
import type { DrugMention, DrugUse } from "./drug-mention.ts";
import { exchangeIn } from "./exchange-of-drugs.ts";
import { usedByPatient } from "./used-by-patient.ts";
import { verbOfTaking } from "./verb-of-taking.ts";

const OPEN = lexiconOf(OPEN_DECISIONS);
const CORRECTION = lexiconOf(CORRECTIONS);
const LONGEST_REACH_WORDS = 12;
const BETWEEN_LISTED = new Set(
  "and also plus the my your a an of once twice day daily per at night morning with or".split(" "),
);
const ADDING = new Set("and also plus".split(" "));

/**
 * Reads what a clause says of each drug it names. A drug of another person is none of the patient's and is left out; one
 * that the speaker takes back at once ("Lipitor, I mean Crestor") gives its place to the next.
 *
 * @param clause A clause of the provider or the patient.
 * @example
 * readDrugMentions(clauseOf("provider", "Let's stop the ibuprofen and start Mobic")).map(({ use }) => use); // ["stopped", "started"]
 */
export function readDrugMentions(clause: Clause): DrugMention[] {
  const matches = findTerms(MEDICATION_LEXICON, clause.tokens);
  const mentions: DrugMention[] = [];
  for (const [order, match] of matches.entries()) {
    const previous = mentions.at(-1);
    const floor = (matches[order - 1]?.last ?? -1) + 1;
    const between = clause.tokens.slice(floor, match.first);
    const own = useOf(clause, match, floor);
    if (isOfOthers(clause, match)) continue;
    const mention = (use: DrugUse): DrugMention => ({ clause, match, use, antecedent: null });
    if (previous !== undefined && isTakenBack(between)) {
      mentions[mentions.length - 1] = { ...previous, use: "unclear" };
      mentions.push(mention(own === "unclear" ? previous.use : own));
    } else if (own !== "unclear" || previous === undefined) mentions.push(mention(own));
    else mentions.push(mention(exchanged(clause, match, previous) ?? (isListGap(between) ? previous.use : own)));
  }
  return mentions;
}

function useOf(clause: Clause, match: Match<string>, floor: number): DrugUse {
  if (clause.role === "patient") return usedByPatient(clause, match, floor);
  const decided = decidedByProvider(clause, match, floor);
  if (decided !== null) return decided;
  const taking = verbOfTaking(clause, match.first);
  if (taking === null || clause.mode === "question" || isSupposed(clause, taking.verb)) return "unclear";
  return taking.denied ? "not taking" : "taking";
}

/** "If you take", "you might be on". */
function isSupposed(clause: Clause, verb: number): boolean {
  const before = clause.tokens.slice(Math.max(0, verb - LONGEST_REACH_WORDS), verb);
  return findTerms(OPEN, before).length > 0;
}

/** The other side of an exchange the clinician decided on, or left open. */
function exchanged(clause: Clause, match: Match<string>, previous: DrugMention): DrugUse | null {
  const side = exchangeIn(clause, match);
  if (side === null || clause.role !== "provider") return null;
  if (previous.use === "stopped" || previous.use === "started") return side === "to" ? "started" : "stopped";
  return previous.use;
}

function isTakenBack(between: readonly Token[]): boolean {
  return findTerms(CORRECTION, between).length > 0 && !between.some(({ word }) => ADDING.has(word));
}

/** "Taking A, 20 mg daily, and B": only regimen words and an "and" stand between two drugs of one list. */
function isListGap(tokens: readonly Token[]): boolean {
  return tokens.every((token) => BETWEEN_LISTED.has(token.word) || DOSE_UNITS.has(token.word) || isSpokenNumber(token));
}

function isOfOthers(clause: Clause, { first, last }: Match<string>): boolean {
  const sentence = { first: 0, last: clause.tokens.length - 1, asks: clause.mode === "question" };
  const { sequence, role, text, tokens } = clause;
  return readStance({ sequence, role, text, tokens, sentences: [sentence] }, first, last).person === "other";
}
