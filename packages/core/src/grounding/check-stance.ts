import { ALLERGEN_LEXICON } from "../clinical-language/lexicon/allergens.ts";
import { CONDITION_LEXICON } from "../clinical-language/lexicon/conditions.ts";
import { MEDICATION_LEXICON } from "../clinical-language/lexicon/medications.ts";
import { OTHER_PEOPLE, RELATIVES } from "../clinical-language/lexicon/people.ts";
import { PROCEDURE_LEXICON } from "../clinical-language/lexicon/procedures.ts";
import { SYMPTOM_LEXICON } from "../clinical-language/lexicon/symptoms.ts";
import { buildLexicon, findTerms, type Lexicon } from "../clinical-language/lexicon.ts";
import { readStance } from "../clinical-language/read-stance.ts";
import { readUtterance } from "../clinical-language/utterance.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { GroundingSource } from "./grounding-source.ts";
import { type Mention, readMentions } from "./read-mentions.ts";
import type { WithheldReason } from "./withheld.ts";

/** What an item claims of what it names. */
export interface Claim {
  readonly polarity: "affirmed" | "negated";
  readonly person: "patient" | "other";
  /** The claim is of now; a past mention does not bear it out. */
  readonly now: boolean;
  /** A mention in doubt bears it out. */
  readonly mayBeDoubtful: boolean;
}

/**
 * Compares what an item claims with what was said where its name stands. One mention that bears it out is enough.
 *
 * @param claim Polarity, person and time of the item.
 * @param mentions Where the quotes name it; none at all is no contradiction, the words are checked elsewhere.
 * @returns Why it is not borne out, or null.
 */
export function checkClaim(claim: Claim, mentions: readonly Mention[]): WithheldReason | null {
  const faults = mentions.map((mention) => faultOf(claim, mention));
  if (faults.length === 0 || faults.includes(null)) return null;
  return faults[0] ?? null;
}

function faultOf({ polarity, person, now, mayBeDoubtful }: Claim, { stance, open }: Mention): WithheldReason | null {
  if (open) return "not_settled";
  if (stance.reality !== "actual") return "not_real";
  if (stance.person !== person) return "another_person";
  if (stance.polarity !== polarity) return "opposite_said";
  if (now && stance.time === "past" && polarity === "affirmed") return "over";
  return stance.doubtful && !mayBeDoubtful && polarity === "affirmed" ? "doubtful" : null;
}

const TERMS: readonly Lexicon<unknown>[] = [
  SYMPTOM_LEXICON,
  CONDITION_LEXICON,
  MEDICATION_LEXICON,
  PROCEDURE_LEXICON,
  ALLERGEN_LEXICON,
];
const PEOPLE = buildLexicon([...RELATIVES, ...OTHER_PEOPLE].map((phrase) => [phrase, true] as const));

/**
 * Compares free text with its quotes, term by term: where the text affirms what the quotes deny, gives the patient what
 * is another's, or the other way round, it says something else.
 *
 * @param text Words of the item.
 * @param evidence Its evidence, found again.
 * @param source The stored transcript.
 * @returns Why the text is not borne out, or null.
 */
export function checkNarrative(
  text: string,
  evidence: readonly Evidence[],
  source: GroundingSource,
): WithheldReason | null {
  const told = readUtterance({ sequence: 1, speaker_role: "patient", text: answerOf(text, evidence) });
  const namesPeople = findTerms(PEOPLE, told.tokens).length > 0;
  for (const lexicon of TERMS) {
    for (const { first, last } of findTerms(lexicon, told.tokens)) {
      const claimed = readStance(told, first, last);
      const words = told.text.slice(told.tokens[first]?.start, told.tokens[last]?.end);
      const mentions = readMentions(words, evidence, source).filter(({ open }) => !open);
      const person = namesPeople ? claimed.person : "patient";
      const agrees = mentions.some(({ stance }) => stance.polarity === claimed.polarity && stance.person === person);
      if (mentions.length === 0 || agrees) continue;
      return mentions.some(({ stance }) => stance.person !== person) ? "another_person" : "opposite_said";
    }
  }
  return null;
}

/** "Any fever — no", word for word as asked and answered, says itself what was denied: only the answer is compared. */
function answerOf(text: string, evidence: readonly Evidence[]): string {
  const parts = text.split(EXCHANGE);
  const quotes = evidence.flatMap((one) => (one.kind === "transcript" ? [one.quote] : []));
  const isVerbatim = parts.length > 1 && parts.every((part) => quotes.some((words) => words.includes(part)));
  return isVerbatim ? (parts.at(-1) ?? text) : text;
}
/** How a drafter joins a question and its answer. */
const EXCHANGE = " \u2014 ";
