/** What is particular about a model: how it is asked, and how much it may answer. */
export type ModelProfile = {
  /** How the answer's schema is enforced: by the endpoint (strict JSON schema) or by the prompt and our check alone. */
  readonly structuredOutput: "json_schema" | "json_object";
  /** Most tokens of an answer; an answer that reaches it is truncated and discarded. */
  readonly maxOutputTokens: number;
  /** Sampling temperature; undefined for models that take none. */
  readonly temperature: number | undefined;
};

const DEFAULT: ModelProfile = { structuredOutput: "json_schema", maxOutputTokens: 8_192, temperature: 0 };

/**
 * Models that differ from the default, by the beginning of their name. A changed entry is a changed drafter: add one for
 * a new model, and let old entries be, so that a rollback of `LLM_MODEL` brings back what was measured.
 */
const PROFILES: ReadonlyMap<string, Partial<ModelProfile>> = new Map<string, Partial<ModelProfile>>([
  // Reasoning models refuse a temperature, and their reasoning counts as output.
  ["o3", { temperature: undefined, maxOutputTokens: 16_384 }],
  ["o4", { temperature: undefined, maxOutputTokens: 16_384 }],
  ["gpt-5", { temperature: undefined, maxOutputTokens: 16_384 }],
  // Older open models behind servers without guided decoding.
  ["llama2", { structuredOutput: "json_object", maxOutputTokens: 4_096 }],
  ["mistral:7b", { structuredOutput: "json_object" }],
]);

/**
 * Looks up how a model is used.
 *
 * @param name - as in `LLM_MODEL`
 * @returns the profile of the longest matching beginning, laid over the default
 */
export function modelProfile(name: string): ModelProfile {
  const [match] = [...PROFILES.keys()].filter((start) => name.startsWith(start)).sort((a, b) => b.length - a.length);
  return { ...DEFAULT, ...(match === undefined ? {} : PROFILES.get(match)) };
}
