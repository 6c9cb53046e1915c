import { MEDICATION_LEXICON } from "../clinical-language/lexicon/medications.ts";
import { findTerms } from "../clinical-language/lexicon.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { GroundingSource } from "./grounding-source.ts";
import { type Mention, readMentions, readTermMentions } from "./read-mentions.ts";
import type { WithheldReason } from "./withheld.ts";

/** What a note may say happens to a drug. */
export type DrugChange =
  | "started"
  | "continued"
  | "restarted"
  | "increased"
  | "decreased"
  | "changed"
  | "held"
  | "stopped"
  | "refused"
  | "considered";

const CHANGES: readonly (readonly [DrugChange, status: RegExp])[] = [
  ["considered", /^(consider|discuss|propos|option|possib)/],
  ["refused", /^(refus|declin)/],
  ["restarted", /^(restart|resum)/],
  ["stopped", /^(stop|discontinu|ceas|inactive|not taking|no longer|complet)/],
  ["held", /^(hold|held|paus|on hold|on_hold)/],
  ["increased", /^(increas|rais|up-?titrat|doubl)/],
  ["decreased", /^(decreas|reduc|lower|taper|wean)/],
  ["changed", /^(chang|switch|adjust)/],
  ["continued", /^(continu|keep|refill|active|taking|unchanged)/],
  ["started", /^(start|new|add|begin|initiat|prescrib|order|take|use|give|put)/],
];

/** The words that say each change; without one of them near the drug, the change was not said. */
const SAID: Readonly<Partial<Record<DrugChange, RegExp>>> = {
  stopped:
    /^(stop|stopped|stopping|discontinue|discontinued|discontinuing|off|quit|avoid|without|longer|ran|out|done|finished|finish|not|n't|don't|no|used|never|cease|wean|away|rid|drop|switch|switching|switched|swap|swapping|swapped|change|changing|changed|instead|replace|replacing|replaced|expired|hold)$/,
  held: /^(hold|holding|held|pause|skip|stop|off|break)$/,
  increased:
    /^(increase|increased|increasing|up|raise|raising|double|doubled|doubling|higher|bump|bumping|more|titrate|go|going|from|to)$/,
  decreased:
    /^(decrease|decreased|decreasing|lower|lowering|reduce|reducing|down|cut|cutting|half|less|wean|weaning|taper|tapering|back|drop|dropping|halve|from|to)$/,
  changed: /^(change|changed|changing|switch|switched|switching|instead|replace|adjust|adjusting|try|different)$/,
  restarted: /^(restart|restarting|resume|resuming|back|again)$/,
  refused: /^(no|not|n't|don't|refuse|refused|decline|declined|rather|won't|wo|against|want|never|hesitant|prefer)$/,
  considered:
    /^(consider|considering|could|might|may|if|option|options|think|thinking|discuss|talk|talked|possibly|maybe|perhaps|would|try|later|wait|waiting|sure|ready|hold|allergic|stopped|rather|like|down|next|can|possibility|offer|suggest)$/,
};
const STOP_BEFORE = /^(stop|stopped|stopping|discontinue|discontinued|quit|avoid|off)$/;
const NEAR_WORDS = 14;
const STOP_REACH_WORDS = 4;

/**
 * Reads a status as the change it stands for.
 *
 * @param status As drafted: a coded word or the speaker's own.
 * @returns The change; null where the status says none.
 */
export function readDrugChange(status: string | null): DrugChange | null {
  const folded = status?.trim().toLowerCase() ?? "";
  return CHANGES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/**
 * Compares the change of a drug with the words around its name.
 *
 * @param item The medication.
 * @param evidence Its evidence, found again.
 * @param source The stored transcript.
 * @param planned Whether it is an order of this visit; else it is what the patient takes.
 * @returns Why the change is not borne out, or null.
 */
export function checkChange(
  item: { readonly medication_name: string; readonly status: string | null },
  evidence: readonly Evidence[],
  source: GroundingSource,
  planned: boolean,
): WithheldReason | null {
  const change = readDrugChange(item.status);
  const mentions = drugMentions(item.medication_name, evidence, source);
  if (mentions.length === 0) return isRecorded(change, evidence, source) ? null : "change_not_said";
  const faults = mentions.map((mention) => faultOf(mention, change, evidence, planned));
  return faults.includes(null) ? null : (faults[0] ?? null);
}

/** A drug nobody spoke of goes on as the record says; that it was stopped has to stand there. */
function isRecorded(change: DrugChange | null, evidence: readonly Evidence[], source: GroundingSource): boolean {
  if (change === null || change === "continued" || change === "started") return true;
  const recorded = evidence.flatMap((one) => (one.kind === "snapshot" ? (source.snapshotItem(one.itemId) ?? "") : []));
  return recorded.some((text) => text.split(/[\s;]+/).some((word) => readDrugChange(word) === change));
}

function drugMentions(name: string, evidence: readonly Evidence[], source: GroundingSource): Mention[] {
  const [known] = findTerms(MEDICATION_LEXICON, tokenize(name));
  return known === undefined
    ? readMentions(name, evidence, source)
    : readTermMentions(MEDICATION_LEXICON, known.value, evidence, source);
}

function faultOf(
  mention: Mention,
  change: DrugChange | null,
  evidence: readonly Evidence[],
  planned: boolean,
): WithheldReason | null {
  const { stance } = mention;
  if (stance.person === "other" && !planned) return "another_person";
  const expected = change === null ? undefined : SAID[change];
  if (expected !== undefined) return isSaidNear(mention, expected, evidence) ? null : "change_not_said";
  if (mention.open) return "not_settled";
  if (planned && stance.reality === "hypothetical") return "not_real";
  if (stance.polarity === "negated") return isStopped(mention) ? null : "opposite_said";
  if (isStopped(mention)) return "change_not_said";
  if (!planned && stance.time === "past") return "over";
  return !planned && stance.reality === "hypothetical" ? "not_real" : null;
}

/** The words of a change stand near the drug, or in another quote of the item: an answer, a second sentence. */
function isSaidNear({ utterance, first, last }: Mention, expected: RegExp, evidence: readonly Evidence[]): boolean {
  const near = utterance.tokens.slice(Math.max(0, first - NEAR_WORDS), last + NEAR_WORDS);
  const quoted = evidence.flatMap((one) => (one.kind === "transcript" ? tokenize(one.quote) : []));
  return [...near, ...quoted].some(({ word }) => expected.test(word) || (word.endsWith("n't") && expected.test("n't")));
}

/** "Stop the ibuprofen"; "don't stop the ibuprofen" goes on. */
function isStopped({ utterance, first }: Mention): boolean {
  for (let index = first - 1; index >= Math.max(0, first - STOP_REACH_WORDS); index -= 1) {
    const word = utterance.tokens[index]?.word ?? "";
    if (!STOP_BEFORE.test(word)) continue;
    const before = utterance.tokens[index - 1]?.word ?? "";
    return !(before === "not" || before === "never" || before.endsWith("n't"));
  }
  return false;
}
