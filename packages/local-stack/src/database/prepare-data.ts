import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import { StackError } from "../state/stack-error.ts";

/**
 * Fills a migrated database with what the local stack starts from: the seed, once, and the local Firebase project.
 *
 * @param sql - a connection as the owner of the migrations
 * @param supabaseDir - the folder with `seed.sql`
 * @param projectId - the Firebase project whose tokens count
 * @throws StackError when the seed fails
 */
export async function prepareData(sql: Sql, supabaseDir: string, projectId: string): Promise<void> {
  if (await isEmpty(sql)) await seed(sql, join(supabaseDir, "seed.sql"));
  if (!(await exists(sql, "private.firebase_project"))) return;
  await sql`
    insert into private.firebase_project (project_id) values (${projectId})
    on conflict (only_row) do update set project_id = excluded.project_id`;
}

async function isEmpty(sql: Sql): Promise<boolean> {
  if (!(await exists(sql, "public.users"))) return false;
  return (await sql`select 1 from public.users limit 1`).length === 0;
}

async function seed(sql: Sql, file: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return;
  try {
    await sql.begin((transaction) => transaction.unsafe(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StackError("apply the seed", why, `mend ${file}; nothing of it was kept`, error);
  }
}

async function exists(sql: Sql, table: string): Promise<boolean> {
  return (await sql`select to_regclass(${table}) is not null as found`)[0]?.["found"] === true;
}
