import {
  CreateContextSnapshotRequest,
  CreateContextSnapshotResponse,
  type ErrorCode,
  GenerateSoapDraftRequest,
  GenerateSoapDraftResponse,
  GetPatientHistoryRequest,
  GetPatientHistoryResponse,
  UpdatePatientMedicalRecordRequest,
  UpdatePatientMedicalRecordResponse,
} from "@patient-medical-history/core";
import type { z } from "zod";

/** What the OpenAPI document tells about one function. */
export type FunctionDocs = {
  readonly slug: string;
  readonly summary: string;
  readonly caller: string;
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  /** Codes beyond those every function can answer. */
  readonly errors: readonly ErrorCode[];
  readonly acceptsIdempotencyKey?: boolean;
  readonly waits?: boolean;
};

/** Codes that any function can answer, before its use case is reached or when something behind it fails. */
export const COMMON_ERRORS: readonly ErrorCode[] = [
  "INVALID_JSON",
  "INVALID_REQUEST",
  "MISSING_PARAMS",
  "AMBIGUOUS_CREDENTIALS",
  "MISSING_TOKEN",
  "INVALID_FIREBASE_TOKEN",
  "TOKEN_EXPIRED",
  "TOKEN_REVOKED",
  "ROLE_CLAIM_MISSING",
  "USER_NOT_PROVISIONED",
  "USER_DISABLED",
  "FORBIDDEN",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "REQUEST_TIMEOUT",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "HEADERS_TOO_LARGE",
  "RATE_LIMITED",
  "INTERNAL_ERROR",
  "CONFIG_ERROR",
  "IDENTITY_PROVIDER_UNAVAILABLE",
  "DATABASE_UNAVAILABLE",
];

/** The four functions. */
export const FUNCTION_DOCS: readonly FunctionDocs[] = [
  {
    slug: "create-context-snapshot",
    summary: "Freeze what is known of the patient when an encounter is opened",
    caller: "The encounter's provider.",
    request: CreateContextSnapshotRequest,
    response: CreateContextSnapshotResponse,
    errors: ["SESSION_NOT_FOUND", "APPOINTMENT_NOT_FOUND", "PATIENT_NOT_FOUND", "IDEMPOTENCY_KEY_REUSED"],
    acceptsIdempotencyKey: true,
  },
  {
    slug: "get-patient-history",
    summary: "Read a patient's history and cumulative record",
    caller:
      "The patient, a provider with a care relationship, or one who opened an emergency access: who then reads no e-mail and no phone.",
    request: GetPatientHistoryRequest,
    response: GetPatientHistoryResponse,
    errors: ["PATIENT_NOT_FOUND", "APPOINTMENT_NOT_FOUND"],
  },
  {
    slug: "update-patient-medical-record",
    summary: "Merge a signed note into the patient's cumulative record",
    caller: "The note's signing provider. Safe to repeat: a repeat answers the same, marked replayed.",
    request: UpdatePatientMedicalRecordRequest,
    response: UpdatePatientMedicalRecordResponse,
    errors: ["PATIENT_NOT_FOUND", "NOTE_NOT_SIGNED", "NOTE_RETRACTED"],
  },
  {
    slug: "generate-soap-draft-v2",
    summary: "Draft an encounter's SOAP note from its transcript and context",
    caller: "The encounter's provider. With `Accept: text/event-stream` the answer is a stream of server-sent events.",
    request: GenerateSoapDraftRequest,
    response: GenerateSoapDraftResponse,
    errors: [
      "SESSION_NOT_FOUND",
      "SNAPSHOT_NOT_FOUND",
      "TRANSCRIPT_EMPTY",
      "DRAFT_LOCKED",
      "REVISION_CONFLICT",
      "IDEMPOTENCY_KEY_REUSED",
      "LLM_BUDGET_EXHAUSTED",
    ],
    acceptsIdempotencyKey: true,
    waits: true,
  },
];
