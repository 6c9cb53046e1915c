import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { type PostgresServer, SUPERUSER } from "../postgres/start-postgres.ts";

const PLATFORM_SQL = new URL("../../sql/platform.sql", import.meta.url);

/**
 * Gives a database what a new Supabase project has before its first migration; repeating it changes nothing.
 *
 * @param server - the running server
 * @param database - the database's name
 * @param password - the password the role `postgres` logs in with
 */
export async function applyPlatform(server: PostgresServer, database: string, password: string): Promise<void> {
  const sql = postgres(server.url(SUPERUSER, database), { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(await readFile(PLATFORM_SQL, "utf8"));
    await sql.unsafe(`alter role postgres password '${password}'`);
  } finally {
    await sql.end();
  }
}
