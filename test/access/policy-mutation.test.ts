import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccessCheck, accessChecks } from "./access-checks.ts";
import { type AccessDatabase, startAccessDatabase } from "./access-database.ts";
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

test("R20 without a mutation nothing is noticed", async () => {
  for (const table of database.tables.keys()) {
    expect({ table, noticedBy: await noticedBy({ title: "", table, statement: "select 1" }) }).toEqual({ table });
  }
});

test("R20 every policy set to true or dropped, and every table without row level security, turns a check red", async () => {
  const survivors: string[] = [];
  for (const mutation of mutations) if ((await noticedBy(mutation)) === undefined) survivors.push(mutation.title);
  expect(survivors).toEqual([]);
  expect(mutations.length).toBeGreaterThan(150);
});
