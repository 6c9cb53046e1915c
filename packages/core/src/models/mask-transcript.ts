import type { LeasedDraft } from "../soap-draft/soap-draft-state.ts";
import type { MaskedChunk } from "./build-prompt.ts";

const BLOCK = "█";
/** Shorter words are too common to be told from an identifier. */
const SHORTEST_WORD = 3;

/**
 * Removes from a transcript what the record knows to identify the patient: names, date of birth, numbers, addresses and
 * contacts, each character by a block, so that every offset still holds.
 *
 * @param draft - transcript, and the snapshot whose demographics are looked for
 * @returns the transcript as it may leave
 */
export function maskTranscript({ snapshot, transcript }: LeasedDraft): MaskedChunk[] {
  const demographics = snapshot?.patient_demographics;
  const identifiers = [
    ...words(demographics?.full_name),
    ...words(demographics?.emergency_contact_name),
    ...[demographics?.patient_number, demographics?.dob, demographics?.phone, demographics?.email],
    ...[demographics?.address, demographics?.emergency_contact_phone],
  ].filter((identifier): identifier is string => (identifier?.trim().length ?? 0) >= SHORTEST_WORD);
  if (identifiers.length === 0) return [...transcript];
  const longestFirst = [...new Set(identifiers)].sort((a, b) => b.length - a.length).map(literal);
  const known = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return transcript.map((chunk) => ({
    ...chunk,
    text: chunk.text.replace(known, (found) => BLOCK.repeat(found.length)),
  }));
}

function words(name: string | null | undefined): string[] {
  return (name ?? "").split(/\s+/);
}

function literal(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
