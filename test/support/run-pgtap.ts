import type postgres from "postgres";

/** What a pgTAP script reported. */
export interface PgtapReport {
  readonly planned: number;
  readonly passed: number;
  /** The lines of the assertions that failed, with pgTAP's diagnosis. */
  readonly failures: readonly string[];
}

/**
 * Runs a pgTAP script over one connection and reads its TAP output.
 *
 * @param sql A client with a single connection; the script opens and rolls back its own transaction.
 * @param script The whole text of a `*.test.sql` file.
 * @returns The plan and the outcome.
 * @throws PostgresError when a statement outside an assertion fails.
 * @see https://testanything.org/tap-specification.html
 */
export async function runPgtap(sql: postgres.Sql, script: string): Promise<PgtapReport> {
  const results: unknown = await sql.unsafe(script).simple();
  const lines = textOf(results);
  return {
    planned: Number(lines.map((line) => /^1\.\.(\d+)/.exec(line)?.[1]).find((count) => count !== undefined) ?? 0),
    passed: lines.filter((line) => line.startsWith("ok ")).length,
    failures: lines.filter((line) => line.startsWith("not ok ")),
  };
}

// Statements answer with arrays of rows, nested when a script has several statements; TAP is whatever is text in them.
function textOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textOf);
}
