import { join } from "node:path";
import type { StackState } from "@patient-medical-history/local-stack";
import type { TestProject } from "vitest/node";
import { startScratchServer } from "../../scripts/schema/start-scratch-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The stack whose server the test files make their databases in. */
    scratchServer: StackState;
    /** The folder whose `.stack` holds the keys of its identity issuer. */
    scratchRoot: string;
  }
}

/**
 * Gives the test files of projects one PostgreSQL server for the whole run, where each makes databases of its own.
 *
 * @param projects - where tests read its state from
 * @returns what stops the server if it was started here
 */
export async function provideScratchServer(projects: readonly TestProject[]): Promise<() => Promise<void>> {
  const server = await startScratchServer(join(import.meta.dirname, "../.."));
  for (const project of projects) {
    project.provide("scratchServer", server.state);
    project.provide("scratchRoot", server.root);
  }
  return server.stop;
}
