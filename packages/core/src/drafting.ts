export { generateSoapDraft } from "./soap-draft/generate-soap-draft.ts";
export { streamSoapDraft } from "./soap-draft/stream-soap-draft.ts";
