import { parseArgs } from "node:util";
import { runSuite } from "./suite/run-suite.ts";

const HELP = `Checks formatting, types and generated files, then runs every test on real parts.

Usage: npx pnpm@10 test [--help]

The last line is "N passed, N failed". One kind of test alone: npx pnpm@10 exec vitest run --project unit`;

const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });
if (values.help) console.log(HELP);
else process.exitCode = await runSuite({ checks: ["lint", "typecheck"], vitestArgs: [], environment: {} });
