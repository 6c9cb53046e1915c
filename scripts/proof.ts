import { readOptions, readWholeNumber, runCommand } from "@patient-medical-history/local-stack";
import { runSuite } from "./suite/run-suite.ts";

const HELP = `Runs the long proofs: the laws of the record over many more random histories, and the doors against many more
mutated tokens and broken bodies, than the suite takes.

Usage: npx pnpm@10 proof [--times N] [--help]

  --times N   how many times the suite's number of histories (4); tokens and bodies are 10,000 and 20,000 a function

The last line is "N passed, N failed".`;

await runCommand(async () => {
  const { values } = readOptions({
    options: { times: { type: "string", default: "4" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const times = readWholeNumber("--times", values.times, { min: 1 });
  process.exitCode = await runSuite({
    checks: [],
    vitestArgs: ["--project", "record", "--project", "access"],
    environment: { RECORD_RUNS: String(times), ACCESS_RUNS: "10" },
  });
});
