import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccessCheck, accessChecks } from "./access-checks.ts";
import { type AccessDatabase, startAccessDatabase } from "./access-database.ts";
import { ACCESS_RUNS } from "./access-runs.ts";
import { type PolicyMutation, policyMutations } from "./policy-mutations.ts";

let database: AccessDatabase;
let connection: postgres.ReservedSql;
let mutations: PolicyMutation[];

beforeAll(async () => {
  database = await startAccessDatabase();
  mutations = await policyMutations(database.sql);
  connection = await database.sql.reserve();
});

afterAll(async () => {
  connection.release();
  await database?.stop();
});

/** The title of the first check of the table that notices the mutation. */
async function noticedBy({ table, statement }: PolicyMutation): Promise<string | undefined> {
  await connection`begin`;
  try {
    await connection.unsafe(statement);
    for (const check of checksOf(table)) if ((await check.fault(connection)) !== undefined) return check.title;
    return undefined;
  } finally {
    await connection`rollback`;
  }
}

function checksOf(table: string): AccessCheck[] {
  const access = database.tables.get(table);
  if (access === undefined) throw new Error(`Cannot check access: ${table} has no row in the access table`);
  return accessChecks(table, access);
}

/** All of them in a proof; one in six in the suite, those of every kind and table in turn. */
const STEP = ACCESS_RUNS > 1 ? 1 : 6;

// Without a mutation nothing is noticed: table-access.test.ts holds the same checks on the same database.
test(`R20 a policy set to true or dropped, or a table without row level security, turns a check red: every ${STEP}.`, async () => {
  const tried = mutations.filter((_, index) => index % STEP === 0);
  const survivors: string[] = [];
  for (const mutation of tried) if ((await noticedBy(mutation)) === undefined) survivors.push(mutation.title);
  expect(survivors).toEqual([]);
  expect(tried.length).toBeGreaterThan(150 / STEP);
});
