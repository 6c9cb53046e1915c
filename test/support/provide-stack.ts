import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startStack } from "@patient-medical-history/local-stack";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder whose `.stack/state.json` names the running stack. */
    readonly stackRootDir: string;
  }
}

/**
 * Boots one stack for the whole run in a temporary folder, or uses the one whose `.stack/state.json` is named by
 * `TEST_STACK_STATE`.
 */
export default async function provideStack(project: TestProject): Promise<() => Promise<void>> {
  const stateFile = process.env["TEST_STACK_STATE"];
  if (stateFile !== undefined) {
    project.provide("stackRootDir", dirname(dirname(stateFile)));
    return async () => {};
  }
  const rootDir = await mkdtemp(join(tmpdir(), "http-tests-"));
  const stack = await startStack({ rootDir, supabaseDir: join(import.meta.dirname, "../../supabase") });
  project.provide("stackRootDir", rootDir);
  return async () => {
    await stack.stop();
    await rm(rootDir, { recursive: true, force: true });
  };
}
