import { access, constants, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createLocalJWKSet } from "jose";
import postgres from "postgres";
import { loadDataApi } from "./data-api/load-data-api.ts";
import { applyMigrations } from "./database/apply-migrations.ts";
import { applyPlatform } from "./database/apply-platform.ts";
import { prepareData } from "./database/prepare-data.ts";
import { readCast } from "./database/read-cast.ts";
import { startSweeps } from "./database/start-sweeps.ts";
import { functionEnvironment } from "./functions/function-environment.ts";
import { functionRoutes } from "./functions/function-routes.ts";
import { startFunctions } from "./functions/start-functions.ts";
import { startGateway } from "./gateway/gateway.ts";
import { firebaseIssuer, JWKS_PATH, LOCAL_FIREBASE_PROJECT, localIssuer, publicJwk } from "./identity/local-issuer.ts";
import { installPgtap } from "./postgres/install-pgtap.ts";
import { postgresHome } from "./postgres/postgres-home.ts";
import { SUPERUSER, startPostgres } from "./postgres/start-postgres.ts";
import { ChildLedger } from "./process/child-ledger.ts";
import { Closers } from "./process/closers.ts";
import { findFreePort } from "./process/find-free-port.ts";
import { guardOrphan } from "./process/guard-orphan.ts";
import { StackError } from "./state/stack-error.ts";
import { acquireStackLock, type StackLock } from "./state/stack-lock.ts";
import { type StackPaths, stackPaths } from "./state/stack-paths.ts";
import { type StackSecrets, stackSecrets } from "./state/stack-secrets.ts";
import type { StackState } from "./state/stack-state.ts";
import { writePrivateFile } from "./state/write-private-file.ts";

const SWEEP_EVERY_MS = 5_000;

/** Hears what a booting and running stack does. */
export interface StackReporter {
  /** A part is up; `elapsedMs` is how long it took. */
  readonly part: (name: string, elapsedMs: number) => void;
  /** A line a function logged. */
  readonly log: (name: string, line: string) => void;
}

/** How a stack is started. */
export interface StartStackOptions {
  /** The clone's root; `.stack` and the optional `.env` are there. */
  readonly rootDir: string;
  /** The folder with migrations and seed; `<rootDir>/supabase` by default. */
  readonly supabaseDir?: string;
  /** The folder with one folder per function; `<supabaseDir>/functions` by default. */
  readonly functionsDir?: string;
  /** Whether to drop the data of earlier runs first. */
  readonly reset?: boolean;
  /** The API port; 54321 or, where that is taken, any free one by default. */
  readonly apiPort?: number;
  /** Whether the data goes when the stack stops, which lets PostgreSQL be faster; for tests. */
  readonly temporary?: boolean;
  /** Whether PostgreSQL waits for the disk at every commit; unless `temporary` by default. */
  readonly durable?: boolean;
  /** Whether a function restarts when its files change. */
  readonly watch?: boolean;
  /** The pause between two rounds of the sweeps, in milliseconds; five seconds by default. */
  readonly sweepEveryMs?: number;
  /** Variables laid over the environment of every function. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly reporter?: StackReporter;
  /** Gives the start up; what was started by then is ended. */
  readonly signal?: AbortSignal;
}

/** A running stack. */
export interface RunningStack {
  readonly state: StackState;
  /** Ends every process and gives the clone free; safe to call twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Boots the whole local stack: PostgreSQL, migrations, seed, identity issuer, Data API, gateway, functions.
 * What a crashed stack left behind is ended first; its data is kept.
 *
 * @param options - where and how
 * @returns the state, also written to `.stack/state.json`, and what stops the stack
 * @throws StackError naming the part that failed, why and what to do, or the signal's reason; nothing is left running
 * @example
 * const stack = await startStack({ rootDir, reset: true });
 * await fetch(`${stack.state.apiUrl}/functions/v1/get-patient-history/health`);
 * await stack.stop();
 */
export async function startStack(options: StartStackOptions): Promise<RunningStack> {
  const paths = stackPaths(options.rootDir);
  await makeHome(paths);
  const closers = new Closers();
  try {
    const lock = await acquireStackLock(paths);
    closers.add(lock.release);
    const state = await boot(options, paths, lock, closers);
    return { state, stop: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function boot(
  options: StartStackOptions,
  paths: StackPaths,
  lock: StackLock,
  closers: Closers,
): Promise<StackState> {
  const signal = options.signal ?? new AbortController().signal;
  const report = partTimer(options.reporter, signal);
  const supabaseDir = options.supabaseDir ?? join(options.rootDir, "supabase");
  const secrets = await stackSecrets(paths);
  const ledger = new ChildLedger({ file: paths.processes, lock, isGuarded: options.temporary ?? false });
  const stale = await ledger.endStale();
  closers.add(() => ledger.close());
  if (stale.length > 0) report(`took over from a crashed stack (ended ${stale.join(", ")})`);

  const gateway = await startGateway(options.apiPort);
  closers.add(gateway.close);

  const home = await postgresHome(paths);
  const removeOwn = async (path: string) => {
    if (await lock.isHeld()) await rm(path, { recursive: true, force: true });
  };
  if (options.temporary) {
    const release = guardOrphan({ folder: home.place });
    closers.add(async () => release());
    closers.add(() => removeOwn(home.place));
  }
  if (options.reset) await rm(home.data, { recursive: true, force: true });
  await installPgtap(home.programs);
  const port = await findFreePort();
  const server = await startPostgres(
    home,
    port,
    secrets.postgresPassword,
    ledger,
    options.durable ?? !options.temporary,
  );
  closers.add(server.stop);
  report(`postgres on port ${server.port}`);

  const dbUrl = server.url("postgres", "postgres");
  await applyPlatform(server.url(SUPERUSER, "postgres"), secrets.postgresPassword);
  const migrations = await applyMigrations(dbUrl, supabaseDir);
  const sql = postgres(dbUrl, { max: 1, onnotice: () => {} });
  await prepareData(sql, supabaseDir, LOCAL_FIREBASE_PROJECT);
  const cast = await readCast(sql);
  await sql.end();
  report(`${counted(migrations, "migration")} and the seed`);

  const apiUrl = `http://127.0.0.1:${gateway.port}`;
  const state = { ...cast, ...addresses(apiUrl, secrets), dbUrl, pid: process.pid };
  const functions = await startFunctions({
    functionsDir: options.functionsDir ?? join(supabaseDir, "functions"),
    environment: await functionEnvironment({ rootDir: options.rootDir, extra: options.environment ?? {}, ...state }),
    watch: options.watch ?? false,
    logsDir: paths.logs,
    ledger,
    onLine: (name, line) => options.reporter?.log(name, line),
  });
  const dataApi = await loadDataApi();
  const api = dataApi({ ...state, trust: localTrust(secrets) });
  closers.add(api.close);
  gateway.open({
    issuer: localIssuer(secrets.signingKey),
    dataApi: api,
    functions: functionRoutes(functions.ports),
  });
  report(`data API and identity issuer on port ${gateway.port}`);

  const onLine = (line: string) => options.reporter?.log("sweep", line);
  closers.add(startSweeps({ dbUrl, everyMs: options.sweepEveryMs ?? SWEEP_EVERY_MS, onLine }).stop);
  closers.add(functions.stop);
  await functions.ready(signal);
  report(counted(functions.ports.size, "function"));

  await writePrivateFile(paths.state, `${JSON.stringify(state, null, 2)}\n`);
  closers.add(() => removeOwn(paths.state));
  return state;
}

async function makeHome({ home, logs }: StackPaths): Promise<void> {
  try {
    await mkdir(logs, { recursive: true });
    await access(home, constants.W_OK);
  } catch (error) {
    throw new StackError("start the stack", `${home} cannot be written`, "make the folder writable", error);
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function addresses(apiUrl: string, { publishableKey, secretKey }: StackSecrets) {
  const jwksUrl = `${apiUrl}${JWKS_PATH}`;
  return { apiUrl, jwksUrl, publishableKey, secretKey, firebaseProjectId: LOCAL_FIREBASE_PROJECT };
}

function localTrust({ signingKey }: StackSecrets) {
  return {
    issuer: firebaseIssuer(LOCAL_FIREBASE_PROJECT),
    audience: LOCAL_FIREBASE_PROJECT,
    keys: createLocalJWKSet({ keys: [publicJwk(signingKey)] }),
  };
}

function partTimer(reporter: StackReporter | undefined, signal: AbortSignal): (name: string) => void {
  let sinceMs = performance.now();
  return (name) => {
    signal.throwIfAborted();
    reporter?.part(name, performance.now() - sinceMs);
    sinceMs = performance.now();
  };
}
