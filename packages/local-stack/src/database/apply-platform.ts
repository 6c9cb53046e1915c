import { readFile } from "node:fs/promises";
import postgres from "postgres";

const PLATFORM_SQL = new URL("../../sql/platform.sql", import.meta.url);

/**
 * Gives a database what a new Supabase project has before its first migration; repeating it changes nothing.
 *
 * @param superuserUrl - logs in to the database as the cluster's superuser
 * @param password - the password the role `postgres` logs in with; random letters and digits
 */
export async function applyPlatform(superuserUrl: string, password: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(await readFile(PLATFORM_SQL, "utf8"));
    await sql.unsafe(`alter role postgres password '${password}'`);
  } finally {
    await sql.end();
  }
}
