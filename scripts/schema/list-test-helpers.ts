import { globSync } from "node:fs";
import { join } from "node:path";

/**
 * Lists the SQL test helpers, schema `tests`, which stand on the schema and the seed.
 *
 * @param rootDir Absolute path of the repository.
 * @returns Absolute paths, in the order they are run in.
 */
export function listTestHelpers(rootDir: string): string[] {
  return globSync(join(rootDir, "supabase/tests/000_helpers/*.sql")).sort();
}
