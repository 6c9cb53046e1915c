import { runSuite } from "../../../../scripts/suite/run-suite.ts";

const vitestArgs = ["--root", import.meta.dirname];
process.exitCode = await runSuite({ checks: [], vitestArgs, environment: {} });
