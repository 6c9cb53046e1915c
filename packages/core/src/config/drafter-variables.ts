import { z } from "zod";
import { modelProfile } from "../models/model-profile.ts";
import type { DrafterSettings } from "../models/model-settings.ts";
import { CURRENT_PROMPT_VERSION, PromptVersion } from "../models/prompt-versions.ts";
import { OFFLINE_MODEL, OFFLINE_VERSION } from "../offline-drafter/offline-version.ts";
import { LOOPBACK } from "./loopback.ts";
import { httpUrl, value } from "./variable.ts";

/** A transcript travels encrypted, or does not leave the machine. */
const endpoint = value
  .pipe(httpUrl)
  .refine(({ protocol, hostname }) => protocol === "https:" || LOOPBACK.has(hostname));

/** The variables that say who writes drafts. */
export const DRAFTER_VARIABLES = {
  LLM_PROVIDER: z.enum(["offline", "openai-compatible", "bedrock"]).default("offline"),
  LLM_BASE_URL: endpoint.optional(),
  LLM_API_KEY: value.optional(),
  LLM_MODEL: value.max(200).optional(),
  LLM_PROMPT_VERSION: PromptVersion.default(CURRENT_PROMPT_VERSION),
  LLM_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(110).default(45),
  AWS_REGION: value.regex(/^[a-z0-9-]{5,30}$/).optional(),
  AWS_ACCESS_KEY_ID: value.optional(),
  AWS_SECRET_ACCESS_KEY: value.optional(),
  AWS_SESSION_TOKEN: value.optional(),
  AWS_BEARER_TOKEN_BEDROCK: value.optional(),
};

const Variables = z.object(DRAFTER_VARIABLES);

/**
 * Makes the drafter's settings out of its variables.
 *
 * @param variables - each of them valid by itself
 * @param missing - told the name of a variable that the chosen provider cannot do without
 * @returns the settings; the offline drafter's where something is missing, which nobody gets to use
 */
export function drafterSettings(
  variables: z.output<typeof Variables>,
  missing: (name: string) => void,
): DrafterSettings {
  const offline = { provider: "offline", model: OFFLINE_MODEL, promptVersion: OFFLINE_VERSION } as const;
  const { LLM_PROVIDER: provider, LLM_MODEL: modelName } = variables;
  if (provider === "offline") return offline;
  if (modelName === undefined) missing("LLM_MODEL");
  const common = {
    model: `${provider}:${modelName ?? ""}`,
    modelName: modelName ?? "",
    promptVersion: variables.LLM_PROMPT_VERSION,
    profile: modelProfile(modelName ?? ""),
    callTimeoutMs: variables.LLM_TIMEOUT_SECONDS * 1000,
  };
  if (provider === "openai-compatible") {
    if (variables.LLM_BASE_URL === undefined) {
      missing("LLM_BASE_URL");
      return offline;
    }
    return {
      ...common,
      provider,
      baseUrl: variables.LLM_BASE_URL.href.replace(/\/$/, ""),
      apiKey: variables.LLM_API_KEY,
    };
  }
  const credentials = awsCredentials(variables);
  if (variables.AWS_REGION === undefined) missing("AWS_REGION");
  if (credentials === undefined) missing("AWS_BEARER_TOKEN_BEDROCK");
  if (variables.AWS_REGION === undefined || credentials === undefined) return offline;
  return { ...common, provider, region: variables.AWS_REGION, credentials };
}

/** A function has no instance role: its credentials are a Bedrock key, or an access key with its secret. */
function awsCredentials(variables: z.output<typeof Variables>) {
  const { AWS_BEARER_TOKEN_BEDROCK: apiKey, AWS_SESSION_TOKEN: sessionToken } = variables;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  if (apiKey !== undefined) return { apiKey };
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
