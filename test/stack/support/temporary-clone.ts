import { execFile } from "node:child_process";
import { chmod, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "@patient-medical-history/local-stack";
import { inject } from "vitest";

const run = promisify(execFile);

/** The `supabase` folder of this repository. */
export const PRODUCT = join(import.meta.dirname, "../../../supabase");
/** The `supabase` folder of a project made for these tests. */
export const CLINIC = join(import.meta.dirname, "clinic");

/** A folder a stack takes for a clone. */
export interface TemporaryClone {
  readonly rootDir: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes an empty folder that a stack can call its own, with the `supabase` folder of a project in it.
 *
 * @param supabaseDir - {@link CLINIC} by default
 */
export async function temporaryClone(supabaseDir = CLINIC): Promise<TemporaryClone> {
  const { path: rootDir, remove } = await temporaryFolder("clone-");
  await chmod(rootDir, 0o755);
  await symlink(supabaseDir, join(rootDir, "supabase"));
  return { rootDir, remove };
}

/** Makes one of {@link CLINIC} whose stack ran before and left its data, for tests that are not about a first start. */
export async function usedClone(): Promise<TemporaryClone> {
  const clone = await temporaryClone();
  // PostgreSQL's files stay its own.
  await run("cp", ["-a", inject("usedClone"), join(clone.rootDir, ".stack")]);
  return clone;
}
