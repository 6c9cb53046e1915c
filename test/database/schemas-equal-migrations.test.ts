import { globSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listSchemaFiles } from "../../scripts/schema/list-schema-files.ts";
import { createDatabase } from "../support/create-database.ts";
import { readCatalog } from "../support/read-catalog.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");

let migrated: postgres.Sql;
let declared: postgres.Sql;

beforeAll(async () => {
  const fromMigrations = await createDatabase({ from: "migrations" });
  const fromSchemas = await createDatabase({ from: "schemas" });
  migrated = postgres(fromMigrations.url, { max: 1 });
  declared = postgres(fromSchemas.url, { max: 1 });
});

afterAll(async () => {
  await Promise.all([migrated.end(), declared.end()]);
});

test("every schema file has one place in schema_paths", () => {
  const files = globSync(join(ROOT_DIR, "supabase/schemas/**/*.sql"));
  expect(listSchemaFiles(ROOT_DIR).sort()).toEqual(files.sort());
});

test("R23 the migrations and the schema files make the same database", async () => {
  const catalog = await readCatalog(declared);
  expect(await readCatalog(migrated)).toEqual(catalog);
  expect(catalog.filter((line) => line.startsWith("policy ")).length).toBeGreaterThan(24);
});

test.each([
  ["a column", "alter table public.users add column planted text"],
  ["a constraint", "alter table public.users add constraint planted check (first_name <> '')"],
  ["an index", "create index planted on public.users (last_name)"],
  [
    "a function's body",
    "create or replace function private.current_user_id() returns uuid language sql stable security definer set search_path = '' as 'select null::uuid'",
  ],
  ["a trigger", "alter table public.soap_notes disable trigger keep_signed_note"],
  ["a policy", "alter policy users_select on public.users using (true)"],
  ["a table grant", "grant select on public.users to anon"],
  ["a column grant", "grant update (first_name) on public.users to authenticated"],
  ["a function grant", "grant execute on function private.refuse(text, text) to authenticated"],
  ["a default privilege", "alter default privileges in schema public grant select on tables to anon"],
  ["a comment", "comment on table public.users is 'planted'"],
  ["row level security", "alter table public.users no force row level security"],
])("a difference in %s is found", async (_what, plant) => {
  const catalog = await readCatalog(declared);
  await declared.unsafe("begin");
  await declared.unsafe(plant);
  const planted = await readCatalog(declared);
  await declared.unsafe("rollback");
  expect(planted).not.toEqual(catalog);
});
