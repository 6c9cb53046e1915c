import { z } from "zod";
import { Id, requestFields } from "../http/request-fields.ts";

/** Which signed note to merge, and whose it is. A note id may be any text: a malformed one is a note that is not there. */
export const UpdatePatientMedicalRecordRequest = requestFields(
  "UpdatePatientMedicalRecordRequest",
  { patientId: ["patientId", "patient_id"], soapNoteId: ["soapNoteId", "soap_note_id"] },
  z.object({ patientId: Id, soapNoteId: z.string().meta({ format: "uuid" }) }),
);

/** A parsed request of update-patient-medical-record. */
export type UpdatePatientMedicalRecordRequest = z.output<typeof UpdatePatientMedicalRecordRequest>;
