import { z } from "zod";
import { callRpc } from "../db/call-rpc.ts";
import { ApiError } from "../http/api-error.ts";
import type { Call } from "../http/call.ts";
import { Id } from "../http/request-fields.ts";
import { CumulativeRecord } from "./cumulative-record.ts";
import type { UpdatePatientMedicalRecordRequest } from "./update-patient-medical-record-request.ts";

const MergedNote = z.object({
  patientId: z.guid(),
  soapNoteId: z.guid(),
  updatedRecord: CumulativeRecord,
  totalVisits: z.int().min(0),
  changes: z.unknown().meta({ description: "What this note changed when it was first merged." }),
  replayed: z.boolean(),
});

/** Answer of update-patient-medical-record. */
export const UpdatePatientMedicalRecordResponse = z
  .object({ success: z.literal(true), status: z.literal(200), message: z.string(), data: MergedNote })
  .meta({ id: "UpdatePatientMedicalRecordResponse" });

/**
 * Merges a signed note into its patient's record. A repeat changes nothing and answers the same, marked `replayed`.
 *
 * @param request - the note and its patient
 * @param call - the Data API of the note's signing provider
 * @returns the record after the merge, and what this note changed
 * @throws ApiError `NOT_FOUND` (also for a malformed note id), `PATIENT_NOT_FOUND`, `INVALID_REQUEST` (ids disagree),
 *   `NOTE_NOT_SIGNED`, `NOTE_RETRACTED`, `FORBIDDEN` (another provider's note)
 */
export async function updatePatientMedicalRecord(
  request: UpdatePatientMedicalRecordRequest,
  call: Call,
): Promise<z.infer<typeof UpdatePatientMedicalRecordResponse>> {
  const noteId = Id.safeParse(request.soapNoteId);
  if (!noteId.success) throw new ApiError("NOT_FOUND");
  const data = await callRpc(
    call.dataApi,
    "merge_soap_into_cumulative_record",
    { p_patient_id: request.patientId, p_soap_note_id: noteId.data },
    MergedNote,
    { sentences: { INVALID_REQUEST: "Cannot merge SOAP note: Patient ID mismatch" } },
  );
  const message = data.replayed ? "SOAP note was merged before" : "SOAP note merged into the medical record";
  return { success: true, status: 200, message, data };
}
