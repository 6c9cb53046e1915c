import { join } from "node:path";
import type { StackState } from "@patient-medical-history/local-stack";
import { startScratchServer } from "../../scripts/schema/start-scratch-server.ts";
import type { SharedServer } from "./shared-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The stack whose server the test files make their databases in. */
    scratchServer: StackState;
    /** The folder whose `.stack` holds the keys of its identity issuer. */
    scratchRoot: string;
  }
}

/** Starts a PostgreSQL server for the whole run, where each test file makes databases of its own. */
export async function shareScratchServer(): Promise<SharedServer> {
  const { state, root, stop } = await startScratchServer(join(import.meta.dirname, "../.."));
  return {
    provideTo: (project) => {
      project.provide("scratchServer", state);
      project.provide("scratchRoot", root);
    },
    stop,
  };
}
