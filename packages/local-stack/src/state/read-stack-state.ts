import { readFile } from "node:fs/promises";
import { processIdentity } from "../process/process-identity.ts";
import { StackError } from "./stack-error.ts";
import { stackPaths } from "./stack-paths.ts";
import { StackState } from "./stack-state.ts";

/**
 * Reads what the running stack wrote about itself.
 *
 * @param rootDir - the clone's root
 * @returns the state of the stack that runs there
 * @throws StackError when no stack runs
 */
export async function readStackState(rootDir: string): Promise<StackState> {
  const text = await readFile(stackPaths(rootDir).state, "utf8").catch(() => null);
  if (text === null)
    throw new StackError("find the stack", "no stack runs in this clone", "run `npx pnpm@10 stack` first");
  const state = StackState.parse(JSON.parse(text));
  if ((await processIdentity(state.pid)) !== null) return state;
  throw new StackError(
    "find the stack",
    "the stack of this clone crashed",
    "run `npx pnpm@10 stack` again; the data is kept",
  );
}
