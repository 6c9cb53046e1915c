/** Who speaks in a transcript chunk, as the server determined it; never read from the words. */
export type SpeakerRole = "provider" | "patient" | "other" | "unknown";

/** One stored chunk of the transcript: `sequence` from 1, `text` exactly as it was stored. */
export interface TranscriptChunk {
  readonly sequence: number;
  readonly speaker_role: SpeakerRole;
  readonly text: string;
}

/** What the offline drafter reads: nothing else, no clock, no key, no network. */
export interface OfflineInput {
  readonly encounter: {
    readonly encounterId: string;
    readonly appointmentId: string | null;
    readonly patientId: string;
    readonly providerId: string;
  };
  readonly transcript: readonly TranscriptChunk[];
  /** SHA-256 of the transcript, hexadecimal, as `begin_soap_draft` answers it. */
  readonly transcriptSha256: string;
  /** The context snapshot as `create_context_snapshot` answers it, unread: the drafter parses what it needs. */
  readonly snapshot: unknown;
}
