import { z } from "zod";
import { Id, requestFields } from "../http/request-fields.ts";

/** Which encounter to open. Appointment and patient follow from it; where they are sent they must agree with it. */
export const CreateContextSnapshotRequest = requestFields(
  "CreateContextSnapshotRequest",
  {
    encounter_id: ["encounter_id", "encounterId", "sessionId"],
    appointment_id: ["appointment_id", "appointmentId"],
    patient_id: ["patient_id", "patientId"],
  },
  z.object({ encounter_id: Id, appointment_id: Id.optional(), patient_id: Id.optional() }),
);

/** A parsed request of create-context-snapshot. */
export type CreateContextSnapshotRequest = z.output<typeof CreateContextSnapshotRequest>;
