import { CreateContextSnapshotRequest, createContextSnapshot, serveFunction } from "@patient-medical-history/core";

export default serveFunction({
  slug: "create-context-snapshot",
  input: CreateContextSnapshotRequest,
  handle: createContextSnapshot,
});
