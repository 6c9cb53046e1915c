import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { startScratchServer } from "../schema/start-scratch-server.ts";
import { rounded } from "./statistics.ts";

const ROWS_PER_TRANSACTION = 400;
const SAMPLE_EVERY_MS = 20;

/** What it takes to seal and to verify an audit of one size. */
export interface AuditFigures {
  readonly blocks: number;
  readonly sealSeconds: number;
  readonly verifySeconds: number;
  /** Memory of its own that the backend held at most, shared buffers not counted; NaN where the system does not tell. */
  readonly backendPeakMegabytes: number;
  /** What the command held at most, Node's own included. */
  readonly commandPeakMegabytes: number;
}

/**
 * Measures `audit-trail verify` over an audit of some size, and over a tenth of it, which shows what grows.
 *
 * @param rootDir - the repository's root
 * @param rows - calls on record
 * @param progress - hears a line per part
 * @returns the figures by size
 * @throws Error when an audit is found unsound
 */
export async function benchAudit(
  rootDir: string,
  rows: number,
  progress: (line: string) => void,
): Promise<Record<string, AuditFigures>> {
  const server = await startScratchServer(rootDir);
  const { url } = await server.create({ from: "migrations" });
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select audit.make_partitions()`;
    const figures: Record<string, AuditFigures> = {};
    let there = 0;
    for (const size of [Math.ceil(rows / 10), rows]) {
      progress(`${size} calls on record …`);
      await putOnRecord(sql, size - there);
      there = size;
      const sealStartedMs = performance.now();
      await sql`select audit.seal()`;
      const sealSeconds = (performance.now() - sealStartedMs) / 1000;
      const [chain] = await sql<{ blocks: number }[]>`select count(*)::integer as blocks from audit.blocks`;
      progress("verifying …");
      figures[`${size} calls`] = {
        blocks: chain?.blocks ?? 0,
        sealSeconds: rounded(sealSeconds),
        ...(await verify(rootDir, url, sql)),
      };
    }
    return figures;
  } finally {
    await sql.end();
    await server.stop();
  }
}

/** Calls that never were, in transactions of many: each of its own would measure nothing but commits. */
async function putOnRecord(sql: postgres.Sql, rows: number): Promise<void> {
  for (let left = rows; left > 0; left -= ROWS_PER_TRANSACTION) {
    await sql`
      insert into audit.events
        (cluster_id, transaction_id, occurred_at, actor_uid, actor_id, actor_role, action, rpc, patient_id, object_kind, outcome, replayed,
         purpose, source)
      select system_identifier, pg_current_xact_id()::text::bigint, clock_timestamp(), 'somebody-' || number, gen_random_uuid(), 'provider', 'R',
        'get_patient_history', gen_random_uuid(), 'patient', 'OK', false, 'TREAT', 'data-api'
      from generate_series(1, ${Math.min(left, ROWS_PER_TRANSACTION)}::integer) as number, pg_control_system()`;
  }
}

/** Runs the command as an operator does, and watches what it and its backend hold. */
async function verify(
  rootDir: string,
  url: string,
  sql: postgres.Sql,
): Promise<Pick<AuditFigures, "verifySeconds" | "backendPeakMegabytes" | "commandPeakMegabytes">> {
  const startedMs = performance.now();
  const command = [join(rootDir, "scripts/audit-trail.ts"), "verify", "--database-url", url];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(child, "exit");
  const peak = { backendPeakMegabytes: Number.NaN, commandPeakMegabytes: Number.NaN };
  while (child.exitCode === null && child.signalCode === null) {
    const [backend] = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where query like '%audit_verify%' and pid <> pg_backend_pid() and datname = current_database()`;
    peak.backendPeakMegabytes = higher(peak.backendPeakMegabytes, await megabytes(backend?.pid, "RssAnon"));
    peak.commandPeakMegabytes = higher(peak.commandPeakMegabytes, await megabytes(child.pid, "VmHWM"));
    await delay(SAMPLE_EVERY_MS);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error("Cannot measure the audit: it was not found sound");
  return { verifySeconds: rounded((performance.now() - startedMs) / 1000), ...peak };
}

const higher = (one: number, other: number) => (one >= other || Number.isNaN(other) ? one : other);

/** A line of `/proc/<pid>/status` (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html), in megabytes. */
async function megabytes(pid: number | undefined, name: "RssAnon" | "VmHWM"): Promise<number> {
  const status = pid === undefined ? "" : await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
  return rounded(Number(kilobytes ?? Number.NaN) / 1024);
}
