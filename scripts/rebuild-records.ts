import { join } from "node:path";
import { parseArgs } from "node:util";
import { readStackState } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { progressBar } from "./progress/progress-bar.ts";
import { visitRecords } from "./records/visit-records.ts";

const HELP = `Makes cumulative records anew from the signed notes, or says which differ from them.

Usage: npx pnpm@10 rebuild-records [--verify-only] [--all] [--batch N] [--database-url URL] [--help]

  --verify-only        write nothing; print the patients whose record is not what the notes make
  --all                every record; otherwise those folded by other rules than today's
  --batch N            patients listed at a time (200)
  --database-url URL   logs in as the owner of the schema; the running local stack's database by default

Safe on a live database: one patient per transaction, those in use are tried again in the end. Stopped half way, the
next run goes on with what is left. Ends with 1 when a record is left or wrong.`;

const { values } = parseArgs({
  options: {
    "verify-only": { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    batch: { type: "string", default: "200" },
    "database-url": { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const batch = Number(values.batch);
if (values.help) {
  console.log(HELP);
} else if (!Number.isInteger(batch) || batch < 1) {
  console.error(`Cannot rebuild records: --batch wants a whole number from 1, not ${values.batch}`);
  process.exitCode = 1;
} else {
  const url = values["database-url"] ?? (await readStackState(join(import.meta.dirname, ".."))).dbUrl;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const report = await visitRecords(sql, {
    batch,
    verifyOnly: values["verify-only"],
    all: values.all,
    lockTimeoutMs: 10_000,
    progress: progressBar(process.stderr, "records"),
  }).finally(() => sql.end());
  if (report.left.length > 0 && process.stderr.isTTY) process.stderr.write("\n");
  for (const patientId of report.wrong) console.log(`${patientId} differs from its notes`);
  for (const patientId of report.left) console.log(`${patientId} was in use`);
  console.log(`${report.visited} visited, ${report.wrong.length} wrong, ${report.left.length} left`);
  process.exitCode = report.wrong.length + report.left.length > 0 ? 1 : 0;
}
