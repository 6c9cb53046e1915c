import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFile, chmod, chown, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SUPERUSER } from "../../../packages/local-stack/src/postgres/start-postgres.ts";
import { exportHead, type Head } from "../../../scripts/audit-trail/export-head.ts";
import { verifyAudit } from "../../../scripts/audit-trail/verify-audit.ts";
import { crashRounds } from "./crash-rounds.ts";
import { type KillablePostgres, startKillablePostgres } from "./killable-postgres.ts";
import { type MergeCall, startMergeLoad } from "./merge-load.ts";
import { readAftermath } from "./read-aftermath.ts";

const CLIENTS = 4;
const PATIENTS = 5;
const MERGES_BEFORE_THE_COPY = 20;
const MERGES_AFTER_IT = 40;
const POLL_INTERVAL_MS = 50;
// A server, copied twice: for a proof.
const IS_PROOF = crashRounds(0) > 0;
const run = promisify(execFile);

let server: KillablePostgres;
let folder: string;

beforeAll(async () => {
  if (!IS_PROOF) return;
  server = await startKillablePostgres();
  folder = await mkdtemp(join(tmpdir(), "restored-postgres-"));
  // PostgreSQL, as another account, fetches its log from here.
  await chmod(folder, 0o711);
});

afterAll(async () => {
  if (!IS_PROOF) return;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

// As docs/runbooks/restore.md tells it.
describe.skipIf(!IS_PROOF)("a database whose disk is lost under load", () => {
  test("D16 restored from a base copy and the log has every acknowledged merge, and its audit fits the exported heads", async () => {
    const patientIds = Array.from({ length: PATIENTS }, () => randomUUID());
    await withConnection(async (sql) => {
      for (const id of patientIds) await sql`select tests.new_patient(${id})`;
    });
    const load = startMergeLoad(server.url, patientIds, CLIENTS);
    await load.reached(MERGES_BEFORE_THE_COPY);
    const heads = [await withConnection(exportAnother)];
    await withConnection(copyWhileInUse, SUPERUSER);
    await load.reached(MERGES_BEFORE_THE_COPY + MERGES_AFTER_IT);
    heads.push(await withConnection(exportAnother));
    await server.kill();
    const calls = await load.ended;

    await restore();
    await withConnection(async (sql) => {
      await expectRestored(sql, calls, heads);
    });
    console.info(
      `restored with ${calls.filter(({ outcome }) => outcome === "acknowledged").length} acknowledged merges`,
    );
  });
});

const exportAnother = async (sql: postgres.Sql): Promise<Head> => {
  const head = await exportHead(sql, { file: join(folder, "heads.jsonl") });
  if (head === undefined) throw new Error("nothing was sealed");
  return head;
};

/** What `pg_basebackup` does, with the two functions it calls: PostgreSQL goes on writing meanwhile. */
async function copyWhileInUse(sql: postgres.Sql): Promise<void> {
  await sql`select pg_backup_start('restore', true)`;
  // What vanishes while it is copied is written by the log anew.
  await run("cp", ["-a", server.data, join(folder, "base")]).catch(() => undefined);
  const [stopped] = await sql<{ label: string }[]>`select labelfile as label from pg_backup_stop()`;
  await writeForServer(join(folder, "base", "backup_label"), stopped?.label ?? "");
}

/** The disk is gone; what is left is the base copy and the log, as an archive of it would have it. */
async function restore(): Promise<void> {
  await run("cp", ["-a", join(server.data, "pg_wal"), join(folder, "log")]);
  await rm(server.data, { recursive: true });
  await run("cp", ["-a", join(folder, "base"), server.data]);
  await run("sh", ["-c", 'rm -rf "$1"/pg_wal/0* "$1"/postmaster.pid', "sh", server.data]);
  await writeForServer(join(server.data, "recovery.signal"), "");
  await appendFile(join(server.data, "postgresql.auto.conf"), `restore_command = 'cp "${folder}/log/%f" "%p"'\n`);
  await server.restart();
  await withConnection(async (sql) => {
    const isRecovering = async () => (await sql`select pg_is_in_recovery() as is`)[0]?.["is"] === true;
    while (await isRecovering()) await setTimeout(POLL_INTERVAL_MS);
  });
}

async function writeForServer(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  const { uid, gid } = await stat(server.data);
  await chown(path, uid, gid);
}

async function expectRestored(sql: postgres.Sql, calls: readonly MergeCall[], heads: readonly Head[]): Promise<void> {
  const aftermath = await readAftermath(sql, calls);
  expect(aftermath).toMatchObject({ lost: [], halfMerged: [], unlikeRebuild: [], unlikeAudit: [] });
  expect(aftermath.acknowledged).toBeGreaterThanOrEqual(MERGES_BEFORE_THE_COPY + MERGES_AFTER_IT);
  const unlike = await sql`
    select from public.patient_profiles as profile cross join lateral private.verify_record(profile.user_id)`;
  expect(unlike, "every record is what its notes say").toHaveLength(0);
  expect(heads[1]?.number).toBeGreaterThan(heads[0]?.number ?? 0);
  expect(await verifyAudit(sql, heads)).toBeUndefined();
  // And it is used again.
  await sql`select audit.seal()`;
  expect(await verifyAudit(sql, heads)).toBeUndefined();
}

async function withConnection<T>(work: (sql: postgres.Sql) => Promise<T>, username?: string): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {}, ...(username === undefined ? {} : { username }) });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
