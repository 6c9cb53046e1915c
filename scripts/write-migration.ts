import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { listSchemaFiles } from "./schema/list-schema-files.ts";

const FIRST_MIGRATION = "supabase/migrations/20261121120000_patient_medical_history.sql";

const help = `Usage: node scripts/write-migration.ts [--check]

Writes ${FIRST_MIGRATION} from supabase/schemas in the order of supabase/config.toml.
Until the first release the schema lives in this one migration; a released migration never changes, and later ones
are written by hand beside the change of the schema file.

  --check   write nothing, exit 1 when the migration differs from the schema files`;

const { values } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean" } } });
const rootDir = join(import.meta.dirname, "..");
const migrationPath = join(rootDir, FIRST_MIGRATION);

const migration = [
  "-- Made from supabase/schemas by scripts/write-migration.ts: change the schema file, then run it again.",
  ...listSchemaFiles(rootDir).map((file) => `-- ${relative(rootDir, file)}\n${readFileSync(file, "utf8").trim()}`),
].join("\n\n");

if (values.help === true) {
  console.log(help);
} else if (values.check !== true) {
  writeFileSync(migrationPath, `${migration}\n`);
  console.log(`wrote ${FIRST_MIGRATION}`);
} else if (readFileSync(migrationPath, "utf8") !== `${migration}\n`) {
  console.error(`${FIRST_MIGRATION} differs from supabase/schemas: run node scripts/write-migration.ts`);
  process.exitCode = 1;
}
