import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateDatabaseTypes } from "../../scripts/schema/generate-database-types.ts";
import { type ScratchServer, startScratchServer } from "../../scripts/schema/start-scratch-server.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");

let server: ScratchServer;

beforeAll(async () => {
  server = await startScratchServer(ROOT_DIR);
});

afterAll(() => server.stop());

test("packages/core/src/db/database.types.ts is what the migrations make", async () => {
  const scratch = await server.create({ from: "migrations" });
  const committed = readFileSync(join(ROOT_DIR, "packages/core/src/db/database.types.ts"), "utf8");
  expect(await generateDatabaseTypes(ROOT_DIR, scratch.url)).toBe(committed);
});
