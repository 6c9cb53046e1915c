import { z } from "zod";
import { callRpc } from "../db/call-rpc.ts";
import type { Call } from "../http/call.ts";
import type { GetPatientHistoryRequest } from "./get-patient-history-request.ts";
import { PatientHistory } from "./patient-history.ts";

/** Answer of get-patient-history. */
export const GetPatientHistoryResponse = PatientHistory.extend({ success: z.literal(true) }).meta({
  id: "GetPatientHistoryResponse",
});

/**
 * Reads a patient's history, for the patient or for a provider who cares for them.
 *
 * @param request - the patient; an appointment of theirs whose reason is shown too; a cursor
 * @param call - the caller's Data API
 * @returns demographics, the newest signed notes, and the record with its provenance
 * @throws ApiError `PATIENT_NOT_FOUND`, `APPOINTMENT_NOT_FOUND`, `INVALID_REQUEST` (ids disagree, unreadable cursor)
 */
export async function getPatientHistory(
  request: GetPatientHistoryRequest,
  call: Call,
): Promise<z.infer<typeof GetPatientHistoryResponse>> {
  const history = await callRpc(
    call.dataApi,
    "get_patient_history",
    { p_patient_id: request.patientId, p_appointment_id: request.appointmentId, p_cursor: request.cursor },
    PatientHistory,
    { sentences: { INVALID_REQUEST: "Cannot read patient history: ids disagree or cursor is not ours" } },
  );
  return { success: true, ...history };
}
