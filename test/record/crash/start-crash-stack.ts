import { join } from "node:path";
import { type StackState, startStack, temporaryFolder } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { listTestHelpers } from "../../../scripts/schema/list-test-helpers.ts";
import { runSqlFiles } from "../../../scripts/schema/run-sql-files.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** A stack one may kill parts of, with the SQL test helpers in its database. */
export interface CrashStack {
  /** The folder whose `.stack` holds its keys. */
  readonly rootDir: string;
  readonly state: StackState;
  /** Logs in as the owner of the schema. */
  readonly sql: postgres.Sql;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the stack.
 *
 * @param clients - how many connections `sql` may open
 * @param functionsDir - `none` where no function is wanted; the product's by default
 */
export async function startCrashStack(clients: number, functionsDir?: "none"): Promise<CrashStack> {
  const folder = await temporaryFolder("crash-");
  const supabaseDir = join(ROOT, "supabase");
  const own = functionsDir === undefined ? {} : { functionsDir };
  const stack = await startStack({ temporary: true, rootDir: folder.path, supabaseDir, ...own });
  await runSqlFiles(stack.state.dbUrl, listTestHelpers(ROOT));
  const sql = postgres(stack.state.dbUrl, { max: clients, onnotice: () => {} });
  const stop = async () => {
    await sql.end();
    await stack.stop();
    await folder.remove();
  };
  return { rootDir: folder.path, state: stack.state, sql, stop };
}
