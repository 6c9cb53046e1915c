import { join } from "node:path";
import type { ScratchDatabase } from "@patient-medical-history/local-stack";
import { inject } from "vitest";
import { type ScratchRecipe, scratchDatabases } from "../../scripts/schema/scratch-databases.ts";

/**
 * Makes a database of a test file's own in the server of the run.
 *
 * @param recipe - what it is built from
 * @returns where it is, and what removes it
 */
export function createDatabase(recipe: ScratchRecipe): Promise<ScratchDatabase> {
  return scratchDatabases(inject("scratchServer"), join(import.meta.dirname, "../.."))(recipe);
}
