import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readOptions, runCommand } from "@patient-medical-history/local-stack";
import { findCaseTests } from "./cases/find-case-tests.ts";
import { readThreatCases } from "./cases/read-threat-cases.ts";

const ROOT_DIR = join(import.meta.dirname, "..");
const HELP = `Prints the threat cases of docs/threat-cases.md that no test names and that are not struck, by section.

Usage: npx pnpm@10 cases [--files] [--help]

  --files   prints the files that name each case as well

Exits 1 when a case has no test.`;

await runCommand(async () => {
  const { values } = readOptions({
    options: { files: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const { sections, struck } = readThreatCases(readFileSync(join(ROOT_DIR, "docs/threat-cases.md"), "utf8"));
  const tests = findCaseTests(ROOT_DIR);
  for (const { title, cases } of sections) {
    const untested = cases.filter((id) => !tests.has(id) && !struck.has(id));
    console.log([`${title}: ${untested.length} of ${cases.length} without a test`, ...untested].join(" "));
    if (values.files) for (const id of cases) console.log(`  ${id} ${tests.get(id)?.join(" ") ?? "struck"}`);
    if (untested.length > 0) process.exitCode = 1;
  }
});
