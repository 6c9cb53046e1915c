import { createHash } from "node:crypto";
import { chmod, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { StackPaths } from "../state/stack-paths.ts";
import { type PostgresAccount, postgresAccount } from "./postgres-account.ts";
import { postgresBinaries } from "./postgres-binaries.ts";

const OTHERS_MAY_ENTER = 0o001;

/** Where one clone's PostgreSQL has its programs, data and log, and the account it runs as. */
export interface PostgresHome {
  readonly programs: string;
  readonly data: string;
  readonly log: string;
  readonly account: PostgresAccount;
}

/**
 * Places PostgreSQL inside the clone, or, for a clone in a folder only root may enter (`/root` in a container),
 * in the temporary folder, where the account `nobody` can reach it.
 *
 * @param paths - the clone's stack paths
 */
export async function postgresHome(paths: StackPaths): Promise<PostgresHome> {
  const account = await postgresAccount();
  const programs = postgresBinaries();
  const reachable = account.uid === undefined || ((await isOpen(programs)) && (await isOpen(dirname(paths.home))));
  if (reachable) {
    await makePassable(paths.home);
    return settle(paths.postgres, programs, account);
  }
  const place = join(tmpdir(), `stack-${shortHash(paths.home)}`);
  await makePassable(place);
  return settle(place, await copyOnce(programs, join(place, `programs-${shortHash(programs)}`)), account);
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (await stat(to).catch(() => null)) return to;
  // Copied under another name first: a folder of the right name is a whole one, however the copying ended.
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, to);
  return to;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function settle(place: string, programs: string, account: PostgresAccount): Promise<PostgresHome> {
  await makePassable(place);
  return { programs, data: join(place, "data"), log: join(place, "postgres.log"), account };
}

// Others may pass through to what is theirs, and see nothing else; chmod, because mkdir's mode is cut by the umask.
async function makePassable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
}

async function isOpen(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & OTHERS_MAY_ENTER) === 0) return false;
  return dirname(folder) === folder ? true : isOpen(dirname(folder));
}
