import { join } from "node:path";
import {
  openDatabase,
  readOptions,
  readStackState,
  readWholeNumber,
  runCommand,
} from "@patient-medical-history/local-stack";
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

await runCommand(async () => {
  const { values } = readOptions({
    options: {
      "verify-only": { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      batch: { type: "string", default: "200" },
      "database-url": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const batch = readWholeNumber("--batch", values.batch, { min: 1 });
  const url = values["database-url"] ?? (await readStackState(join(import.meta.dirname, ".."))).dbUrl;
  const sql = openDatabase(url);
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
});
