import { z } from "zod";
import { ContextSnapshot } from "../context-snapshot/context-snapshot.ts";
import { SoapNote } from "../soap-note/soap-note.ts";

const head = {
  draft_id: z.uuid(),
  revision: z.int().min(1),
};

const ReadyDraft = z.object({
  ...head,
  soap_status: z.literal("draft_ready"),
  soap_draft: SoapNote,
  soap_note_id: z.uuid().nullable(),
  soap_note: SoapNote.nullable(),
});

const LeasedDraft = z.object({
  ...head,
  soap_status: z.literal("drafting"),
  lease_id: z.uuid(),
  /** Calls of a model that were recorded for this draft before, by whoever worked on it. */
  attempts: z.int().min(0),
  /** Milliseconds until the draft is given up. */
  remaining_ms: z.int(),
  encounter: z.object({
    encounter_id: z.guid(),
    appointment_id: z.guid(),
    patient_id: z.guid(),
    provider_id: z.guid(),
  }),
  snapshot: ContextSnapshot.nullable(),
  transcript: z.array(
    z.object({
      sequence: z.int().min(1),
      speaker_role: z.enum(["provider", "patient", "other", "unknown"]),
      text: z.string(),
    }),
  ),
  transcript_sha256: z.string(),
});

const PendingDraft = z.object({ ...head, soap_status: z.literal("drafting"), lease_id: z.null() });

const FailedDraft = z.object({ ...head, soap_status: z.literal("failed") });

/**
 * How a draft stands, as every RPC on it answers: ready, the caller's to write (it holds the lease), being written by
 * somebody else, or given up.
 */
export const SoapDraftState = z.union([ReadyDraft, LeasedDraft, PendingDraft, FailedDraft]);

/** How a draft stands. */
export type SoapDraftState = z.infer<typeof SoapDraftState>;
/** A draft that is stored, and the encounter's open note. */
export type ReadyDraft = z.infer<typeof ReadyDraft>;
/** A draft the caller is to write, with everything that is needed for it. */
export type LeasedDraft = z.infer<typeof LeasedDraft>;
