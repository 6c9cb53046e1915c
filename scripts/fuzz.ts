import { readOptions, readWholeNumber, runCommand } from "@patient-medical-history/local-stack";
import { runSuite } from "./suite/run-suite.ts";

const HELP = `Sends broken bodies to the functions of a stack of its own: never 5xx, never late, never over memory.

Usage: npx pnpm@10 fuzz [--bodies N] [--help]

  --bodies N   how many bodies per function (100000)

The last line is "N passed, N failed".`;

/** How many bodies the suite's patience with one test is meant for. */
const BODIES_PER_RUN = 2000;

await runCommand(async () => {
  const { values } = readOptions({
    options: { bodies: { type: "string", default: "100000" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const bodies = readWholeNumber("--bodies", values.bodies, { min: 1 });
  process.exitCode = await runSuite({
    checks: [],
    vitestArgs: ["--project", "access", "test/access/fuzz.test.ts"],
    environment: { FUZZ_BODIES: String(bodies), ACCESS_RUNS: String(Math.ceil(bodies / BODIES_PER_RUN)) },
  });
});
