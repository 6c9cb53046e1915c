import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../support/create-database.ts";
import { readCatalog } from "../support/read-catalog.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const MIGRATIONS_DIR = join(ROOT_DIR, "supabase/migrations");

/** The first release with data in it, brought up to date by every migration after it. */
let updated: postgres.Sql;

beforeAll(async () => {
  const [first, ...later] = readdirSync(MIGRATIONS_DIR)
    .sort()
    .map((name) => join(MIGRATIONS_DIR, name));
  if (first === undefined) throw new Error("Cannot update: there is no migration");
  const followedBy = [first, join(import.meta.dirname, "previous-release.sql")];
  updated = postgres((await createDatabase({ from: "nothing", followedBy })).url, {
    max: 1,
    onnotice: () => undefined,
  });
  for (const migration of later) await updated.unsafe(readFileSync(migration, "utf8"));
});

afterAll(async () => {
  await updated?.end();
});

test("R23 a database of the first release with data in it becomes what an empty one becomes", async () => {
  const fresh = postgres((await createDatabase({ from: "migrations" })).url, { max: 1 });
  expect(await readCatalog(updated)).toEqual(await readCatalog(fresh));
  await fresh.end();
});

test("R23 the bookings it had decide who has whom in care", async () => {
  const relationships = await updated`
    select firebase_uid as provider, state from private.care_relationships
    join public.users on users.id = provider_id order by firebase_uid`;
  expect([...relationships]).toEqual([
    { provider: "provider-1", state: "live" },
    { provider: "provider-2", state: "cancelled" },
  ]);
});
