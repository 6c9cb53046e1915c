import { createHash } from "node:crypto";
import { chmod, cp, mkdir, stat } from "node:fs/promises";
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
  const place = join(tmpdir(), `stack-${createHash("sha256").update(paths.home).digest("hex").slice(0, 16)}`);
  await makePassable(place);
  await cp(programs, join(place, "native"), { recursive: true, verbatimSymlinks: true, force: false });
  return settle(place, join(place, "native"), account);
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
