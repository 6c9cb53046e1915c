import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readOptions, readWholeNumber, runCommand, StackError } from "@patient-medical-history/local-stack";
import { benchAccess } from "./bench/bench-access.ts";
import { benchAudit } from "./bench/bench-audit.ts";
import { benchDraft } from "./bench/bench-draft.ts";
import { benchFunctions } from "./bench/bench-functions.ts";
import { benchHistory } from "./bench/bench-history.ts";
import { benchModelDraft } from "./bench/bench-model-draft.ts";
import { benchRecord } from "./bench/bench-record.ts";
import { benchTokens } from "./bench/bench-tokens.ts";
import { madeUpEncounters } from "./bench/made-up-encounters.ts";
import { readEncounters } from "./draft/read-encounters.ts";

const HELP = `Measures the functions, the doors, the record engine, or drafting.

Usage: npx pnpm@10 bench [functions] [--rounds N]
       npx pnpm@10 bench access [--rounds N] [--audit-rows N]
       npx pnpm@10 bench record [--rounds N] [--sizes N,N…] [--notes N,N…] [--json FILE]
       npx pnpm@10 bench draft [--rounds N] [--in encounters.jsonl] [--json FILE]
       npx pnpm@10 bench --help

functions: the size of each bundle, and its cold start beside that of an empty function.
  --rounds N     how often each is measured, taken in turns (7)
  A cold start lasts from spawning Deno, with its cache warm, to the first answer of /health.

access: what authorisation, limit and audit cost beside one committed write, and how many more calls fifty clients put on
record than eight; sealing and verifying of the audit; importing and verifying of tokens beside firebase-admin's; and the
history among 1,000, 10,000 and 100,000 patients.
  --rounds N     as above (7)
  --audit-rows N calls on record that are verified, and a tenth of them (100000)

record: what a merge, a read and a rebuild cost, beside what they could not cost less than. Merges and updates are
measured until they are as durable as a commit.
  --rounds N     how many of each, taken in turns; medians count (30)
  --sizes N,…    items in the record before a merge (10,100,500,1000,2000,5000)
  --notes N,…    notes of the patients whose records are rebuilt (50,100,200,500)
  --json FILE    where all figures go (.stack/bench-record.json)

draft: the processor time of the offline drafter with its checks, per encounter; then drafting with a model over HTTP,
beside the time a stub model takes by itself, and fifty drafts at once.
  --rounds N     how many drafts with the model, taken in turns with the stub alone; medians count (7)
  --in FILE      encounters to draft offline, {id, turns} a line; without it a made-up talk and one of 2 MB
  --json FILE    where all figures go (.stack/bench-draft.json)

What is compared is taken in turns in one run, so the ratios hold on a noisy machine where the milliseconds do not.`;

const ROOT = join(import.meta.dirname, "..");
const progress = (line: string) => console.error(line);

await runCommand(async () => {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      sizes: { type: "string", default: "10,100,500,1000,2000,5000" },
      notes: { type: "string", default: "50,100,200,500" },
      "audit-rows": { type: "string", default: "100000" },
      in: { type: "string" },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [subject = "functions"] = positionals;
  const rounds = readWholeNumber("--rounds", values.rounds ?? (subject === "record" ? "30" : "7"), { min: 1 });
  switch (subject) {
    case "functions":
      return console.table(await benchFunctions(ROOT, rounds, progress));
    case "access": {
      const access = await benchAccess(ROOT, rounds, progress);
      console.table(access.figures);
      console.table(access.throughput);
      const auditRows = readWholeNumber("--audit-rows", values["audit-rows"], { min: 10 });
      console.table(await benchAudit(ROOT, auditRows, progress));
      console.table(await benchTokens(ROOT, rounds, progress));
      return console.table(await benchHistory(ROOT, rounds, progress));
    }
    case "record": {
      const sizes = readWholeNumbers("--sizes", values.sizes);
      const bench = await benchRecord(ROOT, sizes, readWholeNumbers("--notes", values.notes), rounds, progress);
      console.table(bench.figures);
      return keepFigures(values.json ?? ".stack/bench-record.json", bench);
    }
    case "draft": {
      const encounters = values.in === undefined ? await madeUpEncounters() : await readEncounters(values.in);
      const offline = benchDraft(encounters);
      console.table(offline);
      const model = await benchModelDraft(ROOT, rounds, progress);
      console.table(model.figures);
      return keepFigures(values.json ?? ".stack/bench-draft.json", { offline, model });
    }
    default:
      throw new StackError("measure", `there is no bench ${subject}`, "see --help");
  }
});

async function keepFigures(path: string, figures: object): Promise<void> {
  const file = resolve(path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`all figures: ${file}`);
}

function readWholeNumbers(option: string, text: string): number[] {
  return text.split(",").map((number) => readWholeNumber(option, number, { min: 1 }));
}
