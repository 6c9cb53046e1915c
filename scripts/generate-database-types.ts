import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateDatabaseTypes } from "./schema/generate-database-types.ts";
import { startScratchServer } from "./schema/start-scratch-server.ts";

const TYPES = "packages/core/src/db/database.types.ts";

const help = `Usage: npx pnpm@10 run types [--check]

Writes ${TYPES} from a database made from the migrations.

  --check   write nothing, exit 1 when the file is not current`;

const { values } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean" } } });
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

if (values.help === true) {
  console.log(help);
} else if (values.check !== true) {
  writeFileSync(join(rootDir, TYPES), await readCurrentTypes());
  console.log(`wrote ${TYPES}`);
} else if (readFileSync(join(rootDir, TYPES), "utf8") !== (await readCurrentTypes())) {
  console.error(`${TYPES} is not current: run npx pnpm@10 run types`);
  process.exitCode = 1;
}
