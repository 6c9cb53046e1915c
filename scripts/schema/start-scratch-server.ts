import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  createScratchDatabase,
  readStackState,
  type ScratchDatabase,
  startStack,
  temporaryFolder,
} from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { listSchemaFiles } from "./list-schema-files.ts";

/** What a scratch database is built from: nothing, the migrations, or the schema files, then further SQL files. */
export interface ScratchRecipe {
  readonly from: "nothing" | "migrations" | "schemas";
  /** Absolute paths of SQL files run afterwards, such as the seed. */
  readonly followedBy?: readonly string[];
}

/** A PostgreSQL server that makes empty databases like new Supabase projects. */
export interface ScratchServer {
  readonly create: (recipe: ScratchRecipe) => Promise<ScratchDatabase>;
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
  const { state, stop } =
    stateFile === undefined
      ? await startBareStack(durable)
      : { state: await readStackState(dirname(dirname(stateFile))), stop: async () => undefined };
  return {
    create: async ({ from, followedBy = [] }) => {
      const scratch = await createScratchDatabase(
        state,
        from === "migrations" ? { supabaseDir: join(rootDir, "supabase") } : undefined,
      );
      await runFiles(scratch.url, from === "schemas" ? [...listSchemaFiles(rootDir), ...followedBy] : followedBy);
      return scratch;
    },
    stop,
  };
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
    return { state: stack.state, stop };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

// One session for all: a setting made in the first schema file holds for the rest, as in the migration.
async function runFiles(url: string, files: readonly string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const file of files) await sql.unsafe(await readFile(file, "utf8"));
  } finally {
    await sql.end();
  }
}
