import { readFile, writeFile } from "node:fs/promises";
import { makeOpenApiDocument } from "./openapi/make-openapi-document.ts";

// Writes docs/openapi.json; with --check only compares, and fails where the committed file is not current.
const path = new URL("../docs/openapi.json", import.meta.url);
const current = `${JSON.stringify(makeOpenApiDocument(), null, 2)}\n`;

if (!process.argv.includes("--check")) {
  await writeFile(path, current);
} else if ((await readFile(path, "utf8").catch(() => "")) !== current) {
  console.error("docs/openapi.json is not current: run npx pnpm@10 openapi and commit it");
  process.exitCode = 1;
}
