import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createScratchDatabase, type ScratchDatabase, type StackState } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { listSchemaFiles } from "./list-schema-files.ts";
import { runSqlFiles } from "./run-sql-files.ts";

/** What a scratch database is built from: nothing, the migrations, or the schema files, then further SQL files. */
export interface ScratchRecipe {
  readonly from: "nothing" | "migrations" | "schemas";
  /** Absolute paths of SQL files run afterwards, such as the seed. */
  readonly followedBy?: readonly string[];
}

/** Makes a database, as empty as a new Supabase project, after a recipe. */
export type CreateDatabase = (recipe: ScratchRecipe) => Promise<ScratchDatabase>;

/**
 * Makes databases in a running server. What a recipe gives is kept as a template there, so that only the first database
 * of a recipe is built, whoever asks for it; the others are copies.
 *
 * @param state The stack whose server it is.
 * @param rootDir Absolute path of the repository.
 */
export function scratchDatabases(state: StackState, rootDir: string): CreateDatabase {
  return async (recipe) => {
    const template = await templateName(rootDir, recipe);
    const sql = postgres(state.dbUrl, { max: 1, onnotice: () => {} });
    try {
      // Whoever needs the same template meanwhile waits here for the one that builds it.
      await sql`select pg_advisory_lock(hashtext(${template}))`;
      const [built] = await sql`select from pg_database where datname = ${template}`;
      if (built === undefined) await buildTemplate(sql, template, state, rootDir, recipe);
    } finally {
      await sql.end();
    }
    return createScratchDatabase(state, { template });
  };
}

// After the texts themselves: a template of the texts of before is another one.
async function templateName(rootDir: string, recipe: ScratchRecipe): Promise<string> {
  const digest = createHash("sha256").update(recipe.from);
  const files = [...filesOf(rootDir, recipe.from), ...(recipe.followedBy ?? [])];
  for (const file of files) digest.update(file).update(await readFile(file));
  return `template_${digest.digest("hex").slice(0, 32)}`;
}

function filesOf(rootDir: string, from: ScratchRecipe["from"]): string[] {
  if (from === "nothing") return [];
  return from === "schemas" ? listSchemaFiles(rootDir) : globSync(join(rootDir, "supabase/migrations/*.sql")).sort();
}

async function buildTemplate(
  sql: postgres.Sql,
  template: string,
  state: StackState,
  rootDir: string,
  { from, followedBy = [] }: ScratchRecipe,
): Promise<void> {
  const scratch = await createScratchDatabase(
    state,
    from === "migrations" ? { supabaseDir: join(rootDir, "supabase") } : undefined,
  );
  try {
    await runSqlFiles(scratch.url, from === "schemas" ? [...filesOf(rootDir, from), ...followedBy] : followedBy);
    await sql.unsafe(`alter database ${new URL(scratch.url).pathname.slice(1)} rename to ${template}`);
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}
