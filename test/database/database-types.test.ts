import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generateDatabaseTypes } from "../../scripts/schema/generate-database-types.ts";
import { createDatabase } from "../support/create-database.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");

beforeAll(async () => {});

test("packages/core/src/db/database.types.ts is what the migrations make", async () => {
  const scratch = await createDatabase({ from: "migrations" });
  const committed = readFileSync(join(ROOT_DIR, "packages/core/src/db/database.types.ts"), "utf8");
  expect(await generateDatabaseTypes(ROOT_DIR, scratch.url)).toBe(committed);
});
