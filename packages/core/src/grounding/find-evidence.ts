import type { Evidence } from "../soap-note/evidence.ts";
import type { GroundingSource } from "./grounding-source.ts";

/**
 * Finds a piece of evidence again in what is stored: the exact slice it names, else the one place where its words stand.
 *
 * Offsets that are off by some characters are put right where the quote leaves no doubt; a quote that stands nowhere, or
 * in several places of which none is the named one, is no evidence.
 *
 * @param evidence As the drafter gave it.
 * @param source The stored transcript and snapshot.
 * @returns The evidence with offsets that hold, or null.
 */
export function findEvidence(evidence: Evidence, source: GroundingSource): Evidence | null {
  if (evidence.kind === "snapshot") return source.snapshotItem(evidence.itemId) === undefined ? null : evidence;
  const { sequence, start, end, quote } = evidence;
  const named = source.utterance(sequence)?.text;
  if (named?.slice(start, end) === quote && /\S/.test(quote)) return evidence;
  if (!/\S/.test(quote)) return null;
  const inNamed = placesIn(named ?? "", quote);
  if (inNamed.length > 0) return inNamed.length === 1 ? { ...evidence, ...spanAt(inNamed[0] ?? 0, quote) } : null;
  const elsewhere = source.chunks.flatMap((chunk) =>
    placesIn(chunk.text, quote).map((place) => ({ ...evidence, sequence: chunk.sequence, ...spanAt(place, quote) })),
  );
  return elsewhere.length === 1 ? (elsewhere[0] ?? null) : null;
}

const spanAt = (start: number, quote: string): { start: number; end: number } => ({ start, end: start + quote.length });

function placesIn(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1 && places.length < 2; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}
