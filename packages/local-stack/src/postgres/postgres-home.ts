import { chmod, mkdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { StackPaths } from "../state/stack-paths.ts";
import { assertOwn } from "./assert-own.ts";
import { copyPrograms } from "./copy-programs.ts";
import { type PostgresAccount, postgresAccount } from "./postgres-account.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { shortHash } from "./short-hash.ts";

const OTHERS_MAY_ENTER = 0o001;

/** Where one clone's PostgreSQL has its programs, data and log, and the account it runs as. */
export interface PostgresHome {
  readonly programs: string;
  /** The folder that holds data and log, and nothing else. */
  readonly place: string;
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
  const isReachable = async (folder: string) => account.uid === undefined || (await isOpen(folder));
  const installed = postgresBinaries();
  const programs = (await isReachable(installed)) ? installed : await copyPrograms(installed);
  const inside = await isReachable(dirname(paths.home));
  const place = inside ? paths.postgres : join(tmpdir(), `stack-${shortHash(paths.home)}`);
  if (inside) await makePassable(paths.home);
  await makePassable(place);
  return { programs, place, data: join(place, "data"), log: join(place, "postgres.log"), account };
}

// Others may pass through to what is theirs, and see nothing else; chmod, because mkdir's mode is cut by the umask.
async function makePassable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await assertOwn(folder);
  await chmod(folder, 0o711);
}

async function isOpen(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & OTHERS_MAY_ENTER) === 0) return false;
  return dirname(folder) === folder ? true : isOpen(dirname(folder));
}
