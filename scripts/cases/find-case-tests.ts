import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TESTS = ["test/**/*.ts", "{packages/*/src,scripts}/**/*.test.ts", "supabase/tests/**/*.sql"];

/**
 * Finds which test files name which case.
 *
 * @param rootDir - The repository's root.
 * @returns The files of each id, in alphabetical order.
 */
export function findCaseTests(rootDir: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const file of globSync(TESTS, { cwd: rootDir }).sort()) {
    const ids = readFileSync(join(rootDir, file), "utf8").match(/\b[A-Z]\d{2}\b/g);
    for (const id of new Set(ids)) files.set(id, [...(files.get(id) ?? []), file]);
  }
  return files;
}
