import { join } from "node:path";
import {
  openDatabase,
  readOptions,
  readStackState,
  runCommand,
  StackError,
} from "@patient-medical-history/local-stack";
import { z } from "zod";
import { exportHead } from "./audit-trail/export-head.ts";
import { readHeads } from "./audit-trail/read-heads.ts";
import { retireMonth } from "./audit-trail/retire-month.ts";
import { verifyAudit } from "./audit-trail/verify-audit.ts";

const HELP = `Looks after the audit: who touched what.

Usage: npx pnpm@10 audit-trail <command> [options]

  export-head   seals what has settled and writes the head of the chain to --to
  verify        verifies the whole audit, against the heads of --heads; ends with 1 where it is not sound
  who           prints who accessed --patient, latest first, refused calls included, one JSON object a line
  retire        archives --month to the folder --to and drops its rows, once it is six years old and exported

  --to PLACE           a file or, for an object store that takes a PUT, an https address (AUDIT_STORE_TOKEN: its bearer)
  --heads FILE         heads exported earlier, one a line
  --patient ID         users.id of the patient
  --month YYYY-MM      the month
  --database-url URL   logs in as the owner of the schema; the running local stack's database by default
  --help               this text

Export hourly, to a place that whoever can change the database cannot change: what was exported can no longer be
rewritten unseen, what was not can.`;

await runCommand(async () => {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: {
      to: { type: "string" },
      heads: { type: "string" },
      patient: { type: "string" },
      month: { type: "string" },
      "database-url": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [command] = positionals;
  const commands = { "export-head": exported, verify: verified, who: told, retire: retired };
  const run = Object.entries(commands).find(([name]) => name === command)?.[1];
  if (run === undefined) throw new StackError("start", "no command was named that there is", "see --help");
  const url = values["database-url"] ?? (await readStackState(join(import.meta.dirname, ".."))).dbUrl;
  const sql = openDatabase(url);
  await run().finally(() => sql.end());

  async function exported(): Promise<void> {
    const to = needed("--to", values.to);
    const token = process.env["AUDIT_STORE_TOKEN"];
    const head = await exportHead(sql, /^https?:\/\//.test(to) ? { url: to, token } : { file: to });
    console.log(head === undefined ? "nothing is sealed yet" : `exported block ${head.number}, ${head.sha256}`);
  }

  async function verified(): Promise<void> {
    const heads = values.heads === undefined ? [] : await readHeads(values.heads);
    const found = await verifyAudit(sql, heads);
    const place = found === undefined ? "" : ` (block ${found.block ?? "unknown"}, row ${found.row ?? "unknown"})`;
    console.log(found === undefined ? `sound, ${heads.length} exported heads stand in it` : `${found.fault}${place}`);
    process.exitCode = found === undefined ? 0 : 1;
  }

  async function told(): Promise<void> {
    const patient = needed("--patient", values.patient);
    if (!z.guid().safeParse(patient).success) throw new StackError("tell", "--patient is no id", "write a users.id");
    const rows = sql<{ line: string }[]>`
      select to_jsonb(event)::text as line from audit.who_accessed(${patient}, null, 2147483647) as event`;
    for await (const page of rows.cursor(1000)) for (const { line } of page) console.log(line);
  }

  async function retired(): Promise<void> {
    const month = needed("--month", values.month);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new StackError("retire", "--month is none", "write 2020-03");
    const { file, rows, sha256 } = await retireMonth(sql, `${month}-01`, needed("--to", values.to));
    console.log(`${rows} rows are in ${file}, SHA-256 ${sha256}, and no longer in the database`);
  }
});

function needed(option: string, value: string | undefined): string {
  if (value === undefined) throw new StackError("start", `${option} is missing`, "see --help");
  return value;
}
