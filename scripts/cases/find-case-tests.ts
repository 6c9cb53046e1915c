import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TESTS = ["test/**/*.ts", "{packages/*/src,scripts}/**/*.test.ts", "supabase/tests/**/*.sql"];

/** The cases a title begins with, as in "T32 T33 gives who is new a row"; a code of a diagnosis looks like one, elsewhere. */
const TITLE = /["'`]((?:[A-Z]\d{2}:? )+)\S/g;
/** A row of test/http/every-function/function-access.ts, which a test's title is made of. */
const CELL = /\["([A-Z]\d{2})", "(?:allowed|absent|role|theirs|none)"\]/g;

/**
 * Finds which test files name which case in a title.
 *
 * @param rootDir - The repository's root.
 * @returns The files of each id, in alphabetical order.
 */
export function findCaseTests(rootDir: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const file of globSync(TESTS, { cwd: rootDir }).sort()) {
    for (const id of casesNamed(readFileSync(join(rootDir, file), "utf8")))
      files.set(id, [...(files.get(id) ?? []), file]);
  }
  return files;
}

function casesNamed(source: string): Set<string> {
  const named = [...source.matchAll(TITLE), ...source.matchAll(CELL)].map(([, ids = ""]) => ids);
  return new Set(named.flatMap((ids) => ids.match(/[A-Z]\d{2}/g) ?? []));
}
