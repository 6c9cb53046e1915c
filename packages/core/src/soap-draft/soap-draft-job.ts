import { z } from "zod";
import { ContextSnapshot } from "../context-snapshot/context-snapshot.ts";
import { SoapNote } from "../soap-note/soap-note.ts";

/** What `begin_soap_draft` hands over: a draft that is ready, or everything that is needed to write it. */
export const SoapDraftJob = z.object({
  draft_id: z.uuid(),
  revision: z.int().min(1),
  soap_status: z.enum(["drafting", "draft_ready"]),
  soap_draft: SoapNote.nullish(),
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

/** One draft of one encounter, in progress or ready. */
export type SoapDraftJob = z.infer<typeof SoapDraftJob>;

/** What `complete_soap_draft` answers: the stored draft, and the encounter's open note as it stands. */
export const CompletedSoapDraft = z.object({
  draft_id: z.uuid(),
  revision: z.int().min(1),
  soap_status: z.literal("draft_ready"),
  soap_draft: SoapNote,
  soap_note_id: z.uuid().nullable(),
  soap_note: SoapNote.nullable(),
});

/** A draft that is ready, and the note it became. */
export type CompletedSoapDraft = z.infer<typeof CompletedSoapDraft>;
