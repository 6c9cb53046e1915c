import postgres from "postgres";
import { z } from "zod";
import type { Caller } from "./callers.ts";

const Rows = z.array(z.record(z.string(), z.unknown()));

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
  const claims = caller.claims === null ? "" : JSON.stringify(caller.claims).replaceAll("'", "''");
  // One message, one round trip: there are thousands of these.
  const script = [
    "savepoint as_caller",
    ...before,
    `set local request.jwt.claims = '${claims}'`,
    `set local role ${caller.role}`,
    statement,
    "rollback to savepoint as_caller",
  ];
  try {
    const answer: unknown = await sql.unsafe(script.join(";\n")).simple();
    // Only what has rows makes a result of its own; a count alone stands with all that had neither.
    const result: unknown = Array.isArray(answer) && !("count" in answer) ? answer.at(-1) : answer;
    if (!Array.isArray(result) || !("count" in result) || typeof result.count !== "number") {
      throw new Error("Cannot run statement: no result came back");
    }
    return { rows: Rows.parse([...result]), count: result.count };
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    await sql`rollback to savepoint as_caller`;
    return { refusal: { code: error.code, message: error.message }, count: 0, rows: [] };
  }
}
