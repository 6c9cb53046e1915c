import { join } from "node:path";

/** Where one clone keeps everything its stack writes: all below `<rootDir>/.stack`, which git ignores. */
export interface StackPaths {
  readonly home: string;
  readonly state: string;
  readonly secrets: string;
  readonly lock: string;
  readonly processes: string;
  readonly logs: string;
  readonly denoCache: string;
  readonly postgres: string;
}

/**
 * Names the files and folders of a clone's stack.
 *
 * @param rootDir - the clone's root
 */
export function stackPaths(rootDir: string): StackPaths {
  const home = join(rootDir, ".stack");
  return {
    home,
    state: join(home, "state.json"),
    secrets: join(home, "secrets.json"),
    lock: join(home, "lock"),
    processes: join(home, "processes.json"),
    logs: join(home, "log"),
    denoCache: join(home, "deno"),
    postgres: join(home, "postgres"),
  };
}
