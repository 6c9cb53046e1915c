import { join } from "node:path";
import { parseArgs } from "node:util";
import { StackError, startStack, whenRunnerEnds } from "@patient-medical-history/local-stack";
import { z } from "zod";

const USAGE = `Usage: npx pnpm@10 stack [options]

Boots the local stack in the foreground: PostgreSQL, Data API, identity issuer, functions.
Prints \`ready <apiUrl>\` when all of it answers, and writes .stack/state.json. Ctrl-C stops it; the data is kept.

  --reset         start from an empty database
  --port NUMBER   the API port (54321, or any free one where that is taken)
  --no-watch      do not restart functions when their files change
  --help          this text`;

const { values } = parseArgs({
  options: {
    reset: { type: "boolean", default: false },
    port: { type: "string" },
    watch: { type: "boolean", default: true },
    help: { type: "boolean", default: false },
  },
  allowNegative: true,
});

if (values.help) console.log(USAGE);
else await runStack(interruption());

async function runStack(interrupted: AbortSignal): Promise<void> {
  try {
    const stack = await startStack({
      rootDir: join(import.meta.dirname, ".."),
      reset: values.reset,
      watch: values.watch,
      ...(values.port !== undefined && { apiPort: z.coerce.number().int().min(1).max(65535).parse(values.port) }),
      reporter: {
        part: (name, elapsedMs) => console.error(`  ${(elapsedMs / 1000).toFixed(1).padStart(5)} s  ${name}`),
        log: (name, line) => console.error(`[${name}] ${line}`),
      },
      signal: interrupted,
    });
    console.log(`ready ${stack.state.apiUrl}`);
    await aborted(interrupted);
    await stack.stop();
  } catch (error) {
    if (interrupted.aborted && error === interrupted.reason) return;
    if (!(error instanceof StackError)) throw error;
    console.error(`${error.message}\nWhat to do: ${error.remedy}.`);
    process.exitCode = 1;
  }
}

/** Tells when the stack has to end: a signal, or the package manager that ran this script is gone. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Error("Interrupted"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
  // The reader of the output may leave before the stack does.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", interrupt);
  void whenRunnerEnds(interrupt);
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
