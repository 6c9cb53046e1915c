import type { ModelProfile } from "./model-profile.ts";
import type { PromptVersion } from "./prompt-versions.ts";

type Common = {
  /** What is stored with a draft: provider and name of the model. */
  readonly model: string;
  readonly promptVersion: PromptVersion;
  /** As the provider calls it. */
  readonly modelName: string;
  readonly profile: ModelProfile;
  /** Milliseconds a single call may take. */
  readonly callTimeoutMs: number;
};

/** How to reach a model, from the environment alone. */
export type ModelSettings =
  | (Common & {
      readonly provider: "openai-compatible";
      readonly baseUrl: string;
      readonly apiKey: string | undefined;
    })
  | (Common & {
      readonly provider: "bedrock";
      readonly region: string;
      readonly credentials:
        | { readonly apiKey: string }
        | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
    });

/** Who writes drafts: rules without a model, or a model. */
export type DrafterSettings =
  | { readonly provider: "offline"; readonly model: string; readonly promptVersion: string }
  | ModelSettings;
