import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

// A proof takes that many times the suite's random histories, tokens and bodies; the whole of it has 40 minutes.
const RECORD_RUNS = Math.max(1, Number(process.env["RECORD_RUNS"] ?? 1));
const AUDIT_TAMPERINGS = Number(process.env["AUDIT_TAMPERINGS"] ?? 200);
const ACCESS_RUNS = Number(process.env["ACCESS_RUNS"] ?? 1);

/**
 * One project per kind of test: `npx pnpm@10 exec vitest run --project unit`.
 *
 * `unit` needs nothing but Node. What the others share is started once for the whole run: a stack for `http` and `access`,
 * one for `drafting`, a PostgreSQL server for `database`, `record`, `access` and `audit` (or all but `drafting` use the stack
 * that `TEST_STACK_STATE` names), see test/support/share-servers.ts. `stack` and `deploy` bring up what they need themselves;
 * many of `stack` on the data that one stack made before them.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    // No test changes what another imports; a world of its own for every file costs a third of the run.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: "test/support/share-servers.ts",
    projects: [
      { test: { name: "unit", include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.ts"] } },
      {
        test: {
          name: "http",
          include: ["test/http/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["test/database/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "record",
          include: ["test/record/**/*.test.ts"],
          testTimeout: RECORD_RUNS > 1 ? 2_400_000 : 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "access",
          include: ["test/access/**/*.test.ts"],
          testTimeout: 120_000 * ACCESS_RUNS,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "audit",
          include: ["test/audit/**/*.test.ts"],
          testTimeout: 60_000 + AUDIT_TAMPERINGS * 100,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "drafting",
          include: ["test/drafting/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "stack", include: ["test/stack/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 120_000 } },
      { test: { name: "deploy", include: ["test/deploy/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
