import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessChecks } from "./access-checks.ts";
import { type AccessDatabase, startAccessDatabase } from "./access-database.ts";
import { ITEM_TABLE, TABLE_ACCESS } from "./table-access.ts";

const ITEM_TABLES = [
  ...["soap_assessment_problem_list", "soap_coding_billing", "soap_objective_diagnostics"],
  ...["soap_objective_physical_exam", "soap_objective_vital_signs", "soap_plan_items", "soap_plan_medication"],
  ...["soap_safety_alerts", "soap_subjective_allergies", "soap_subjective_history", "soap_subjective_hpi"],
  ...["soap_subjective_medications", "soap_subjective_review_of_systems"],
];

let database: AccessDatabase;
let connection: postgres.ReservedSql;

beforeAll(async () => {
  database = await startAccessDatabase();
  connection = await database.sql.reserve();
  await connection`begin`;
});

afterAll(async () => {
  await connection`rollback`;
  connection.release();
  await database?.stop();
});

const TABLES = [...Object.entries(TABLE_ACCESS), ...ITEM_TABLES.map((table) => [table, ITEM_TABLE(table)] as const)];

test("the tables below are all tables of the schema, and each has rows", async () => {
  expect(TABLES.map(([table]) => table).sort()).toEqual([...database.tables.keys()].sort());
  for (const [table] of TABLES) {
    const [{ rows } = { rows: 0 }] = await connection<{ rows: number }[]>`
      select count(*)::integer as rows from ${connection(`public.${table}`)}`;
    expect({ table, hasRows: rows > 0 }).toEqual({ table, hasRows: true });
  }
});

describe.each(TABLES)("%s", (table, access) => {
  test.each(accessChecks(table, access))("$title", async ({ fault }) => {
    expect(await fault(connection)).toBeUndefined();
  });
});
