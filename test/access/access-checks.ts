import type postgres from "postgres";
import { asCaller, type Outcome } from "./as-caller.ts";
import { CALLERS, type Caller } from "./callers.ts";
import type { TableAccess } from "./table-access.ts";

/** One thing that must hold of one table. */
export type AccessCheck = {
  readonly title: string;
  readonly table: string;
  /** What is wrong; undefined while it holds. Leaves the transaction of the connection as it found it. */
  readonly fault: (sql: postgres.ReservedSql) => Promise<string | undefined>;
};

const FOREIGN = "alice of another project";
const NOBODY = "00000000-0000-4000-8000-000000000000";

/**
 * Everything that must hold of a table: each cell of its row in the matrix, then each layer alone, with the others
 * taken away, so that a hole in one is seen even where another would cover it.
 *
 * @param table - name of the table
 * @param access - its row in the matrix
 */
export function accessChecks(table: string, access: TableAccess): AccessCheck[] {
  const check = (title: string, fault: AccessCheck["fault"]): AccessCheck => ({ title, table, fault });
  const signedIn = CALLERS.filter(({ role }) => role === "authenticated");
  return [
    ...CALLERS.flatMap((caller) => [
      check(`R02 S ${table} as ${caller.name}`, (sql) => readFault(sql, table, access, caller)),
      check(`R02 I ${table} as ${caller.name}`, (sql) => insertFault(sql, table, caller)),
      check(`R02 U ${table} as ${caller.name}`, (sql) => updateFault(sql, table, access, caller, [])),
      check(`R02 D ${table} as ${caller.name}`, (sql) => deleteFault(sql, table, caller, [])),
    ]),
    ...signedIn.flatMap((caller) => {
      const granted = [`grant all on public.${table} to authenticated`];
      return [
        check(`R02 U ${table} as ${caller.name}, by row level security alone`, (sql) =>
          updateFault(sql, table, access, caller, granted),
        ),
        check(`R02 U ${table} as ${caller.name}, whose row would become another's`, (sql) =>
          handOverFault(sql, table, access, caller, granted),
        ),
        check(`R02 D ${table} as ${caller.name}, by row level security alone`, (sql) =>
          deleteFault(sql, table, caller, granted),
        ),
      ];
    }),
    check(`R07 ${table} by the policy on the Firebase project alone`, (sql) => foreignProjectFault(sql, table, access)),
  ];
}

async function readFault(sql: postgres.ReservedSql, table: string, access: TableAccess, caller: Caller) {
  const expected = await keysOf(sql, access, access.cells[caller.capacity]?.reads, caller);
  const { rows } = await asCaller(sql, caller, `select ${access.key} as key from public.${table} as t`);
  const seen = rows.map(({ key }) => String(key)).sort();
  return difference(expected, seen);
}

async function insertFault(sql: postgres.ReservedSql, table: string, caller: Caller) {
  const { refusal } = await asCaller(sql, caller, `insert into public.${table} default values`);
  return refusal?.code === "42501" ? undefined : `insert ended with ${refusal?.code ?? "success"}, not 42501`;
}

async function updateFault(
  sql: postgres.ReservedSql,
  table: string,
  access: TableAccess,
  caller: Caller,
  before: readonly string[],
) {
  const expected = await keysOf(sql, access, access.cells[caller.capacity]?.updates, caller);
  const column = access.updatable?.column ?? columnOf(access);
  const outcome = await asCaller(sql, caller, `update public.${table} set ${column} = ${column}`, before);
  // A row the caller may not update must be out of reach before, not only refused after.
  if (isPolicyRefusal(outcome)) return "reached a row that it may not update";
  if (outcome.refusal !== undefined && outcome.refusal.code !== "42501")
    return `update failed: ${outcome.refusal.code}`;
  return outcome.count === expected.length ? undefined : `updated ${describe(outcome)}, not ${expected.length} rows`;
}

async function handOverFault(
  sql: postgres.ReservedSql,
  table: string,
  access: TableAccess,
  caller: Caller,
  before: readonly string[],
) {
  const own = await keysOf(sql, access, access.cells[caller.capacity]?.updates, caller);
  const column = access.updatable?.owner ?? columnOf(access);
  const outcome = await asCaller(sql, caller, `update public.${table} set ${column} = '${NOBODY}'`, before);
  if (own.length === 0) return outcome.count === 0 ? undefined : `handed over ${describe(outcome)}`;
  return isPolicyRefusal(outcome) ? undefined : `handing over one's row ended with ${describe(outcome)}`;
}

async function deleteFault(sql: postgres.ReservedSql, table: string, caller: Caller, before: readonly string[]) {
  const outcome = await asCaller(sql, caller, `delete from public.${table}`, before);
  if (outcome.refusal !== undefined && outcome.refusal.code !== "42501")
    return `delete failed: ${outcome.refusal.code}`;
  return outcome.count === 0 ? undefined : `deleted ${describe(outcome)}`;
}

async function foreignProjectFault(sql: postgres.ReservedSql, table: string, access: TableAccess) {
  const caller = CALLERS.find(({ name }) => name === FOREIGN);
  if (caller === undefined) throw new Error(`Cannot check access: nobody is called ${FOREIGN}`);
  const opened = [
    `create policy opened on public.${table} to authenticated using (true) with check (true)`,
    `grant all on public.${table} to authenticated`,
    `alter table public.${table} disable trigger user`,
  ];
  const column = columnOf(access);
  const [row] = await sql.unsafe<{ row: unknown }[]>(`select to_jsonb(t) as row from public.${table} as t limit 1`);
  const copy = JSON.stringify(row?.row).replaceAll("'", "''");
  const read = await asCaller(sql, caller, `select 1 from public.${table}`, opened);
  const updated = await asCaller(sql, caller, `update public.${table} set ${column} = ${column}`, opened);
  const deleted = await asCaller(sql, caller, `delete from public.${table}`, opened);
  const insert = `insert into public.${table} select * from jsonb_populate_record(null::public.${table}, '${copy}')`;
  const inserted = await asCaller(sql, caller, insert, opened);
  const reached = [read, updated, deleted].filter((outcome) => outcome.count > 0 || outcome.refusal !== undefined);
  if (reached.length > 0) return `a token of another project got ${reached.map(describe).join(", ")}`;
  return isPolicyRefusal(inserted) ? undefined : `a token of another project inserted: ${describe(inserted)}`;
}

async function keysOf(
  sql: postgres.ReservedSql,
  access: TableAccess,
  condition: string | undefined,
  caller: Caller,
): Promise<string[]> {
  if (condition === undefined) return [];
  const uid = String(caller.claims?.["sub"] ?? "");
  const bound = condition.replaceAll(":me", `'${uid}'`).replaceAll(":people", `'{${caller.people.join(",")}}'::text[]`);
  const rows = await sql.unsafe<{ key: string }[]>(`select ${access.key} as key from ${access.from} where ${bound}`);
  return rows.map(({ key }) => key).sort();
}

function difference(expected: readonly string[], seen: readonly string[]): string | undefined {
  const extra = seen.filter((key) => !expected.includes(key));
  const missing = expected.filter((key) => !seen.includes(key));
  if (extra.length + missing.length === 0) return undefined;
  return `saw ${extra.length} rows too many and ${missing.length} too few: ${[...extra, ...missing].slice(0, 3).join(" ")}`;
}

function columnOf(access: TableAccess): string {
  const column = /t\.(\w+)/.exec(access.key)?.[1];
  if (column === undefined) throw new Error(`Cannot check access: ${access.key} names no column of t`);
  return column;
}

const describe = ({ count, refusal }: Outcome): string =>
  refusal ? `${refusal.code} ${refusal.message}` : `${count} rows`;

const isPolicyRefusal = ({ refusal }: Outcome): boolean =>
  refusal?.code === "42501" && refusal.message.includes("row-level security");
