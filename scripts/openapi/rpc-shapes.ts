import {
  CreateContextSnapshotResponse,
  GenerateSoapDraftResponse,
  GetPatientHistoryResponse,
  UpdatePatientMedicalRecordResponse,
} from "@patient-medical-history/core";
import { z } from "zod";

/** What the catalog cannot tell of an RPC: the shapes inside its JSON. */
export type RpcShape = {
  /** Schemas of its `jsonb` arguments; the others follow from their SQL types. */
  readonly json?: Readonly<Record<string, z.ZodType>>;
  readonly answer: z.ZodType;
};

/** A SoapNote, under the name the functions' part of the document gives it. */
const Note = GenerateSoapDraftResponse.shape.soap_draft.unwrap();
const time = z.iso.datetime();
const text = z.string();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const recordVersion = text.nullable();

const RecordChanges = z
  .looseObject({
    items: z.array(
      z.looseObject({
        section: text,
        id: text,
        change: z.enum(["added", "removed", "updated"]),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    conflicts: z.looseObject({ opened: z.array(z.looseObject({})), closed: z.array(z.looseObject({})) }),
  })
  .meta({ id: "RecordChanges", description: "What tells two versions of a record apart." });

const RecordEvents = z.array(
  z
    .looseObject({
      kind: z.enum(["merge", "retraction", "decision", "rebuild"]),
      soapNoteId: z.guid().nullable(),
      amendsSoapNoteId: z.guid().nullable(),
      decisionId: z.guid().nullable(),
      recordVersion: text,
      recordedBy: z.guid().nullable(),
      recordedAt: time,
    })
    .meta({ id: "RecordEvent", description: "What made one version of a record into the next." }),
);

const standing = { at: time, recordVersion, recordedAt: time.nullable() };
const signature = { soapNoteId: z.guid(), status: text, signedAt: time, contentSha256: hash, revision: z.int() };
const changed = { patientId: z.guid(), recordVersion, changes: RecordChanges };
const counted = { ...changed, totalVisits: z.int().min(0), replayed: z.boolean() };

const transcriptSinceDraft = z
  .looseObject({ draftedChunks: z.int().min(0), arrivedChunks: z.int().min(1) })
  .nullable()
  .meta({ description: "How much was said that no draft has seen; null when nothing was." });

const EmergencyAccess = z
  .looseObject({
    emergencyAccessId: z.guid(),
    patientId: z.guid(),
    openedAt: time,
    expiresAt: time,
    revokedAt: time.nullable(),
    replayed: z.boolean(),
  })
  .meta({ id: "EmergencyAccess" });

const TranscriptChunk = z.object({
  sequence: z.int().min(1).max(1_000_000_000),
  text: text.min(1).max(100_000),
  attendee_id: text.nullish(),
  speaker: text.nullish(),
  started_at: z.iso.datetime({ offset: true }).nullish(),
});

const ReviewDecision = z.object({
  section: text,
  id: text,
  decision: z.enum(["accept", "modify", "reject"]),
  text: text.nullish().meta({ description: "What the item should say; required to modify." }),
});

/** By RPC, the shapes inside its JSON. */
export const RPC_SHAPES: Readonly<Record<string, RpcShape>> = {
  amend_soap_note: {
    json: { p_note: Note },
    answer: z.looseObject({ ...signature, ...counted, amendsSoapNoteId: z.guid(), reason: text }),
  },
  append_transcript_chunks: {
    json: { p_chunks: z.array(TranscriptChunk).min(1).max(5000) },
    answer: z.looseObject({ stored: z.int().min(0), replayed: z.int().min(0) }),
  },
  begin_soap_draft: {
    json: { p_transcript: z.unknown().meta({ description: "As the transcript of generate-soap-draft-v2." }) },
    answer: z.looseObject({
      draft_id: z.guid(),
      revision: z.int().min(1),
      soap_status: z.enum(["drafting", "draft_ready"]),
      soap_draft: Note.optional(),
      soap_note_id: z.guid().nullish(),
      soap_note: Note.nullish(),
    }),
  },
  create_context_snapshot: { answer: CreateContextSnapshotResponse.pick({ snapshot: true }) },
  dismiss_safety_alert: {
    answer: z.looseObject({
      alertId: text,
      soapNoteId: z.guid(),
      status: z.literal("dismissed"),
      dismissedReason: text,
      dismissedAt: time,
      revision: z.int(),
      contentSha256: hash,
    }),
  },
  get_patient_history: { answer: GetPatientHistoryResponse.omit({ success: true }) },
  merge_preview: {
    answer: z.looseObject({ ...changed, soapNoteId: z.guid(), status: text, totalVisits: z.int().min(0) }),
  },
  merge_soap_into_cumulative_record: { answer: UpdatePatientMedicalRecordResponse.shape.data },
  open_emergency_access: { answer: EmergencyAccess },
  record_as_of: {
    answer: z.looseObject({
      ...standing,
      patientId: z.guid(),
      record: UpdatePatientMedicalRecordResponse.shape.data.shape.updatedRecord,
    }),
  },
  record_diff: {
    answer: z.looseObject({
      patientId: z.guid(),
      from: z.looseObject(standing),
      to: z.looseObject(standing),
      events: RecordEvents,
      changes: RecordChanges,
    }),
  },
  resolve_conflict: {
    json: { p_value: z.unknown().meta({ description: "With modify: the value that is right." }) },
    answer: z.looseObject({
      ...changed,
      decisionId: z.guid(),
      conflictId: z.guid(),
      decision: z.enum(["accept", "modify", "reject"]),
      value: z.unknown(),
      reason: text,
      decidedBy: z.guid(),
      decidedAt: time,
      replayed: z.boolean(),
    }),
  },
  retract_soap_note: {
    answer: z.looseObject({
      ...counted,
      soapNoteId: z.guid(),
      status: z.literal("retracted"),
      retractedAt: time,
      reason: text,
      restoredSoapNoteId: z.guid().nullable(),
    }),
  },
  review_soap_draft: {
    json: { p_decisions: z.array(ReviewDecision).max(2000) },
    answer: z.looseObject({
      soapNoteId: z.guid(),
      revision: z.int(),
      contentSha256: hash,
      open: z.array(z.looseObject({ section: text, id: text, content: z.unknown() })),
      transcriptSinceDraft,
    }),
  },
  revoke_emergency_access: { answer: EmergencyAccess },
  save_soap_note: { json: { p_note: Note }, answer: z.guid().meta({ description: "The note's id." }) },
  sign_soap_note: {
    answer: z.looseObject({
      ...signature,
      changesSinceSnapshot: z
        .looseObject({
          snapshotId: z.guid(),
          snapshotRecordVersion: recordVersion,
          recordVersion,
          events: RecordEvents,
          changes: RecordChanges,
        })
        .nullable(),
      transcriptSinceDraft,
    }),
  },
  who_accessed: {
    answer: z.looseObject({
      patientId: z.guid(),
      accesses: z.array(
        z.looseObject({
          id: z.int(),
          accessedAt: time,
          actorId: z.guid().nullable(),
          actorRole: z.enum(["patient", "provider", "administrator", "worker", "unknown"]),
          actorName: text.nullable(),
          action: z.enum(["C", "R", "U"]).meta({ description: "FHIR AuditEvent.action: create, read, update." }),
          operation: text.meta({ description: "Name of the RPC." }),
          purpose: z
            .enum(["TREAT", "BTG", "PATRQT", "HOPERAT"])
            .nullable()
            .meta({ description: "HL7 v3 PurposeOfUse; null where nothing was granted." }),
          outcome: text.meta({ description: "OK, or the code of the refusal." }),
        }),
      ),
      nextBeforeId: z.int().nullable(),
    }),
  },
};
