import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScratchServer, startScratchServer } from "../../scripts/schema/start-scratch-server.ts";
import { runPgtap } from "../support/run-pgtap.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const TESTS_DIR = join(ROOT_DIR, "supabase/tests");
const helpers = globSync(join(TESTS_DIR, "000_helpers/*.sql")).sort();
const files = globSync(join(TESTS_DIR, "**/*.test.sql")).sort();

let server: ScratchServer;
let url: string;

beforeAll(async () => {
  server = await startScratchServer(ROOT_DIR);
  const scratch = await server.create({
    from: "schemas",
    followedBy: [join(ROOT_DIR, "supabase/seed.sql"), ...helpers],
  });
  url = scratch.url;
});

afterAll(() => server.stop());

describe("pgTAP", () => {
  test.each(files.map((file) => relative(TESTS_DIR, file)))("%s", async (file) => {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    try {
      const report = await runPgtap(sql, readFileSync(join(TESTS_DIR, file), "utf8"));
      expect(report.failures).toEqual([]);
      expect(report.planned).toBeGreaterThan(0);
      expect(report.passed).toBe(report.planned);
    } finally {
      await sql.end();
    }
  });

  test("a failing assertion is seen", async () => {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const report = await runPgtap(sql, "begin; select plan(2); select ok(true, 'a'); select ok(false, 'b'); rollback;");
    await sql.end();
    expect(report).toMatchObject({ planned: 2, passed: 1, failures: [expect.stringContaining("not ok 2 - b")] });
  });
});
