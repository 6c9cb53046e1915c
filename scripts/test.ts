import { readOptions, runCommand } from "@patient-medical-history/local-stack";
import { runSuite } from "./suite/run-suite.ts";

const HELP = `Checks formatting and types, and runs every test on real parts.

Usage: npx pnpm@10 test [--help]

The last line is "N passed, N failed". One kind of test alone: npx pnpm@10 exec vitest run --project unit`;

await runCommand(async () => {
  const { values } = readOptions({ options: { help: { type: "boolean", default: false } } });
  if (values.help) return console.log(HELP);
  process.exitCode = await runSuite({ checks: ["lint", "typecheck"], vitestArgs: [], environment: {} });
});
