import { createHash } from "node:crypto";
import { z } from "zod";
import { speakerOfLabel } from "../../packages/core/src/clinical-language/speaker-of-label.ts";
import type { OfflineInput } from "../../packages/core/src/offline-drafter/offline-input.ts";

/** One line of a file of encounters: who said what, and, where somebody wrote one, the note's sections. */
export const SpokenEncounter = z.object({
  id: z.coerce.string().min(1),
  turns: z.array(z.object({ speaker: z.string(), text: z.string() })),
  sections: z.record(z.string(), z.string()).nullish(),
});

export type SpokenEncounter = z.infer<typeof SpokenEncounter>;

/**
 * An encounter of a file as the drafter reads it. Turns are numbered from 1; a label names the speaker as it does
 * in a transcript that is handed in; there is no snapshot.
 *
 * @param encounter One line of the file.
 */
export function toOfflineInput({ id, turns }: SpokenEncounter): OfflineInput {
  const transcript = turns.map(({ speaker, text }, index) => ({
    sequence: index + 1,
    speaker_role: speakerOfLabel(speaker) ?? "unknown",
    text,
  })) satisfies OfflineInput["transcript"];
  return {
    encounter: {
      encounterId: uuidOf(`encounter ${id}`),
      appointmentId: null,
      patientId: uuidOf(`patient ${id}`),
      providerId: uuidOf(`provider ${id}`),
    },
    transcript,
    transcriptSha256: sha256(JSON.stringify(transcript)),
    snapshot: null,
  };
}

/**
 * Tells whether an encounter belongs to the half that rules and weights may be tuned on; the other half only measures.
 *
 * @param id The encounter's id; its hash decides, so that nobody chooses.
 */
export function isOfTuningHalf(id: string): boolean {
  return Number.parseInt(sha256(id).slice(0, 2), 16) % 2 === 0;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A stable UUID (version 8, RFC 9562 §5.8) of a name. */
function uuidOf(name: string): string {
  const hex = sha256(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
