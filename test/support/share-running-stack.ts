import { liftLimits } from "./lift-limits.ts";
import type { SharedServer } from "./shared-server.ts";
import { plantCanaries } from "./silence/plant-canaries.ts";
import type { RunningTestStack } from "./start-watched-stack.ts";

/**
 * Makes a running stack ready for tests that share it: no caller has a limit, and there are patients of whom every field is a
 * canary. It is stopped when that fails.
 *
 * @param stack - which stack
 * @param prepare - what else its database needs
 */
export async function shareRunningStack(
  { state, root, stop }: RunningTestStack,
  prepare: (dbUrl: string) => Promise<void> = async () => undefined,
): Promise<SharedServer> {
  try {
    await liftLimits(state.dbUrl);
    await plantCanaries(state.dbUrl);
    await prepare(state.dbUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    provideTo: (project) => {
      project.provide("stackState", state);
      project.provide("stackRoot", root);
    },
    stop,
  };
}
