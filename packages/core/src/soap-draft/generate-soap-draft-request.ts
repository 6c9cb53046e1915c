import { z } from "zod";
import { Id, requestFields } from "../http/request-fields.ts";

/** More events than a body of 2 MB holds turns: a live transcription tells the same words many times. */
const MOST_ENTRIES = 20_000;
const MOST_SPEAKERS = 50;
const MOST_NAME_CHARACTERS = 128;

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

/** An object of a service that transcribes; which one it is, and whether it is whole, is found where it is read. */
const ServiceObject = z
  .record(z.string(), z.unknown())
  .meta({ description: "Output of a transcription job, or an event of a live transcription (docs/transcripts.md)." });

/** Values are told apart by rule alone: a path would quote a speaker's name. */
const Speakers = z
  .record(z.string(), z.unknown())
  .refine(
    (speakers) => Object.keys(speakers).length <= MOST_SPEAKERS && Object.entries(speakers).flat().every(isName),
    { params: { rule: "names" } },
  )
  .transform((speakers) => Object.fromEntries(Object.entries(speakers).map(([name, is]) => [name, String(is)])))
  .meta({ description: "Per name the transcript gives a speaker: a role, or the id of an attendee of the call." });

function isName(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "" && value.length <= MOST_NAME_CHARACTERS;
}

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
    speakers: ["speakers"],
    patientMedicalHistory: ["patientMedicalHistory", "patient_medical_history"],
  },
  z.object({
    encounter_id: Id,
    appointment_id: Id.optional(),
    provider_id: Id.optional(),
    patient_id: Id.optional(),
    sessionId: Id.optional().meta({ description: "Older name of encounter_id; asks to wait for the note." }),
    transcript: z
      .union([z.string(), z.array(z.union([Turn, ServiceObject])).max(MOST_ENTRIES), ServiceObject])
      .optional(),
    speakers: Speakers.optional(),
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
