import { GenerateSoapDraftRequest, serveFunction } from "@patient-medical-history/core";
import { generateSoapDraft, streamSoapDraft } from "@patient-medical-history/core/drafting";

export default serveFunction({
  slug: "generate-soap-draft-v2",
  input: GenerateSoapDraftRequest,
  handle: generateSoapDraft,
  stream: streamSoapDraft,
  needsWorkerKey: true,
  maxBodyBytes: 2 * 1024 * 1024,
});
