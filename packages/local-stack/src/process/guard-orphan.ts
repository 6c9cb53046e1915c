import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Orphan } from "./orphan.ts";

let send: ((line: string) => void) | undefined;

/**
 * Has a process ended, or a folder removed, when this process dies without doing so itself, even of SIGKILL: a second,
 * detached process sees the pipe between the two break, whatever broke it.
 *
 * @param orphan - what must not outlive this process
 * @returns what calls the guard off again
 * @example
 * const release = guardOrphan({ folder });
 * await rm(folder, { recursive: true });
 * release();
 */
export function guardOrphan(orphan: Orphan): () => void {
  const id = randomUUID();
  send ??= startGuard();
  send(JSON.stringify({ id, orphan }));
  return () => send?.(JSON.stringify({ id }));
}

function startGuard(): (line: string) => void {
  // A session of its own: a Ctrl-C or a signal to the whole group of this process passes it by.
  const guard = spawn(process.execPath, [join(import.meta.dirname, "end-orphans.ts")], {
    cwd: "/",
    env: { PATH: process.env["PATH"], ...compileCache() },
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  guard.stdin.on("error", () => {});
  return (line) => guard.stdin.write(`${line}\n`);
}

// What is compiled already starts sooner, where this process has such a cache.
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = process.env["NODE_COMPILE_CACHE"];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
