import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ScratchDatabase, type TemporaryFolder, temporaryFolder } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "../../packages/local-stack/src/database/apply-migrations.ts";
import { CLINIC } from "../stack/support/temporary-clone.ts";
import { createDatabase } from "../support/create-database.ts";

const APPLIED = "20260101000000_clinic.sql";

let folder: TemporaryFolder;
let supabaseDir: string;
let database: ScratchDatabase;

beforeAll(async () => {
  folder = await temporaryFolder("migrations-");
  supabaseDir = join(folder.path, "supabase");
  await cp(CLINIC, supabaseDir, { recursive: true });
  database = await createDatabase({ from: "nothing" });
  expect(await applyMigrations(database.url, supabaseDir)).toBe(1);
});

afterAll(async () => {
  await database?.drop();
  await folder?.remove();
});

test("an applied migration whose file is gone is named, with what to do", async () => {
  const file = join(supabaseDir, "migrations", APPLIED);
  await rm(file);
  await writeFile(join(supabaseDir, "migrations/20270101000000_next.sql"), "select 1;");
  await expect(applyMigrations(database.url, supabaseDir)).rejects.toMatchObject({
    message: expect.stringContaining("20260101000000 is applied and its file is gone"),
    remedy: "put the file back, or start from empty: --reset",
  });
  await rm(join(supabaseDir, "migrations/20270101000000_next.sql"));
  await cp(join(CLINIC, "migrations", APPLIED), file);
  expect(await applyMigrations(database.url, supabaseDir)).toBe(1);
});

test("a migration dated before an applied one is named, with what to do", async () => {
  const file = join(supabaseDir, "migrations/20250101000000_late.sql");
  await writeFile(file, "select 1;");
  await expect(applyMigrations(database.url, supabaseDir)).rejects.toMatchObject({
    message: expect.stringContaining("20250101000000_late.sql is dated before 20260101000000, which is applied"),
    remedy: "date the file later, or start from empty: --reset",
  });
  await rm(file);
});
