import { execFile } from "node:child_process";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ChildLedger } from "../process/child-ledger.ts";
import { guardChild } from "../process/guard-child.ts";
import { StackError } from "../state/stack-error.ts";
import type { PostgresAccount } from "./postgres-account.ts";
import type { PostgresHome } from "./postgres-home.ts";

const run = promisify(execFile);

/** The bootstrap superuser, named as on the platform; nothing of the product logs in as it. */
export const SUPERUSER = "supabase_admin";

/** A running PostgreSQL server. */
export interface PostgresServer {
  readonly port: number;
  /** Builds a connection string for one of its roles and databases. */
  readonly url: (role: string, database: string) => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL 17 on 127.0.0.1, making its data directory first where there is none.
 *
 * @param home - where the programs, data and log are
 * @param port - a free port
 * @param password - the password every login role gets
 * @param ledger - where the server is noted for the next start
 * @param durable - whether what was committed survives a crash of the machine; without it everything is faster
 * @throws StackError when the server does not come up
 */
export async function startPostgres(
  home: PostgresHome,
  port: number,
  password: string,
  ledger: ChildLedger,
  durable: boolean,
): Promise<PostgresServer> {
  await initialise(home, password, durable);
  await pgCtlStart(home, port, durable);
  const pid = Number((await readFile(join(home.data, "postmaster.pid"), "utf8")).split("\n")[0]);
  return {
    port,
    url: (role, database) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`,
    stop: await ledger.add("postgres", pid),
  };
}

async function initialise(home: PostgresHome, password: string, durable: boolean): Promise<void> {
  if (await stat(home.data).catch(() => null)) return;
  // Made under another name first: a data directory of the right name is a whole one, however the making ended.
  const unfinished = `${home.data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = `${home.data}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  await Promise.all([giveTo(home.account, unfinished), giveTo(home.account, passwordFile)]);
  try {
    await pgProgram(home, "initdb", [
      ...["-D", unfinished, "-U", SUPERUSER, `--pwfile=${passwordFile}`],
      ...["--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...["--locale=C", "--no-instructions", ...(durable ? [] : ["--no-sync"])],
    ]);
    await rename(unfinished, home.data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function pgCtlStart(home: PostgresHome, port: number, durable: boolean): Promise<void> {
  await writeFile(home.log, "", { mode: 0o600 });
  await giveTo(home.account, home.log);
  // Failed statements stay out of the log, as docs/operations.md asks of a deployment: their messages quote arguments and
  // rows. What the server says of itself is of a higher level.
  const settings = [
    ...["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`, "timezone=UTC", "log_timezone=UTC"],
    ...["log_min_messages=log", "log_error_verbosity=terse"],
    ...(durable ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  const flags = settings.map((setting) => `-c ${setting}`).join(" ");
  await pgProgram(home, "pg_ctl", ["start", "-w", "-t", "60", "-s", "-D", home.data, "-l", home.log, "-o", flags]);
}

async function pgProgram(home: PostgresHome, name: "initdb" | "pg_ctl", args: string[]): Promise<void> {
  const program = join(home.programs, "bin", name);
  const running = run(program, args, { ...home.account, cwd: "/", env: { LC_ALL: "C", PATH: process.env["PATH"] } });
  const guarded = guardChild(running.child.pid);
  try {
    await running;
  } catch (error) {
    const log = await readFile(home.log, "utf8").catch(() => "");
    throw postgresFailure(name, `${error instanceof Error ? error.message : error}\n${log}`, home, error);
  } finally {
    (await guarded)();
  }
}

async function giveTo(account: PostgresAccount, path: string): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
}

function postgresFailure(name: string, output: string, home: PostgresHome, cause: unknown): StackError {
  if (/No space left on device/i.test(output)) {
    return new StackError("start postgres", "the disk is full", "free some space and start again", cause);
  }
  if (/Address already in use/i.test(output)) {
    return new StackError(
      "start postgres",
      "its port was taken meanwhile",
      "start again, or choose another port",
      cause,
    );
  }
  if (/Permission denied/i.test(output)) {
    const who = home.account.uid === undefined ? "this account" : "the account nobody, which PostgreSQL runs as,";
    return new StackError(
      "start postgres",
      `${who} may not use ${home.data}`,
      "make the folder accessible to it",
      cause,
    );
  }
  return new StackError(
    "start postgres",
    `${name} failed`,
    `read ${home.log}; \`stack --reset\` starts from empty`,
    cause,
  );
}
