import {
  serveFunction,
  UpdatePatientMedicalRecordRequest,
  updatePatientMedicalRecord,
} from "@patient-medical-history/core";

export default serveFunction({
  slug: "update-patient-medical-record",
  input: UpdatePatientMedicalRecordRequest,
  handle: updatePatientMedicalRecord,
});
