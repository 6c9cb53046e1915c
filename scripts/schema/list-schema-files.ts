import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const SchemaPaths = z.array(z.string()).min(1);

/**
 * Lists the schema files in the order in which they build a database: `schema_paths` of `supabase/config.toml`.
 *
 * The files of one glob come in alphabetical order, as the Supabase CLI takes them.
 *
 * @param rootDir Absolute path of the repository.
 * @returns Absolute paths.
 * @throws Error when `schema_paths` is missing, or one of its patterns matches no file.
 * @see https://supabase.com/docs/guides/local-development/cli/config#db.migrations.schema_paths
 */
export function listSchemaFiles(rootDir: string): string[] {
  const supabaseDir = join(rootDir, "supabase");
  const array = /^schema_paths = (\[[^\]]*\])/m.exec(readFileSync(join(supabaseDir, "config.toml"), "utf8"))?.[1];
  if (array === undefined) throw new Error("Cannot list schema files: supabase/config.toml has no schema_paths");

  return SchemaPaths.parse(JSON.parse(array)).flatMap((pattern) => {
    const matches = globSync(pattern, { cwd: supabaseDir }).sort();
    if (matches.length === 0) throw new Error(`Cannot list schema files: ${pattern} matches no file`);
    return matches.map((file) => join(supabaseDir, file));
  });
}
