import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchDraft } from "./bench/bench-draft.ts";
import { benchFunctions } from "./bench/bench-functions.ts";
import { madeUpEncounters } from "./bench/made-up-encounters.ts";
import { readEncounters } from "./draft/read-encounters.ts";

const HELP = `Measures each function: the size of its bundle, and its cold start beside that of an empty function.
With \`draft\`, measures the processor time of the offline drafter with its checks.

Usage: npx pnpm@10 bench [--rounds N] [--help]
       npx pnpm@10 bench draft [--in encounters.jsonl]

  --rounds N   cold starts per function, taken in turns (7)
  --in FILE    encounters to draft, {id, turns} a line; without it a made-up talk and one of 2 MB

A cold start lasts from spawning Deno, with its cache warm, to the first answer of /health. Both are taken in turns in
one run, so the ratio holds on a noisy machine where the milliseconds do not.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "7" },
    in: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (values.help) {
  console.log(HELP);
} else if (positionals[0] === "draft") {
  const encounters = values.in === undefined ? await madeUpEncounters() : await readEncounters(values.in);
  console.table(benchDraft(encounters));
} else if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`Cannot measure: --rounds wants a whole number from 1, not ${values.rounds}`);
  process.exitCode = 1;
} else {
  const figures = await benchFunctions(join(import.meta.dirname, ".."), rounds, (line) => console.error(line));
  console.table(figures);
}
