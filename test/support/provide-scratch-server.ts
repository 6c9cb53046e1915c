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

const USERS = new Set(["access", "audit", "database", "record"]);

/**
 * Gives the test files of the projects that need it one PostgreSQL server for the whole run, where each makes databases
 * of its own.
 *
 * @param root - the root project, whose state every project reads
 * @returns what stops the server if it was started here
 */
export default async function provideScratchServer(root: TestProject): Promise<() => Promise<void>> {
  if (!root.vitest.projects.some(({ name }) => USERS.has(name))) return async () => undefined;
  const server = await startScratchServer(join(import.meta.dirname, "../.."));
  root.provide("scratchServer", server.state);
  root.provide("scratchRoot", server.root);
  return server.stop;
}
