import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { createDatabase } from "../../support/create-database.ts";

/**
 * Opens the catalogue of a database made from the migrations, for the tests of one file.
 *
 * @returns how to ask it
 */
export function openCatalog() {
  let sql: postgres.Sql;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createDatabase({ from: "migrations" });
    sql = postgres(database.url, { max: 1 });
    drop = database.drop;
  });

  afterAll(async () => {
    await sql?.end();
    await drop?.();
  });

  return {
    /** A connection as the owner of the schema, from the first test on. */
    get sql() {
      return sql;
    },

    /** The names a query finds at fault, one per row in its column `name`. */
    async offenders(query: string): Promise<string[]> {
      const rows = await sql.unsafe<{ name: string }[]>(query);
      return rows.map(({ name }) => name).sort();
    },
  };
}
