import { join } from "node:path";
import type { StackState } from "@patient-medical-history/local-stack";
import type { TestProject } from "vitest/node";
import { startScratchServer } from "../../scripts/schema/start-scratch-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The stack whose server the test files make their databases in. */
    scratchServer: StackState;
  }
}

/**
 * Gives the test files of a project one PostgreSQL server for the whole run, where each makes databases of its own.
 *
 * @param project - where tests read the state from
 * @returns what stops the server if it was started here
 */
export default async function provideScratchServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchServer(join(import.meta.dirname, "../.."));
  project.provide("scratchServer", server.state);
  return server.stop;
}
