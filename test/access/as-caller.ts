import postgres from "postgres";
import type { Caller } from "./callers.ts";

/** How a statement ended: its rows, or the SQLSTATE and words PostgreSQL refused it with. */
export type Outcome =
  | { readonly rows: readonly Record<string, unknown>[]; readonly count: number; readonly refusal?: never }
  | {
      readonly refusal: { readonly code: string; readonly message: string };
      readonly count: 0;
      readonly rows: readonly [];
    };

/**
 * Runs one statement as a caller, within the transaction of a connection that belongs to the owner, and undoes it.
 *
 * @param sql - a connection inside a transaction
 * @param caller - whose role and claims the statement gets
 * @param statement - SQL text
 * @param before - what the owner changes first; undone as well
 */
export async function asCaller(
  sql: postgres.ReservedSql,
  caller: Caller,
  statement: string,
  before: readonly string[] = [],
): Promise<Outcome> {
  await sql`savepoint as_caller`;
  try {
    for (const change of before) await sql.unsafe(change);
    const claims = caller.claims === null ? "" : JSON.stringify(caller.claims);
    await sql`select set_config('request.jwt.claims', ${claims}, true), set_config('role', ${caller.role}, true)`;
    const rows = await sql.unsafe<Record<string, unknown>[]>(statement);
    return { rows: [...rows], count: rows.count };
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    return { refusal: { code: error.code, message: error.message }, count: 0, rows: [] };
  } finally {
    await sql`rollback to savepoint as_caller`;
  }
}
