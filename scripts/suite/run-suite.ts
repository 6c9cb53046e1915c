import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { interruption, temporaryFolder } from "@patient-medical-history/local-stack";
import { z } from "zod";
import { runProgram } from "./run-program.ts";

const Report = z.object({ success: z.boolean(), numPassedTests: z.int(), numFailedTests: z.int() });

// The commands that tests run import much; compiled once, they start twice as fast.
const COMPILED = { NODE_COMPILE_CACHE: join(import.meta.dirname, "../../node_modules/.cache/compile") };

/** What a run of the suite consists of. */
export interface SuiteOptions {
  /** Root tasks of turbo.json that must pass before any test runs. */
  readonly checks: readonly string[];
  /** What narrows the run, such as `["--project", "record"]`; empty for every test. */
  readonly vitestArgs: readonly string[];
  /** Variables laid over the environment of the tests. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs checks and tests, showing their output as it comes, and prints `N passed, N failed` last. Told to end, it hands
 * that on to what runs and waits for it.
 *
 * @returns The exit code: 0 only when every check and every test passed.
 * @throws InterruptionError - When it was told to end, and all of it has.
 */
export async function runSuite({ checks, vitestArgs, environment }: SuiteOptions): Promise<number> {
  const signal = interruption();
  const tasks = checks.map((check) => `//#${check}`);
  const turboArgs = ["run", ...tasks, "--output-logs=errors-only"];
  if (tasks.length > 0 && (await runProgram("turbo", turboArgs, {}, signal)) !== 0) return 1;

  const folder = await temporaryFolder("suite-");
  try {
    const outputFile = join(folder.path, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
    const code = await runProgram(
      "vitest",
      ["run", ...reporters, ...vitestArgs],
      { ...COMPILED, ...environment },
      signal,
    );
    const report = Report.parse(JSON.parse(await readFile(outputFile, "utf8")));
    console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
    return code === 0 && report.success ? 0 : 1;
  } finally {
    await folder.remove();
  }
}
