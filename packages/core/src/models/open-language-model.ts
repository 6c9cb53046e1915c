import type { JSONSchema7, LanguageModel } from "ai";
import { ModelFault } from "./model-fault.ts";
import type { ModelSettings } from "./model-settings.ts";

/** How a model is reached, and what it must answer. */
export type OpenModelOptions = {
  /** Sends requests. */
  readonly send: typeof fetch;
  /** JSON schema of the answer, enforced by the endpoint where it can. */
  readonly answerSchema: JSONSchema7;
};

/**
 * Opens a model through the AI SDK. The packages are loaded here and nowhere else, at the first draft that needs them.
 *
 * Requests go to the configured address alone: a redirect is an error, so that no answer can send a transcript elsewhere.
 *
 * @param settings - provider, address, credentials and model
 * The schema is asked for by middleware and not by the SDK's own structured output, which parses the whole answer again
 * at each piece that arrives.
 *
 * @param options - what sends requests, and the schema
 * @returns the model
 * @see https://ai-sdk.dev/providers/openai-compatible-providers
 * @see https://ai-sdk.dev/providers/ai-sdk-providers/amazon-bedrock
 */
export async function openLanguageModel(settings: ModelSettings, options: OpenModelOptions): Promise<LanguageModel> {
  const { wrapLanguageModel } = await import("ai");
  const responseFormat = { type: "json", name: "soap_note", schema: options.answerSchema } as const;
  return wrapLanguageModel({
    model: await openProviderModel(settings, options.send),
    middleware: { transformParams: async ({ params }) => ({ ...params, responseFormat }) },
  });
}

async function openProviderModel(settings: ModelSettings, send: typeof fetch) {
  const fetchOnce: typeof fetch = async (input, init) => {
    try {
      const headers = new Headers(init?.headers);
      // On a kept connection the runtime sends a request again when the host hangs up: a second call nobody recorded.
      headers.set("connection", "close");
      return await send(input, { ...init, headers, redirect: "error" });
    } catch (thrown) {
      if (init?.signal?.aborted) throw thrown;
      throw new ModelFault("unreachable");
    }
  };
  if (settings.provider === "bedrock") {
    const { createAmazonBedrock } = await import("@ai-sdk/amazon-bedrock");
    const { region, credentials } = settings;
    return createAmazonBedrock({ region, ...credentials, fetch: fetchOnce })(settings.modelName);
  }
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const provider = createOpenAICompatible({
    name: settings.provider,
    baseURL: settings.baseUrl,
    ...(settings.apiKey === undefined ? {} : { apiKey: settings.apiKey }),
    supportsStructuredOutputs: settings.profile.structuredOutput === "json_schema",
    includeUsage: true,
    fetch: fetchOnce,
  });
  return provider(settings.modelName);
}
