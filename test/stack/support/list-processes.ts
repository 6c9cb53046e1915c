import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Lists the command lines of the processes that have something to do with a clone.
 *
 * @param rootDir - the clone; its path stands in the command lines of PostgreSQL and of each function
 */
export async function listProcesses(rootDir: string): Promise<string[]> {
  const { stdout } = await run("ps", ["-eo", "stat=,args="]);
  return stdout.split("\n").filter((line) => line.includes(rootDir) && !line.startsWith("Z"));
}
