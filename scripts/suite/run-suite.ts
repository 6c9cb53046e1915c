import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InterruptionError, interruption, temporaryFolder } from "@patient-medical-history/local-stack";
import { z } from "zod";
import { runProgram } from "./run-program.ts";

const Report = z.object({ success: z.boolean(), numPassedTests: z.int(), numFailedTests: z.int() });

// The commands that tests run import much; compiled once, they start twice as fast.
const COMPILED = { NODE_COMPILE_CACHE: join(import.meta.dirname, "../../node_modules/.cache/compile") };

/** What a run of the suite consists of. */
export interface SuiteOptions {
  /** Root tasks of turbo.json that must pass as well. */
  readonly checks: readonly string[];
  /** What narrows the run, such as `["--project", "record"]`; empty for every test. */
  readonly vitestArgs: readonly string[];
  /** Variables laid over the environment of the tests. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs checks and tests side by side, showing their output as it comes, and prints `N passed, N failed` last; a check that
 * fails ends the tests. Told to end, it hands that on to what runs and waits for it.
 *
 * @returns The exit code: 0 only when every check and every test passed.
 * @throws InterruptionError - When it was told to end, and all of it has.
 */
export async function runSuite({ checks, vitestArgs, environment }: SuiteOptions): Promise<number> {
  const signal = interruption();
  const unsound = new AbortController();
  const folder = await temporaryFolder("suite-");
  try {
    const outputFile = join(folder.path, "report.json");
    const [checked, tested] = await Promise.allSettled([
      runChecks(checks, signal).then((code) => {
        if (code !== 0) unsound.abort(new InterruptionError("SIGTERM"));
        return code;
      }),
      runProgram(
        "vitest",
        ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`, ...vitestArgs],
        { ...COMPILED, ...environment },
        AbortSignal.any([signal, unsound.signal]),
      ),
    ]);
    signal.throwIfAborted();
    if (checked.status === "rejected") throw checked.reason;
    if (checked.value !== 0) return 1;
    if (tested.status === "rejected") throw tested.reason;
    const report = Report.parse(JSON.parse(await readFile(outputFile, "utf8")));
    console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
    return tested.value === 0 && report.success ? 0 : 1;
  } finally {
    await folder.remove();
  }
}

async function runChecks(checks: readonly string[], signal: AbortSignal): Promise<number> {
  if (checks.length === 0) return 0;
  const tasks = checks.map((check) => `//#${check}`);
  return await runProgram("turbo", ["run", ...tasks, "--output-logs=errors-only"], {}, signal);
}
