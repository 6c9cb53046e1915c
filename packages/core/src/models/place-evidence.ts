import type { Evidence } from "../soap-note/evidence.ts";
import type { MaskedChunk } from "./build-prompt.ts";
import type { ModelEvidence } from "./model-note.ts";

/** Where evidence can point: the words as stored, the same words as the model saw them, and the record's items. */
export type EvidenceSource = {
  readonly transcript: readonly MaskedChunk[];
  readonly masked: readonly MaskedChunk[];
  readonly itemIds: ReadonlySet<string>;
};

/**
 * Finds the place of what a model quotes. A quote is looked for in the text the model saw, and the words stored at that
 * place become the evidence; what is not found, or names an item that is not on record, is dropped.
 *
 * @param evidence - as the model gave it
 * @param source - transcript and record of this encounter
 * @returns evidence whose quote is an exact slice of the stored transcript
 */
export function placeEvidence(evidence: readonly ModelEvidence[], source: EvidenceSource): Evidence[] {
  return evidence.flatMap((one): Evidence[] => {
    if (one.kind === "snapshot") return source.itemIds.has(one.itemId) ? [one] : [];
    const { sequence } = one;
    const seen = source.masked.find((chunk) => chunk.sequence === sequence)?.text;
    const stored = source.transcript.find((chunk) => chunk.sequence === sequence)?.text;
    const quote = one.quote.trim();
    const start = quote === "" ? -1 : (seen?.indexOf(quote) ?? -1);
    if (stored === undefined || start < 0) return [];
    const end = start + quote.length;
    return [{ kind: "transcript", sequence, start, end, quote: stored.slice(start, end) }];
  });
}
