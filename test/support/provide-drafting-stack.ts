import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startModelStub, startStack } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { liftLimits } from "./lift-limits.ts";
import { plantCanaries } from "./silence/plant-canaries.ts";
import { watchSilence } from "./silence/watch-silence.ts";

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

/**
 * Gives the test files of projects one stack whose drafts are written by a stub model, with budgets nobody reaches by accident.
 *
 * @param projects - where tests read the state from
 * @returns what stops stack and stub
 */
export async function provideDraftingStack(projects: readonly TestProject[]): Promise<() => Promise<void>> {
  const rootDir = await mkdtemp(join(tmpdir(), "drafting-tests-"));
  const silence = watchSilence(rootDir);
  const stub = await startModelStub();
  const stack = await startStack({
    temporary: true,
    rootDir,
    supabaseDir: resolve(import.meta.dirname, "../../supabase"),
    environment: {
      LLM_PROVIDER: "openai-compatible",
      LLM_BASE_URL: stub.url,
      LLM_API_KEY: MODEL_KEY,
      LLM_MODEL: "stub-model",
      LLM_TIMEOUT_SECONDS: String(CALL_SECONDS),
    },
  });
  await liftLimits(stack.state.dbUrl);
  await plantCanaries(stack.state.dbUrl);
  const sql = postgres(stack.state.dbUrl, { max: 1 });
  await sql`update private.model_budgets set max_requests = 1000000, max_tokens = 1000000000000`;
  await sql.end();
  for (const project of projects) {
    project.provide("stackState", stack.state);
    project.provide("stackRoot", rootDir);
    project.provide("modelStubUrl", new URL("/", stub.url).href);
  }
  return async () => {
    try {
      await silence.lookAtDatabase(stack.state.dbUrl).finally(stack.stop);
      await stub.close();
      await silence.end();
    } finally {
      await rm(rootDir, { recursive: true });
    }
  };
}
