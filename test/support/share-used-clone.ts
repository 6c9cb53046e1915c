import { join } from "node:path";
import { startStack } from "@patient-medical-history/local-stack";
import { temporaryClone } from "../stack/support/temporary-clone.ts";
import type { SharedServer } from "./shared-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** What a stack of the clinic made for tests left in its clone: the `.stack` folder. */
    usedClone: string;
  }
}

/** Starts a stack once and stops it, so that others need not make and migrate their data. */
export async function shareUsedClone(): Promise<SharedServer> {
  const clone = await temporaryClone();
  try {
    const stack = await startStack({ rootDir: clone.rootDir, functionsDir: "none", durable: false });
    await stack.stop();
  } catch (error) {
    await clone.remove();
    throw error;
  }
  return {
    provideTo: (project) => project.provide("usedClone", join(clone.rootDir, ".stack")),
    stop: clone.remove,
  };
}
