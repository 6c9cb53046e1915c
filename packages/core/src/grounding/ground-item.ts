import { isShowable } from "../clinical-language/is-showable.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import { findEvidence } from "./find-evidence.ts";
import type { GroundingSource } from "./grounding-source.ts";
import { findUnsupported, type MissingSupport, readSupport } from "./supported-words.ts";
import type { WithheldReason } from "./withheld.ts";

/** What every item of a note carries. */
export interface GroundedItem {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

/** How the items of one section are held against their evidence. */
export interface ItemRule<Item extends GroundedItem> {
  /** What the item says, for the clinician who decides on it. */
  readonly name: (item: Item) => string;
  /** Every text of the item that was drafted from words; codes and coded words are left out. */
  readonly texts: (item: Item) => readonly (string | null)[];
  /** Whose words it needs; the record's count for the patient's. */
  readonly speaker: "patient" | "clinician" | "anybody";
  /** Words of the record are kept as they are, whatever is in them; anything else may hold no link and no hidden text. */
  readonly recorded?: true;
  /** Polarity, person, time and reality; null where they agree. */
  readonly agrees: (item: Item, evidence: readonly Evidence[], source: GroundingSource) => WithheldReason | null;
}

/** An item's evidence as found again, and why it fails, or null. */
export interface GroundedEvidence {
  readonly evidence: Evidence[];
  readonly reason: WithheldReason | null;
}

const MOST_EVIDENCE = 50;
const REASONS: Readonly<Record<MissingSupport, WithheldReason>> = {
  number: "number_not_said",
  drug: "drug_not_said",
  word: "word_not_said",
};

/**
 * Holds one item against its evidence.
 *
 * @param item The item.
 * @param rule What its section asks.
 * @param source The stored transcript and snapshot.
 * @param confirm Finds the patient's yes to a clinician's words.
 */
export function groundItem<Item extends GroundedItem>(
  item: Item,
  rule: ItemRule<Item>,
  source: GroundingSource,
  confirm: (evidence: readonly Evidence[], source: GroundingSource) => Evidence | null,
): GroundedEvidence {
  const found = item.evidence
    .flatMap((one) => findEvidence(one, source) ?? [])
    .filter((one) => one.kind === "snapshot" || isShowable(one.quote));
  if (found.length === 0) return { evidence: [], reason: "no_evidence" };
  const support = readSupport(
    found.map((one) => (one.kind === "snapshot" ? (source.snapshotItem(one.itemId) ?? "") : one.quote)),
  );
  for (const text of rule.texts(item)) {
    const missing = text === null ? null : findUnsupported(text, support);
    if (missing !== null) return { evidence: found, reason: REASONS[missing] };
  }
  if (rule.recorded !== true && rule.texts(item).some((text) => text !== null && !isShowable(text)))
    return { evidence: found, reason: "not_showable" };
  const spoken = withSpeaker(found, rule.speaker, source, confirm);
  if (spoken === null)
    return { evidence: found, reason: rule.speaker === "patient" ? "no_patient_words" : "no_clinician_words" };
  return { evidence: spoken, reason: rule.agrees(item, spoken, source) };
}

function withSpeaker(
  evidence: Evidence[],
  speaker: ItemRule<GroundedItem>["speaker"],
  source: GroundingSource,
  confirm: (evidence: readonly Evidence[], source: GroundingSource) => Evidence | null,
): Evidence[] | null {
  const isOf = (role: string) => (one: Evidence) =>
    one.kind === "transcript" && source.utterance(one.sequence)?.role === role;
  if (speaker === "clinician") return evidence.some(isOf("provider")) ? evidence : null;
  if (speaker === "anybody") return evidence;
  if (evidence.some((one) => one.kind === "snapshot" || isOf("patient")(one))) return evidence;
  const reply = confirm(evidence, source);
  return reply === null ? null : [...evidence, reply].slice(-MOST_EVIDENCE);
}
