import { join } from "node:path";
import { parseArgs } from "node:util";
import { StackError, startStack } from "@patient-medical-history/local-stack";

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

if (values.help) {
  console.log(USAGE);
} else {
  await runStack();
}

async function runStack(): Promise<void> {
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  try {
    const stack = await startStack({
      rootDir: join(import.meta.dirname, ".."),
      reset: values.reset,
      watch: values.watch,
      ...(values.port !== undefined && { apiPort: Number(values.port) }),
      reporter: {
        part: (name, elapsedMs) => console.error(`  ${(elapsedMs / 1000).toFixed(1).padStart(5)} s  ${name}`),
        log: (name, line) => console.error(`[${name}] ${line}`),
      },
    });
    console.log(`ready ${stack.state.apiUrl}`);
    await interrupted;
    await stack.stop();
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    console.error(`${error.message}\nWhat to do: ${error.remedy}.`);
    process.exitCode = 1;
  }
}
