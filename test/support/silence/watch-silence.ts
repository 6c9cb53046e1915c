import { readdir } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { postgresHome } from "../../../packages/local-stack/src/postgres/postgres-home.ts";
import { stackPaths } from "../../../packages/local-stack/src/state/stack-paths.ts";
import { SECRET, TOLD } from "./canary.ts";
import { findInFile } from "./find-in-file.ts";
import { tapOutput } from "./tap-output.ts";

/** Tables that outlive or accompany patients' data and hold none of it. */
const SILENT_TABLES = ["audit.events", "audit.blocks", "private.model_calls", "private.idempotency_keys"];

/** Watches over what a stack tells, from its start until after its stop. */
export interface SilenceWatch {
  /** Looks at the database and its log, which the stop of a temporary stack removes. */
  readonly lookAtDatabase: (dbUrl: string) => Promise<void>;
  /** Looks at the logs and at what was printed; throws when anything anywhere was told. */
  readonly end: () => Promise<void>;
}

/**
 * Watches a stack's logs, PostgreSQL's, the audit, and what this process prints, for canaries of the patients that tests
 * make, and for secrets. To be used around everything that uses the stack, so that the order of tests does not matter.
 *
 * @param rootDir - of the stack
 * @param silentTables - the tables no canary may be in
 * @returns the watch
 * @example
 * const silence = watchSilence(rootDir);
 * // … the stack runs, tests run …
 * await silence.lookAtDatabase(stack.state.dbUrl);
 * await stack.stop();
 * await silence.end();
 */
export function watchSilence(rootDir: string, silentTables = SILENT_TABLES): SilenceWatch {
  const paths = stackPaths(rootDir);
  const output = tapOutput();
  const told: string[] = [];

  async function lookAtFile(path: string): Promise<void> {
    const canary = await findInFile(path, TOLD);
    if (canary !== undefined) told.push(`${path} tells ${canary}`);
    if ((await findInFile(path, SECRET)) !== undefined) told.push(`${path} tells a secret`);
  }

  return {
    async lookAtDatabase(dbUrl) {
      await lookAtFile((await postgresHome(paths)).log);
      const sql = postgres(dbUrl, { max: 1 });
      try {
        for (const table of silentTables) {
          const rows = await sql`select 1 from ${sql(table)} as t where to_jsonb(t)::text ~* ${TOLD.source} limit 1`;
          if (rows.length > 0) told.push(`${table} holds a canary`);
        }
      } finally {
        await sql.end();
      }
    },
    async end() {
      output.close();
      for (const name of await readdir(paths.logs)) await lookAtFile(join(paths.logs, name));
      if (output.told() !== undefined) told.push(`the run printed ${output.told()} (as a failed test does, too)`);
      if (told.length > 0) throw new Error(`Cannot pass: a patient's word or a secret was told\n${told.join("\n")}`);
    },
  };
}
