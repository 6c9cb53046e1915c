import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runPgtap } from "../support/run-pgtap.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const TESTS_DIR = join(import.meta.dirname, "../../supabase/tests");
const files = globSync(join(TESTS_DIR, "**/*.test.sql")).sort();

// One session for all files: a new one would plan every function again.
let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await startDatabase();
  sql = database.sql;
});

afterEach(() => sql.unsafe("rollback; reset all; discard temp").simple());

afterAll(() => database?.stop());

describe("pgTAP", () => {
  test.each(files.map((file) => relative(TESTS_DIR, file)))("%s", async (file) => {
    const report = await runPgtap(sql, readFileSync(join(TESTS_DIR, file), "utf8"));
    expect(report.failures).toEqual([]);
    expect(report.planned).toBeGreaterThan(0);
    expect(report.passed).toBe(report.planned);
  });

  test("a failing assertion is seen", async () => {
    const report = await runPgtap(sql, "begin; select plan(2); select ok(true, 'a'); select ok(false, 'b'); rollback;");
    expect(report).toMatchObject({ planned: 2, passed: 1, failures: [expect.stringContaining("not ok 2 - b")] });
  });
});
