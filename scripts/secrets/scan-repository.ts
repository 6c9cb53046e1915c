import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findSecrets } from "./find-secrets.ts";

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;

/**
 * Scans every file git knows or would take in, and every line any commit ever added.
 *
 * @param rootDir - The repository's root.
 * @returns A line per secret: where and of what kind, never what it says.
 */
export async function scanRepository(rootDir: string): Promise<string[]> {
  const files = (await git(rootDir, ["ls-files", "--cached", "--others", "--exclude-standard"])).split("\n");
  const inTree = files
    .filter(isThere(rootDir))
    .flatMap((file) =>
      findSecrets(readFileSync(join(rootDir, file), "utf8")).map(({ kind, line }) => `${file}:${line}: ${kind}`),
    );
  return [
    ...inTree,
    ...secretsOfHistory(await git(rootDir, ["log", "--all", "-p", "--unified=0", "--format=commit %H"])),
  ];
}

function secretsOfHistory(log: string): string[] {
  let commit = "";
  return log.split("\n").flatMap((line) => {
    commit = /^commit ([0-9a-f]{40})$/.exec(line)?.[1] ?? commit;
    return line.startsWith("+") ? findSecrets(line).map(({ kind }) => `commit ${commit}: ${kind}`) : [];
  });
}

const isThere = (rootDir: string) => (file: string) => {
  if (file === "") return false;
  try {
    readFileSync(join(rootDir, file));
    return true;
  } catch {
    // Deleted in the working tree, or a link into nowhere.
    return false;
  }
};

async function git(rootDir: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", ["-C", rootDir, ...args], { maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}
