import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { StackState } from "@patient-medical-history/local-stack";
import { shareRunningStack } from "./share-running-stack.ts";
import type { SharedServer } from "./shared-server.ts";
import { type RunningTestStack, startWatchedStack } from "./start-watched-stack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    stackState: StackState;
    /** The folder whose `.stack` holds the stack's keys. */
    stackRoot: string;
  }
}

/**
 * Starts a stack for the whole run: a fresh one in a temporary folder, or takes the running one whose state file
 * `TEST_STACK_STATE` names (`TEST_STACK_STATE=.stack/state.json npx pnpm@10 exec vitest run --project http`).
 *
 * It gets patients of whom every field is a canary. When all tests have run on a stack that was started here, the run fails if
 * one of those, or of the patients that tests made, was told in any log, in the audit, or in what was printed.
 */
export async function shareStack(): Promise<SharedServer> {
  const stateFile = process.env["TEST_STACK_STATE"];
  return shareRunningStack(
    stateFile === undefined || stateFile === ""
      ? await startWatchedStack({ ALLOWED_ORIGINS: "https://app.example" })
      : await runningStack(resolve(stateFile)),
  );
}

async function runningStack(stateFile: string): Promise<RunningTestStack> {
  // Read as it is: the stack may be on another machine, where a process id says nothing.
  const state: StackState = JSON.parse(await readFile(stateFile, "utf8"));
  return { state, root: dirname(dirname(stateFile)), stop: async () => undefined };
}
