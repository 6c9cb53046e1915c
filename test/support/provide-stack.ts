import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type StackState, startStack, temporaryFolder } from "@patient-medical-history/local-stack";
import type { TestProject } from "vitest/node";
import { liftLimits } from "./lift-limits.ts";
import { plantCanaries } from "./silence/plant-canaries.ts";
import { watchSilence } from "./silence/watch-silence.ts";

declare module "vitest" {
  export interface ProvidedContext {
    stackState: StackState;
    /** The folder whose `.stack` holds the stack's keys. */
    stackRoot: string;
  }
}

/**
 * Gives the test files of projects one stack for the whole run: a fresh one in a temporary folder, or the running one whose state
 * file `TEST_STACK_STATE` names (`TEST_STACK_STATE=.stack/state.json npx pnpm@10 exec vitest run --project http`).
 *
 * It gets patients of whom every field is a canary. When all tests have run on a stack that was started here, the run fails if
 * one of those, or of the patients that tests made, was told in any log, in the audit, or in what was printed.
 *
 * @param projects - where tests read the state from
 * @returns what stops a stack that was started here
 */
export async function provideStack(projects: readonly TestProject[]): Promise<() => Promise<void>> {
  const running = process.env["TEST_STACK_STATE"];
  if (running !== undefined && running !== "") {
    const path = resolve(running);
    const state: StackState = JSON.parse(await readFile(path, "utf8"));
    provide(projects, state, dirname(dirname(path)));
    await liftLimits(state.dbUrl);
    await plantCanaries(state.dbUrl);
    return async () => undefined;
  }
  const repository = resolve(import.meta.dirname, "../..");
  const folder = await temporaryFolder("http-tests-");
  const silence = watchSilence(folder.path);
  const stack = await startStack({
    temporary: true,
    rootDir: folder.path,
    supabaseDir: join(repository, "supabase"),
    environment: { ALLOWED_ORIGINS: "https://app.example" },
  });
  await liftLimits(stack.state.dbUrl)
    .then(() => plantCanaries(stack.state.dbUrl))
    .catch((error) => stack.stop().then(() => Promise.reject(error)));
  provide(projects, stack.state, folder.path);
  return async () => {
    try {
      await silence.lookAtDatabase(stack.state.dbUrl).finally(stack.stop);
      await silence.end();
    } finally {
      await folder.remove();
    }
  };
}

function provide(projects: readonly TestProject[], state: StackState, root: string): void {
  for (const project of projects) {
    project.provide("stackState", state);
    project.provide("stackRoot", root);
  }
}
