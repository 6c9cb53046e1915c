import {
  GenerateSoapDraftRequest,
  generateSoapDraft,
  serveFunction,
  streamSoapDraft,
} from "@patient-medical-history/core";

export default serveFunction({
  slug: "generate-soap-draft-v2",
  input: GenerateSoapDraftRequest,
  handle: generateSoapDraft,
  stream: streamSoapDraft,
  maxBodyBytes: 2 * 1024 * 1024,
});
