import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readOptions, runCommand } from "@patient-medical-history/local-stack";
import { makeOpenApiDocument } from "./openapi/make-openapi-document.ts";
import { readClientRpcs } from "./openapi/read-client-rpcs.ts";

const DOCUMENT = "docs/openapi.json";

const HELP = `Writes ${DOCUMENT} from the schemas of the functions and the declarations of the RPCs.

Usage: npx pnpm@10 openapi [--check] [--help]

  --check   write nothing, exit 1 when the file is not current`;

await runCommand(async () => {
  const { values } = readOptions({
    options: { check: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const path = new URL(`../${DOCUMENT}`, import.meta.url);
  const current = `${JSON.stringify(makeOpenApiDocument(readClientRpcs(join(import.meta.dirname, ".."))), null, 2)}\n`;
  if (!values.check) {
    await writeFile(path, current);
    console.log(`wrote ${DOCUMENT}`);
  } else if ((await readFile(path, "utf8").catch(() => "")) !== current) {
    throw new Error(`${DOCUMENT} is not current: run npx pnpm@10 openapi and commit it`);
  }
});
