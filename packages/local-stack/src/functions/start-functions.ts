import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ChildLedger } from "../process/child-ledger.ts";
import { findFreePort } from "../process/find-free-port.ts";
import { denoCommand } from "./deno-command.ts";
import { FunctionProcess } from "./function-process.ts";

/** What all functions of a stack share. */
export interface StartFunctionsOptions {
  /** The folder that holds one folder per function. */
  readonly functionsDir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly watch: boolean;
  readonly logsDir: string;
  readonly ledger: ChildLedger;
  readonly onLine: (name: string, line: string) => void;
}

/** The running functions. */
export interface RunningFunctions {
  /** The port of each function's process, by name. */
  readonly ports: ReadonlyMap<string, number>;
  /** Waits until every function answers its health check; rejects with the first that fails. */
  readonly ready: (signal: AbortSignal) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Prepares one `deno serve` for each folder of `supabase/functions` that has an `index.ts`.
 *
 * @param options - folders, environment and where processes are noted
 * @returns their ports at once; call `ready()` when the gateway they talk to listens
 */
export async function startFunctions(options: StartFunctionsOptions): Promise<RunningFunctions> {
  const ports = new Map<string, number>();
  const processes: FunctionProcess[] = [];
  for (const name of await functionNames(options.functionsDir)) {
    const port = await findFreePort();
    ports.set(name, port);
    processes.push(
      new FunctionProcess({
        name,
        command: denoCommand({ ...options, folder: join(options.functionsDir, name), port }),
        healthUrl: `http://127.0.0.1:${port}/${name}/health`,
        logFile: join(options.logsDir, `${name}.log`),
        ledger: options.ledger,
        onLine: (line) => options.onLine(name, line),
      }),
    );
  }
  return {
    ports,
    ready: async (signal) => {
      await Promise.all(processes.map((one) => one.start(signal)));
    },
    stop: async () => {
      await Promise.all(processes.map((one) => one.stop()));
    },
  };
}

async function functionNames(functionsDir: string): Promise<string[]> {
  const entries = await readdir(functionsDir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("_"));
  const served = await Promise.all(folders.map((folder) => hasEntrypoint(join(functionsDir, folder.name))));
  return folders
    .filter((_, index) => served[index])
    .map((folder) => folder.name)
    .sort();
}

async function hasEntrypoint(folder: string): Promise<boolean> {
  const entry = await stat(join(folder, "index.ts")).catch(() => null);
  return entry?.isFile() ?? false;
}
