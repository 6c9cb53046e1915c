import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { SUPERUSER } from "../postgres/start-postgres.ts";
import type { StackState } from "../state/stack-state.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { applyPlatform } from "./apply-platform.ts";

/** What a scratch database is made from. */
export type ScratchSource =
  /** The platform, then the migrations of this folder with `config.toml` and `migrations/`, by `supabase db push`. */
  | { readonly supabaseDir: string }
  /** A copy of this database of the server, to which nobody may be connected. */
  | { readonly template: string };

/** A database of its own inside the running server. */
export interface ScratchDatabase {
  /** Logs in as `postgres`, its owner. */
  readonly url: string;
  /** Removes it, and ends who is still connected. */
  readonly drop: () => Promise<void>;
}

/**
 * Makes a database in the running server: as empty as a new Supabase project, built from migrations, or a copy.
 *
 * @param state - the running stack
 * @param source - migrations or a template; neither leaves the bare platform
 * @returns where it is, and what removes it
 * @throws StackError when a migration fails; the database is removed then
 * @example
 * const scratch = await createScratchDatabase(state, { supabaseDir });
 * await scratch.drop();
 */
export async function createScratchDatabase(state: StackState, source?: ScratchSource): Promise<ScratchDatabase> {
  const name = `scratch_${randomUUID().replaceAll("-", "")}`;
  const template = source && "template" in source ? source.template : "template0";
  await asOwner(state.dbUrl, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const scratch = {
    url: urlFor(state.dbUrl, name),
    drop: () => asOwner(state.dbUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
  if (template !== "template0") return scratch;
  try {
    await asOwner(state.dbUrl, async (sql) => {
      // Roles belong to the cluster: two databases made at once would both update them, and one of them fail.
      await sql`select pg_advisory_lock(hashtext('platform of a scratch database'))`;
      await applyPlatform(urlFor(state.dbUrl, name, SUPERUSER), new URL(state.dbUrl).password);
    });
    if (source && "supabaseDir" in source) await applyMigrations(scratch.url, source.supabaseDir);
    return scratch;
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}

async function asOwner(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

// One password serves both login roles of the local cluster.
function urlFor(dbUrl: string, database: string, role?: string): string {
  const url = new URL(dbUrl);
  url.pathname = database;
  if (role !== undefined) url.username = role;
  return url.href;
}
