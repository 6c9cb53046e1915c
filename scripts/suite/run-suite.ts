import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");
const Report = z.object({ success: z.boolean(), numPassedTests: z.int(), numFailedTests: z.int() });

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
 * Runs checks and tests, showing their output as it comes, and prints `N passed, N failed` last.
 *
 * @returns The exit code: 0 only when every check and every test passed.
 */
export async function runSuite({ checks, vitestArgs, environment }: SuiteOptions): Promise<number> {
  const tasks = checks.map((check) => `//#${check}`);
  if (tasks.length > 0 && (await run("turbo", ["run", ...tasks, "--output-logs=errors-only"], {})) !== 0) return 1;

  const folder = await mkdtemp(join(tmpdir(), "suite-"));
  try {
    const outputFile = join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
    const code = await run("vitest", ["run", ...reporters, ...vitestArgs], environment);
    const report = Report.parse(JSON.parse(await readFile(outputFile, "utf8")));
    console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
    return code === 0 && report.success ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(program: string, args: readonly string[], environment: Record<string, string>): Promise<number> {
  const child = spawn(join(ROOT, "node_modules/.bin", program), args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  });
  const [code] = z.tuple([z.int().nullable(), z.unknown()]).parse(await once(child, "exit"));
  return code ?? 1;
}
