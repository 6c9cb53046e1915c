import { join } from "node:path";
import { readOptions, readWholeNumber, runCommand } from "@patient-medical-history/local-stack";
import { benchFunctions } from "./bench/bench-functions.ts";

const HELP = `Measures each function: the size of its bundle, and its cold start beside that of an empty function.

Usage: npx pnpm@10 bench [--rounds N] [--help]

  --rounds N   cold starts per function, taken in turns (7)

A cold start lasts from spawning Deno, with its cache warm, to the first answer of /health. Both are taken in turns in
one run, so the ratio holds on a noisy machine where the milliseconds do not.`;

await runCommand(async () => {
  const { values } = readOptions({
    options: { rounds: { type: "string", default: "7" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const rounds = readWholeNumber("--rounds", values.rounds, { min: 1 });
  console.table(await benchFunctions(join(import.meta.dirname, ".."), rounds, (line) => console.error(line)));
});
