import { runCommand } from "@patient-medical-history/local-stack";
import { runSuite } from "../../../../scripts/suite/run-suite.ts";

const check = process.env["HELD_SUITE_CHECK"];
const vitestArgs = ["--root", import.meta.dirname];
await runCommand(async () => {
  process.exitCode = await runSuite({ checks: check === undefined ? [] : [check], vitestArgs, environment: {} });
});
