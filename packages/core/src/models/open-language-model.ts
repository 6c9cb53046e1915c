import type { LanguageModel } from "ai";
import { ModelFault } from "./model-fault.ts";
import type { ModelSettings } from "./model-settings.ts";

/**
 * Opens a model through the AI SDK. The packages are loaded here and nowhere else, at the first draft that needs them.
 *
 * Requests go to the configured address alone: a redirect is an error, so that no answer can send a transcript elsewhere.
 *
 * @param settings - provider, address, credentials and model
 * @param send - what sends requests
 * @returns the model
 * @see https://ai-sdk.dev/providers/openai-compatible-providers
 * @see https://ai-sdk.dev/providers/ai-sdk-providers/amazon-bedrock
 */
export async function openLanguageModel(settings: ModelSettings, send: typeof fetch): Promise<LanguageModel> {
  const fetchWithoutRedirect: typeof fetch = async (input, init) => {
    try {
      return await send(input, { ...init, redirect: "error" });
    } catch (thrown) {
      if (init?.signal?.aborted) throw thrown;
      throw new ModelFault("unreachable");
    }
  };
  if (settings.provider === "bedrock") {
    const { createAmazonBedrock } = await import("@ai-sdk/amazon-bedrock");
    const { region, credentials } = settings;
    return createAmazonBedrock({ region, ...credentials, fetch: fetchWithoutRedirect })(settings.modelName);
  }
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const provider = createOpenAICompatible({
    name: settings.provider,
    baseURL: settings.baseUrl,
    ...(settings.apiKey === undefined ? {} : { apiKey: settings.apiKey }),
    supportsStructuredOutputs: settings.profile.structuredOutput === "json_schema",
    includeUsage: true,
    fetch: fetchWithoutRedirect,
  });
  return provider(settings.modelName);
}
