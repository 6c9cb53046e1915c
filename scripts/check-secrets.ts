import { join } from "node:path";
import { readOptions, runCommand } from "@patient-medical-history/local-stack";
import { scanRepository } from "./secrets/scan-repository.ts";

const HELP = `Looks for secrets in every file and in everything any commit ever added.

Usage: npx pnpm@10 check-secrets [--help]

Prints where each one is and of what kind, never what it says, and exits 1 when there is any.`;

await runCommand(async () => {
  const { values } = readOptions({ options: { help: { type: "boolean", default: false } } });
  if (values.help) return console.log(HELP);
  const found = await scanRepository(join(import.meta.dirname, ".."));
  for (const line of found) console.error(line);
  console.log(`${found.length} secrets found`);
  process.exitCode = found.length === 0 ? 0 : 1;
});
