import postgres from "postgres";
import { SUPERUSER } from "../../packages/local-stack/src/postgres/start-postgres.ts";

/**
 * Connects to a database of the suite as the superuser, who has the password of every login role.
 *
 * @param url - of the database, as its owner
 * @returns one connection
 */
export function connectAsSuperuser(url: string): postgres.Sql {
  const own = new URL(url);
  own.username = SUPERUSER;
  return postgres(own.href, { max: 1, onnotice: () => undefined });
}
