import { startModelStub } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { shareRunningStack } from "./share-running-stack.ts";
import type { SharedServer } from "./shared-server.ts";
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
  const server = await shareRunningStack({ state, root, stop: () => stop().finally(stub.close) }, liftBudgets);
  return {
    ...server,
    provideTo: (project) => {
      server.provideTo(project);
      project.provide("modelStubUrl", new URL("/", stub.url).href);
    },
  };
}

async function liftBudgets(dbUrl: string): Promise<void> {
  const sql = postgres(dbUrl, { max: 1 });
  try {
    await sql`update private.model_budgets set max_requests = 1000000, max_tokens = 1000000000000`;
  } finally {
    await sql.end();
  }
}
