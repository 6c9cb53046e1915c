import { readFile } from "node:fs/promises";
import postgres from "postgres";

/**
 * Runs SQL files in one session: a setting made in the first one holds for the rest, as in a migration.
 *
 * @param url Logs in to the database they are for.
 * @param files Absolute paths, in order.
 * @throws PostgresError of the first statement that fails; what ran before it stays.
 */
export async function runSqlFiles(url: string, files: readonly string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const file of files) await sql.unsafe(await readFile(file, "utf8"));
  } finally {
    await sql.end();
  }
}
