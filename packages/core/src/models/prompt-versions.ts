import { z } from "zod";
import { SOAP_NOTE_1 } from "./prompts/soap-note-1.ts";

/** Names of the released versions of the instructions, as stored with a draft. */
export const PromptVersion = z.enum(["soap-note-1"]);

/** Name of a version. */
export type PromptVersion = z.infer<typeof PromptVersion>;

/** The instructions by version. */
export const PROMPT_VERSIONS: Readonly<Record<PromptVersion, string>> = { "soap-note-1": SOAP_NOTE_1 };

/** The version that is used where `LLM_PROMPT_VERSION` names no other. */
export const CURRENT_PROMPT_VERSION: PromptVersion = "soap-note-1";
