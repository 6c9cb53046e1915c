import { maskIdentifiers } from "../masking/mask-identifiers.ts";
import type { LeasedDraft } from "../soap-draft/soap-draft-state.ts";
import type { MaskedChunk } from "./build-prompt.ts";

/**
 * Removes from a transcript what the record knows to identify the patient, so that every offset still holds.
 *
 * @param draft - transcript, and the snapshot whose demographics are looked for
 * @returns the transcript as it may leave
 */
export function maskTranscript({ snapshot, transcript }: LeasedDraft): MaskedChunk[] {
  const mask = maskIdentifiers(snapshot?.patient_demographics ?? {});
  return transcript.map((chunk) => ({ ...chunk, text: mask(chunk.text) }));
}
