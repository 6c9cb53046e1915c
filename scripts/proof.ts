import { parseArgs } from "node:util";
import { runSuite } from "./suite/run-suite.ts";

const HELP = `Runs the long proofs: the laws of the record over many more random histories than the suite takes, and kills of the
draft function in the middle of its work, 50 times N.

Usage: npx pnpm@10 proof [--times N] [--help]

  --times N   how many times the suite's number of histories (4)

The last line is "N passed, N failed".`;

const { values } = parseArgs({
  options: { times: { type: "string", default: "4" }, help: { type: "boolean", default: false } },
});
if (values.help) {
  console.log(HELP);
} else {
  process.exitCode = await runSuite({
    checks: [],
    vitestArgs: ["--project", "record", "--project", "drafting"],
    environment: { RECORD_RUNS: values.times, DRAFT_KILLS: String(50 * Number(values.times)) },
  });
}
