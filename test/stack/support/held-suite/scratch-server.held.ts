import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { test } from "vitest";
import { startScratchServer } from "../../../../scripts/schema/start-scratch-server.ts";

const ROOT = join(import.meta.dirname, "../../../..");

test("a test that never ends, with a scratch server of its own", async () => {
  const server = await startScratchServer(ROOT);
  const scratch = await server.create({ from: "nothing" });
  const sql = postgres(scratch.url, { max: 1 });
  const [row] = await sql`select current_setting('data_directory') as data`;
  await sql.end();
  const file = process.env["HELD_SUITE_FILE"] ?? "";
  // In one step: who waits for the file reads all of it.
  await writeFile(`${file}.draft`, JSON.stringify({ vitestPid: process.ppid, data: row?.["data"] }));
  await rename(`${file}.draft`, file);
  await new Promise(() => {});
});
