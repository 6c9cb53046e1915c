import { createHash } from "node:crypto";
import { type FileHandle, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { StackError } from "@patient-medical-history/local-stack";
import type postgres from "postgres";

const ROWS_AT_A_TIME = 1000;

/**
 * Writes the rows of a month to a file, one JSON object a line, and then drops them from the database.
 *
 * @param sql - the owner of the schema
 * @param month - its first day, `2020-03-01`
 * @param folder - where the archive `audit-2020-03.jsonl` goes; an unfinished one is called `.part`
 * @returns the file, how many rows are in it, and its SHA-256, which the database keeps
 * @throws StackError where the month may not retire; nothing is written then
 */
export async function retireMonth(
  sql: postgres.Sql,
  month: string,
  folder: string,
): Promise<{ file: string; rows: number; sha256: string }> {
  const [refused] = await sql<{ why: string | null }[]>`select audit.retirement_refusal(${month}) as why`;
  if (refused?.why != null) {
    throw new StackError(`retire ${month.slice(0, 7)}`, refused.why, "leave it, or see docs/operations.md");
  }
  const file = join(folder, `audit-${month.slice(0, 7)}.jsonl`);
  const archive = await open(`${file}.part`, "wx", 0o600);
  const written = await writeRows(sql, month, archive).finally(() => archive.close());
  await rename(`${file}.part`, file);
  const [retired] = await sql<{ rows: number }[]>`
    select audit.retire_month(${month}, ${written.sha256})::int as rows`;
  return { file, rows: retired?.rows ?? 0, sha256: written.sha256 };
}

async function writeRows(sql: postgres.Sql, month: string, archive: FileHandle): Promise<{ sha256: string }> {
  const hash = createHash("sha256");
  const rows = sql<{ line: string }[]>`
    select to_jsonb(event)::text as line from audit.events as event
    where occurred_at >= ${month}::date::timestamp at time zone 'UTC'
      and occurred_at < (${month}::date + interval '1 month') at time zone 'UTC'
    order by cluster_id, transaction_id, id`;
  for await (const page of rows.cursor(ROWS_AT_A_TIME)) {
    const text = page.map(({ line }) => `${line}\n`).join("");
    hash.update(text);
    await archive.write(text);
  }
  await archive.sync();
  return { sha256: hash.digest("hex") };
}
