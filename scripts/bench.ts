import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchFunctions } from "./bench/bench-functions.ts";

const HELP = `Measures each function: the size of its bundle, and its cold start beside that of an empty function.

Usage: npx pnpm@10 bench [--rounds N] [--help]

  --rounds N   cold starts per function, taken in turns (7)

A cold start lasts from spawning Deno, with its cache warm, to the first answer of /health. Both are taken in turns in
one run, so the ratio holds on a noisy machine where the milliseconds do not.`;

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, help: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
if (values.help) {
  console.log(HELP);
} else if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`Cannot measure: --rounds wants a whole number from 1, not ${values.rounds}`);
  process.exitCode = 1;
} else {
  const figures = await benchFunctions(join(import.meta.dirname, ".."), rounds, (line) => console.error(line));
  console.table(figures);
}
