import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchFunctions } from "./bench/bench-functions.ts";
import { benchRecord } from "./bench/bench-record.ts";

const HELP = `Measures the functions, or the record engine.

Usage: npx pnpm@10 bench [functions] [--rounds N]
       npx pnpm@10 bench record [--runs N] [--sizes N,N…] [--notes N,N…] [--json FILE]

functions: the size of each bundle, and its cold start beside that of an empty function.
  --rounds N     cold starts per function, taken in turns (7)
  A cold start lasts from spawning Deno, with its cache warm, to the first answer of /health.

record: what a merge, a read and a rebuild cost, beside what they could not cost less than.
  --runs N       how many of each, taken in turns; medians count (30)
  --sizes N,…    items in the record before a merge (10,100,500,1000,2000,5000)
  --notes N,…    notes of the patients whose records are rebuilt (50,100,200,500)
  --json FILE    where all figures go (.stack/bench-record.json)

What is compared is taken in turns in one run, so the ratios hold on a noisy machine where the milliseconds do not.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "7" },
    runs: { type: "string", default: "30" },
    sizes: { type: "string", default: "10,100,500,1000,2000,5000" },
    notes: { type: "string", default: "50,100,200,500" },
    json: { type: "string", default: ".stack/bench-record.json" },
    help: { type: "boolean", default: false },
  },
});
const [subject = "functions"] = positionals;
const rootDir = join(import.meta.dirname, "..");
const progress = (line: string) => console.error(line);

if (values.help) {
  console.log(HELP);
} else if (subject === "functions") {
  const [rounds] = wholeNumbers("--rounds", values.rounds);
  if (rounds !== undefined) console.table(await benchFunctions(rootDir, rounds, progress));
} else if (subject === "record") {
  const [runs] = wholeNumbers("--runs", values.runs);
  const sizes = wholeNumbers("--sizes", values.sizes);
  const notes = wholeNumbers("--notes", values.notes);
  if (runs !== undefined && sizes.length > 0 && notes.length > 0) {
    const bench = await benchRecord(rootDir, sizes, notes, runs, progress);
    const file = resolve(values.json);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(bench, null, 2)}\n`);
    console.table(bench.figures);
    console.log(`all figures: ${file}`);
  }
} else {
  console.error(`Cannot measure: ${subject} is neither functions nor record`);
  process.exitCode = 1;
}

function wholeNumbers(option: string, text: string): number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number >= 1)) return numbers;
  console.error(`Cannot measure: ${option} wants whole numbers from 1, not ${text}`);
  process.exitCode = 1;
  return [];
}
