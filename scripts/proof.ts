import { parseArgs } from "node:util";
import { runSuite } from "./suite/run-suite.ts";

const HISTORIES_IN_TEST = 1000;
const HELP = `Runs the long proofs of the cumulative record: its laws over many more random histories than the suite takes, and
crashes of database and function under load.

Usage: npx pnpm@10 proof [--histories N] [--crash-rounds N] [--only FILTER] [--help]

  --histories N      random histories compared with the reference fold (10000), every other count in proportion;
                     the seed is printed first, then every thousandth
  --crash-rounds N   how often database and function are killed (3)
  --only FILTER      test files whose path has this in it, such as model or crash

RECORD_SEED=… repeats the histories of an earlier run. The last line is "N passed, N failed".`;

const { values } = parseArgs({
  options: {
    histories: { type: "string", default: "10000" },
    "crash-rounds": { type: "string", default: "3" },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(HELP);
} else {
  process.exitCode = await runSuite({
    checks: [],
    vitestArgs: ["--project", "record", ...(values.only === undefined ? [] : [values.only])],
    environment: {
      RECORD_RUNS: String(Math.max(1, Number(values.histories) / HISTORIES_IN_TEST)),
      RECORD_CRASH_ROUNDS: values["crash-rounds"],
    },
  });
}
