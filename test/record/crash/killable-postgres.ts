import { randomUUID } from "node:crypto";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { applyPlatform } from "../../../packages/local-stack/src/database/apply-platform.ts";
import { postgresHome } from "../../../packages/local-stack/src/postgres/postgres-home.ts";
import { SUPERUSER, startPostgres } from "../../../packages/local-stack/src/postgres/start-postgres.ts";
import { ChildLedger } from "../../../packages/local-stack/src/process/child-ledger.ts";
import { findFreePort } from "../../../packages/local-stack/src/process/find-free-port.ts";
import { stackPaths } from "../../../packages/local-stack/src/state/stack-paths.ts";
import { listSchemaFiles } from "../../../scripts/schema/list-schema-files.ts";
import { listTestHelpers } from "../../../scripts/schema/list-test-helpers.ts";
import { runSqlFiles } from "../../../scripts/schema/run-sql-files.ts";

const POLL_INTERVAL_MS = 10;
const ROOT = join(import.meta.dirname, "../../..");

/** A PostgreSQL server one may kill, with the schema, the seed and the SQL test helpers in it. */
export interface KillablePostgres {
  /** Logs in as the owner of the schema. */
  readonly url: string;
  /** Its data directory. */
  readonly data: string;
  /** `kill -9` of the server and every process of it, none of which may say goodbye; answers when all are gone. */
  readonly kill: () => Promise<void>;
  /** Shuts it down as an operator does: whoever is connected is thrown out, what was committed is written. */
  readonly shutDown: () => Promise<void>;
  /** Starts it again on what is on the disk, and answers when it has recovered. */
  readonly restart: () => Promise<void>;
  /** Starts it as a standby that waits for more to recover and takes no connection. */
  readonly restartInRecovery: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the server with a data directory of its own and every safety of a durable server on. */
export async function startKillablePostgres(): Promise<KillablePostgres> {
  const folder = await mkdtemp(join(tmpdir(), "killable-postgres-"));
  const paths = stackPaths(folder);
  await mkdir(paths.home);
  const home = await postgresHome(paths);
  const lock = { isHeld: async () => true };
  const ledger = new ChildLedger({ file: paths.processes, lock, isGuarded: true });
  const password = randomUUID();
  const port = await findFreePort();
  const start = () => startPostgres(home, port, password, ledger, true);

  const standby = join(home.data, "standby.signal");
  // Of a server that was killed, as one is whose last checkpoint takes too long. Dead processes keep their numbers until they
  // are reaped, and a number in use reads as a server that lives.
  const forget = () => rm(join(home.data, "postmaster.pid"), { force: true });

  let server = await start();
  await applyPlatform(server.url(SUPERUSER, "postgres"), password);
  const url = server.url("postgres", "postgres");
  await runSqlFiles(url, [...listSchemaFiles(ROOT), join(ROOT, "supabase/seed.sql"), ...listTestHelpers(ROOT)]);
  return {
    url,
    data: home.data,
    shutDown: async () => {
      await server.stop();
      await forget();
    },
    kill: async () => {
      const postmaster = Number((await readFile(join(home.data, "postmaster.pid"), "utf8")).split("\n")[0]);
      const processes = [postmaster, ...(await childrenOf(postmaster))];
      for (const pid of processes) killNow(pid);
      while ((await Promise.all(processes.map(isRunning))).includes(true)) await setTimeout(POLL_INTERVAL_MS);
      await forget();
    },
    restart: async () => {
      await rm(standby, { force: true });
      server = await start();
    },
    restartInRecovery: async () => {
      await writeFile(standby, "");
      await appendFile(join(home.data, "postgresql.auto.conf"), "hot_standby = off\n");
      server = await start();
    },
    stop: async () => {
      await server.stop();
      await rm(home.place, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// Each process of PostgreSQL has a session of its own, so no signal to a group reaches them all.
async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(async (pid) => ({ pid, stat: await statOf(pid) })));
  return parents.flatMap(({ pid, stat }) => (Number(stat[1]) === parent ? [pid] : []));
}

async function isRunning(pid: number): Promise<boolean> {
  const [state] = await statOf(pid);
  return state !== undefined && state !== "Z";
}

// State, parent and the rest of /proc/<pid>/stat; empty when there is no such process. See proc_pid_stat(5).
async function statOf(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text === "" ? [] : text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended by itself meanwhile, as a backend does when its server is gone.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
