import { join } from "node:path";
import postgres from "postgres";
import { listTestHelpers } from "../../scripts/schema/list-test-helpers.ts";
import { createDatabase } from "../support/create-database.ts";
import { ITEM_TABLE, TABLE_ACCESS, type TableAccess } from "./table-access.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");

/** A database with something in every table for every caller, and the access table that holds for it. */
export type AccessDatabase = {
  /** One connection, as the owner of the schema. */
  readonly sql: postgres.Sql;
  /** A row of the matrix for every table of `public`. */
  readonly tables: ReadonlyMap<string, TableAccess>;
  readonly stop: () => Promise<void>;
};

/**
 * Makes the database from the schema files, the seed and `table-access.sql`.
 *
 * @throws Error when a table of `public` has no row in the matrix
 */
export async function startAccessDatabase(): Promise<AccessDatabase> {
  const scratch = await createDatabase({
    from: "schemas",
    followedBy: [
      join(ROOT_DIR, "supabase/seed.sql"),
      ...listTestHelpers(ROOT_DIR),
      join(import.meta.dirname, "table-access.sql"),
    ],
  });
  const sql = postgres(scratch.url, { max: 1, onnotice: () => undefined });
  return {
    sql,
    tables: await accessByTable(sql),
    stop: async () => {
      await sql.end();
      await scratch.drop();
    },
  };
}

async function accessByTable(sql: postgres.Sql): Promise<Map<string, TableAccess>> {
  const rows = await sql<{ name: string; isItem: boolean }[]>`
    select relname as name, exists (
      select from pg_constraint
      where conrelid = class.oid and contype = 'p'
        and pg_get_constraintdef(oid) = 'PRIMARY KEY (soap_note_id, id)'
    ) as "isItem"
    from pg_class as class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
    order by relname`;
  return new Map(
    rows.map(({ name, isItem }) => {
      const access = isItem ? ITEM_TABLE(name) : TABLE_ACCESS[name];
      if (access === undefined) throw new Error(`Cannot check access: ${name} has no row in the access table`);
      return [name, access];
    }),
  );
}
