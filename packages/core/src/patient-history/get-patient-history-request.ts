import { z } from "zod";
import { Id, requestFields } from "../http/request-fields.ts";

/** Whose history to read; `cursor` continues after the notes of an earlier answer. */
export const GetPatientHistoryRequest = requestFields(
  "GetPatientHistoryRequest",
  {
    patientId: ["patientId", "patient_id"],
    appointmentId: ["appointmentId", "appointment_id"],
    cursor: ["cursor"],
  },
  z.object({ patientId: Id, appointmentId: Id.optional(), cursor: z.string().max(512).optional() }),
);

/** A parsed request of get-patient-history. */
export type GetPatientHistoryRequest = z.output<typeof GetPatientHistoryRequest>;
