import { readFileSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";

const CATALOG_QUERY = readFileSync(join(import.meta.dirname, "read-catalog.sql"), "utf8");

/**
 * Reads everything a schema is made of, one line per thing, so that two databases can be compared as texts.
 *
 * Tables, columns, constraints, indexes, functions with their bodies, types, triggers, policies, grants, default
 * privileges and comments of the schemas `public` and `private`; names and texts, never oids.
 *
 * @param sql A client of the database.
 * @returns The lines in alphabetical order, such as `policy users users_select …`.
 */
export async function readCatalog(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ line: string }[]>(CATALOG_QUERY);
  return rows.map(({ line }) => line);
}
