import { dirname } from "node:path";
import { readStackState, type StackState, startStack, temporaryFolder } from "@patient-medical-history/local-stack";
import { type CreateDatabase, scratchDatabases } from "./scratch-databases.ts";

/** A PostgreSQL server that makes empty databases like new Supabase projects. */
export interface ScratchServer {
  /** Where it is, for those who make databases in it from another process. */
  readonly state: StackState;
  /** The folder whose `.stack` holds the keys of its identity issuer. */
  readonly root: string;
  readonly create: CreateDatabase;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder, or uses the stack of the `.stack/state.json` that
 * `TEST_STACK_STATE` names.
 *
 * @param rootDir Absolute path of the repository.
 * @param durable Whether a server of its own waits for the disk at every commit.
 * @returns What makes databases in it, and what stops it; a stack that ran before keeps running.
 * @throws StackError when PostgreSQL does not start.
 */
export async function startScratchServer(rootDir: string, durable = false): Promise<ScratchServer> {
  const stateFile = process.env["TEST_STACK_STATE"];
  const { state, root, stop } =
    stateFile === undefined || stateFile === "" ? await startBareStack(durable) : await runningStack(stateFile);
  return { state, root, create: scratchDatabases(state, rootDir), stop };
}

async function runningStack(stateFile: string) {
  const root = dirname(dirname(stateFile));
  return { state: await readStackState(root), root, stop: async () => undefined };
}

// Without migrations, seed or functions there is nothing in it but PostgreSQL.
async function startBareStack(durable: boolean) {
  const folder = await temporaryFolder("scratch-server-");
  try {
    const stack = await startStack({ rootDir: folder.path, temporary: true, durable });
    const stop = async () => {
      await stack.stop();
      await folder.remove();
    };
    return { state: stack.state, root: folder.path, stop };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
