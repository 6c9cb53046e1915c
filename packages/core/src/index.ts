export { ENVIRONMENT_NAMES } from "./config/environment-names.ts";
export { CreateContextSnapshotResponse, createContextSnapshot } from "./context-snapshot/create-context-snapshot.ts";
export { CreateContextSnapshotRequest } from "./context-snapshot/create-context-snapshot-request.ts";
export { ERROR_RULES, type ErrorCode } from "./http/error-code.ts";
export { ErrorBody } from "./http/error-response.ts";
export { serveFunction } from "./http/serve-function.ts";
export {
  UpdatePatientMedicalRecordResponse,
  updatePatientMedicalRecord,
} from "./medical-record/update-patient-medical-record.ts";
export { UpdatePatientMedicalRecordRequest } from "./medical-record/update-patient-medical-record-request.ts";
export { GetPatientHistoryResponse, getPatientHistory } from "./patient-history/get-patient-history.ts";
export { GetPatientHistoryRequest } from "./patient-history/get-patient-history-request.ts";
export { GenerateSoapDraftRequest } from "./soap-draft/generate-soap-draft-request.ts";
export { GenerateSoapDraftResponse } from "./soap-draft/generate-soap-draft-response.ts";
export { SoapNote } from "./soap-note/soap-note.ts";
