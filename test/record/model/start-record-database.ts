import { join } from "node:path";
import { startDatabase, type TestDatabase } from "../../support/start-database.ts";

const RECORDS = join(import.meta.dirname, "records-of-a-clinic.sql");

/**
 * Makes a database with records in it that stay, in which histories that are rolled back are planned as among the
 * patients of a clinic.
 *
 * @param connections - how many connections `sql` may open
 * @returns the database, and what removes it
 */
export function startRecordDatabase(connections = 1): Promise<TestDatabase> {
  return startDatabase(connections, [RECORDS]);
}
