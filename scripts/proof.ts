import { readOptions, readWholeNumber, runCommand } from "@patient-medical-history/local-stack";
import { runSuite } from "./suite/run-suite.ts";

const HISTORIES_IN_TEST = 1000;
const HELP = `Runs the long proofs: the laws of the record over many more random histories than the suite takes, crashes of the
database and the functions under load and in the middle of a draft, the doors against many more mutated tokens and
broken bodies, and the audit against many more tamperings.

Usage: npx pnpm@10 proof [--histories N] [--orders N] [--crash-rounds N] [--draft-kills N] [--times N] [--only FILTER]
       npx pnpm@10 proof --help

  --histories N      random histories compared with the reference fold (20000), every other count in proportion;
                     the seed is printed first, then every thousandth
  --orders N         random orders of twelve notes that must make one record (1000)
  --crash-rounds N   how often database, Data API and function are each killed under load (25; the
                     suite kills each three times)
  --draft-kills N    how often the draft function is killed at work (200)
  --times N          how many times the suite's number of tokens and bodies (10): 10,000, and 20,000 a function
  --tamperings N     how often a sealed audit is tampered with as a superuser (10000)
  --only FILTER      test files whose path has this in it, such as model, crash or fuzz

RECORD_SEED=… repeats the histories and orders of an earlier run. A long night with the record alone:

  npx pnpm@10 proof --histories 100000 --crash-rounds 100 --only test/record

The last line is "N passed, N failed".`;

await runCommand(async () => {
  const { values } = readOptions({
    options: {
      histories: { type: "string", default: "20000" },
      orders: { type: "string", default: "1000" },
      "crash-rounds": { type: "string", default: "25" },
      "draft-kills": { type: "string", default: "200" },
      times: { type: "string", default: "10" },
      tamperings: { type: "string", default: "10000" },
      only: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const histories = readWholeNumber("--histories", values.histories, { min: 1 });
  const orders = readWholeNumber("--orders", values.orders, { min: 1 });
  const crashRounds = readWholeNumber("--crash-rounds", values["crash-rounds"], { min: 1 });
  const draftKills = readWholeNumber("--draft-kills", values["draft-kills"], { min: 1 });
  const times = readWholeNumber("--times", values.times, { min: 1 });
  const tamperings = readWholeNumber("--tamperings", values.tamperings, { min: 1 });
  process.exitCode = await runSuite({
    checks: [],
    vitestArgs: [
      ...["record", "access", "drafting", "audit"].flatMap((project) => ["--project", project]),
      ...(values.only === undefined
        ? ["test/record", "test/access", "test/drafting/kills", "test/audit"]
        : [values.only]),
    ],
    environment: {
      RECORD_RUNS: String(Math.max(1, histories / HISTORIES_IN_TEST)),
      RECORD_ORDERS: String(orders),
      RECORD_CRASH_ROUNDS: String(crashRounds),
      DRAFT_KILLS: String(draftKills),
      ACCESS_RUNS: String(times),
      AUDIT_TAMPERINGS: String(tamperings),
    },
  });
});
