import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimsOf } from "../access/callers.ts";
import { actingAs } from "../support/acting-as.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

/** What the policies call to learn who asks; called per row, each would cost more than the row. */
const HELPERS = [
  "current_user_id",
  "patients_in_care",
  "token_is_ours",
  "administered_facility",
  "people_of_administered_facility",
];

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await startDatabase();
  sql = database.sql;
});

afterAll(() => database?.stop());

async function planOf(query: string): Promise<string[]> {
  const rows = await actingAs(sql, "authenticated", claimsOf("dr-amara-uid"), (request) =>
    request.unsafe<{ "QUERY PLAN": string }[]>(`explain (verbose, costs off) ${query}`),
  );
  return rows.map((row) => row["QUERY PLAN"]);
}

test("R22 every policy wraps what it asks about the caller in a sub-select, which runs once a statement", async () => {
  const policies = await sql<{ policy: string; text: string }[]>`
    select polrelid::regclass || ' ' || polname as policy,
      concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as text
    from pg_policy`;
  for (const { policy, text } of policies) {
    const bare = HELPERS.filter((name) => new RegExp(`(?<!SELECT )private\\.${name}\\(`).test(text));
    expect({ policy, bare }).toEqual({ policy, bare: [] });
  }
});

describe("R22 a plan asks who calls outside the scan of the rows", () => {
  test.each(["users", "patient_profiles", "appointments", "video_call_sessions", "soap_notes", "emergency_accesses"])(
    "%s",
    async (table) => {
      const plan = await planOf(`select * from public.${table}`);
      const filters = plan.filter((line) => /^\s*(Filter|Index Cond|One-Time Filter):/.test(line));
      for (const filter of filters) expect(HELPERS.filter((name) => filter.includes(`${name}(`))).toEqual([]);
      expect(plan.join("\n")).toContain("InitPlan");
    },
  );
});
