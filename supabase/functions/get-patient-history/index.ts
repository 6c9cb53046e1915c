import { GetPatientHistoryRequest, getPatientHistory, serveFunction } from "@patient-medical-history/core";

export default serveFunction({
  slug: "get-patient-history",
  input: GetPatientHistoryRequest,
  handle: getPatientHistory,
});
