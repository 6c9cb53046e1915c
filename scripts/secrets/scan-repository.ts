import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type FoundSecret, findSecrets } from "./find-secrets.ts";
import { lintSecrets } from "./lint-secrets.ts";

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;

/**
 * Scans every file git knows or would take in, and every line any commit ever added, merges included, by our patterns
 * and by secretlint's.
 *
 * @param rootDir - The repository's root.
 * @returns A line per secret: where and of what kind, never what it says.
 */
export async function scanRepository(rootDir: string): Promise<string[]> {
  const files = (await git(rootDir, ["ls-files", "--cached", "--others", "--exclude-standard"]))
    .split("\n")
    .filter((file) => file !== "");
  const found: string[] = [];
  for (const file of files) {
    for (const { kind, line } of await secretsOf(textOf(join(rootDir, file)))) {
      found.push(`${file}:${line}: ${kind}`);
    }
  }
  // Combined diffs show what a merge itself brought in; git leaves it out otherwise.
  const log = await git(rootDir, ["log", "--all", "-p", "--cc", "--unified=0", "--format=commit %H"]);
  return [...found, ...(await secretsOfHistory(log))];
}

async function secretsOf(text: string): Promise<FoundSecret[]> {
  return [...findSecrets(text), ...(await lintSecrets(text))];
}

async function secretsOfHistory(log: string): Promise<string[]> {
  const added = new Map<string, string[]>();
  let commit = "";
  for (const line of log.split("\n")) {
    commit = /^commit ([0-9a-f]{40})$/.exec(line)?.[1] ?? commit;
    const text = /^ ?\+(.*)/.exec(line)?.[1];
    if (text === undefined) continue;
    const lines = added.get(commit) ?? [];
    lines.push(text);
    added.set(commit, lines);
  }
  const found: string[] = [];
  for (const [id, lines] of added) {
    for (const { kind } of await secretsOf(lines.join("\n"))) found.push(`commit ${id}: ${kind}`);
  }
  return found;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Deleted in the working tree, or a link into nowhere.
    return "";
  }
}

async function git(rootDir: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", ["-C", rootDir, ...args], { maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}
