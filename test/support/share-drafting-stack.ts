import { startModelStub } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { liftLimits } from "./lift-limits.ts";
import type { SharedServer } from "./shared-server.ts";
import { plantCanaries } from "./silence/plant-canaries.ts";
import { startWatchedStack } from "./start-watched-stack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the model stub of the stack is controlled. */
    modelStubUrl: string;
  }
}

/** Seconds a call of a model may take here: short, so that a model that is slow is soon found so. */
const CALL_SECONDS = 2;

/** What stands in the stack's `LLM_API_KEY`; no answer, log line or stored row may ever hold it. */
export const MODEL_KEY = "sk-canary-of-the-model-key";

/** Starts a stack for the whole run whose drafts are written by a stub model, with budgets nobody reaches by accident. */
export async function shareDraftingStack(): Promise<SharedServer> {
  const stub = await startModelStub();
  const { state, root, stop } = await startWatchedStack({
    LLM_PROVIDER: "openai-compatible",
    LLM_BASE_URL: stub.url,
    LLM_API_KEY: MODEL_KEY,
    LLM_MODEL: "stub-model",
    LLM_TIMEOUT_SECONDS: String(CALL_SECONDS),
  });
  try {
    await liftLimits(state.dbUrl);
    await plantCanaries(state.dbUrl);
    const sql = postgres(state.dbUrl, { max: 1 });
    await sql`update private.model_budgets set max_requests = 1000000, max_tokens = 1000000000000`;
    await sql.end();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    provideTo: (project) => {
      project.provide("stackState", state);
      project.provide("stackRoot", root);
      project.provide("modelStubUrl", new URL("/", stub.url).href);
    },
    stop: () => stop().finally(stub.close),
  };
}
