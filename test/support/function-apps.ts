import {
  CreateContextSnapshotRequest,
  createContextSnapshot,
  GetPatientHistoryRequest,
  getPatientHistory,
  UpdatePatientMedicalRecordRequest,
  updatePatientMedicalRecord,
} from "@patient-medical-history/core";
import { createFunctionApp } from "../../packages/core/src/http/create-function-app.ts";
import type { Platform } from "../../packages/core/src/http/platform.ts";

/**
 * Makes the functions that work within their request, in this process.
 *
 * @param platform - what they have of the world
 * @returns an app per function, by its name
 */
export function functionApps(platform: Platform) {
  return {
    "create-context-snapshot": createFunctionApp(
      { slug: "create-context-snapshot", input: CreateContextSnapshotRequest, handle: createContextSnapshot },
      platform,
    ),
    "get-patient-history": createFunctionApp(
      { slug: "get-patient-history", input: GetPatientHistoryRequest, handle: getPatientHistory },
      platform,
    ),
    "update-patient-medical-record": createFunctionApp(
      {
        ...{ slug: "update-patient-medical-record", input: UpdatePatientMedicalRecordRequest },
        handle: updatePatientMedicalRecord,
      },
      platform,
    ),
  };
}
