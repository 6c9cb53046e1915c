import { z } from "zod";
import { Id, requestFields } from "../http/request-fields.ts";

const MAX_TURNS = 10_000;

/**
 * One turn of a transcript handed in; who speaks is the provider's word, unless the call's attendee map knows better.
 * A text, here or whole with a turn per line, may begin with the role's label ("Doctor: …"), which is not stored.
 */
const Turn = z.union([
  z.string(),
  z.object({
    text: z.string(),
    speaker: z.string().nullish(),
    speaker_role: z.string().nullish(),
    attendee_id: z.string().nullish(),
    started_at: z.string().nullish(),
  }),
]);

/** Names of what a client believes to be on record; other keys of the app's history object are not looked at. */
const HistoryEntry = z.union([z.string(), z.looseObject({})]);

/**
 * Which encounter to draft, in both forms of the contract. `sessionId` is the encounter under its older name; a request
 * that uses it waits for the note.
 */
export const GenerateSoapDraftRequest = requestFields(
  "GenerateSoapDraftRequest",
  {
    encounter_id: ["encounter_id", "encounterId", "sessionId"],
    appointment_id: ["appointmentId", "appointment_id"],
    provider_id: ["providerId", "provider_id"],
    patient_id: ["patientId", "patient_id"],
    sessionId: ["sessionId"],
    transcript: ["transcript"],
    patientMedicalHistory: ["patientMedicalHistory", "patient_medical_history"],
  },
  z.object({
    encounter_id: Id,
    appointment_id: Id.optional(),
    provider_id: Id.optional(),
    patient_id: Id.optional(),
    sessionId: Id.optional().meta({ description: "Older name of encounter_id; asks to wait for the note." }),
    transcript: z.union([z.string(), z.array(Turn).max(MAX_TURNS)]).optional(),
    patientMedicalHistory: z
      .object({
        allergies: z.array(HistoryEntry).nullish(),
        currentMedications: z.array(HistoryEntry).nullish(),
        medicalConditions: z.array(HistoryEntry).nullish(),
      })
      .optional()
      .catch(undefined),
  }),
);

/** A parsed request of generate-soap-draft-v2. */
export type GenerateSoapDraftRequest = z.output<typeof GenerateSoapDraftRequest>;
