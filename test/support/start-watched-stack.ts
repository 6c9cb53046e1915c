import { join } from "node:path";
import { type StackState, startStack, temporaryFolder } from "@patient-medical-history/local-stack";
import { watchSilence } from "./silence/watch-silence.ts";

/** A stack, and the folder whose `.stack` holds its keys. */
export interface RunningTestStack {
  readonly state: StackState;
  readonly root: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a stack in a temporary folder, and watches what it tells.
 *
 * @param environment - variables laid over the environment of every function
 * @returns the stack; its `stop()` throws when a canary was told in any log, in the audit, or in what was printed
 */
export async function startWatchedStack(environment: Readonly<Record<string, string>>): Promise<RunningTestStack> {
  const folder = await temporaryFolder("test-stack-");
  const silence = watchSilence(folder.path);
  try {
    const supabaseDir = join(import.meta.dirname, "../../supabase");
    const { state, stop } = await startStack({ temporary: true, rootDir: folder.path, supabaseDir, environment });
    return {
      state,
      root: folder.path,
      stop: async () => {
        try {
          await silence.lookAtDatabase(state.dbUrl).finally(stop);
          await silence.end();
        } finally {
          await folder.remove();
        }
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
