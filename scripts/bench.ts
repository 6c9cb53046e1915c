import { join } from "node:path";
import { parseArgs } from "node:util";
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "7" }, help: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
if (values.help) {
  console.log(HELP);
} else if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`Cannot measure: --rounds wants a whole number from 1, not ${values.rounds}`);
  process.exitCode = 1;
} else if (positionals[0] === "access") {
  const rootDir = join(import.meta.dirname, "..");
  const progress = (line: string) => console.error(line);
  console.table(await benchTokens(rootDir, rounds, progress));
  console.table(await benchHistory(rootDir, rounds, progress));
} else if (positionals[0] !== undefined) {
  console.error(`Cannot measure: there is no bench ${positionals[0]}`);
  process.exitCode = 1;
} else {
  const figures = await benchFunctions(join(import.meta.dirname, ".."), rounds, (line) => console.error(line));
  console.table(figures);
}
