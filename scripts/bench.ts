import { join } from "node:path";
import { readOptions, readWholeNumber, runCommand, StackError } from "@patient-medical-history/local-stack";
import { benchFunctions } from "./bench/bench-functions.ts";
import { benchHistory } from "./bench/bench-history.ts";
import { benchTokens } from "./bench/bench-tokens.ts";

const HELP = `Measures each function: the size of its bundle, and its cold start beside that of an empty function.
With \`access\`: importing and verifying of tokens beside firebase-admin's, and the history among 1,000, 10,000 and 100,000
patients.

Usage: npx pnpm@10 bench [access] [--rounds N] [--help]

  --rounds N   how often each is measured, taken in turns (7)

A cold start lasts from spawning Deno, with its cache warm, to the first answer of /health. Both are taken in turns in
one run, so the ratio holds on a noisy machine where the milliseconds do not.`;

await runCommand(async () => {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "7" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const rounds = readWholeNumber("--rounds", values.rounds, { min: 1 });
  const rootDir = join(import.meta.dirname, "..");
  const progress = (line: string) => console.error(line);
  switch (positionals[0]) {
    case undefined:
      return console.table(await benchFunctions(rootDir, rounds, progress));
    case "access":
      console.table(await benchTokens(rootDir, rounds, progress));
      return console.table(await benchHistory(rootDir, rounds, progress));
    default:
      throw new StackError("measure", `there is no bench ${positionals[0]}`, "see --help");
  }
});
