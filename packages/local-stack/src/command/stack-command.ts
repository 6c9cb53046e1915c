import { once } from "node:events";
import { interruption } from "../process/interruption.ts";
import { type StackReporter, startStack } from "../start-stack.ts";
import { readOptions } from "./read-options.ts";
import { readWholeNumber } from "./read-whole-number.ts";
import { reportFailure } from "./report-failure.ts";

const USAGE = `Usage: npx pnpm@10 stack [options]

Boots the local stack in the foreground: PostgreSQL, Data API, identity issuer, functions.
Prints \`ready <apiUrl>\` when all of it answers, and writes .stack/state.json. Ctrl-C stops it; the data is kept.

  --reset         start from an empty database
  --port NUMBER   the API port, 1 to 65535 (54321, or any free one where that is taken)
  --no-watch      do not restart functions when their files change
  --help          this text`;

const PORTS = { min: 1, max: 65535 };

const reporter: StackReporter = {
  part: (name, elapsedMs) => console.error(`  ${(elapsedMs / 1000).toFixed(1).padStart(5)} s  ${name}`),
  log: (name, line) => console.error(`[${name}] ${line}`),
};

/**
 * The command `stack`: boots the stack, says so, and runs it until it is interrupted. Progress goes to stderr, so that
 * stdout holds the line `ready <apiUrl>` alone.
 *
 * @param rootDir - the clone's root
 * @param args - the command line after the command's name
 */
export async function stackCommand(rootDir: string, args: readonly string[]): Promise<void> {
  const signal = interruption();
  try {
    const { help, ...options } = stackOptions(args);
    if (help) return console.log(USAGE);
    const stack = await startStack({ rootDir, signal, reporter, ...options });
    console.log(`ready ${stack.state.apiUrl}`);
    if (!signal.aborted) await once(signal, "abort");
    await stack.stop();
  } catch (error) {
    reportFailure(error);
  }
}

function stackOptions(args: readonly string[]) {
  const { values } = readOptions({
    args: [...args],
    options: {
      reset: { type: "boolean", default: false },
      port: { type: "string" },
      watch: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
    allowNegative: true,
  });
  const { port, ...flags } = values;
  return port === undefined ? flags : { ...flags, apiPort: readWholeNumber("--port", port, PORTS) };
}
