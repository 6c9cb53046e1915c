import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readOptions, runCommand } from "@patient-medical-history/local-stack";
import { generateDatabaseTypes } from "./schema/generate-database-types.ts";
import { startScratchServer } from "./schema/start-scratch-server.ts";

const TYPES = "packages/core/src/db/database.types.ts";

const HELP = `Writes ${TYPES} from a database made from the migrations.

Usage: npx pnpm@10 run types [--check] [--help]

  --check   write nothing, exit 1 when the file is not current`;

const rootDir = join(import.meta.dirname, "..");

async function readCurrentTypes(): Promise<string> {
  const server = await startScratchServer(rootDir);
  try {
    const scratch = await server.create({ from: "migrations" });
    return await generateDatabaseTypes(rootDir, scratch.url);
  } finally {
    await server.stop();
  }
}

await runCommand(async () => {
  const { values } = readOptions({
    options: { check: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const path = join(rootDir, TYPES);
  const current = await readCurrentTypes();
  if (!values.check) {
    writeFileSync(path, current);
    console.log(`wrote ${TYPES}`);
  } else if (readFileSync(path, "utf8") !== current) {
    throw new Error(`${TYPES} is not current: run npx pnpm@10 run types and commit it`);
  }
});
