import type { TranscriptChunk } from "../clinical-language/transcript-chunk.ts";

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
