import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findDeployFaults } from "../../scripts/deploy/find-deploy-faults.ts";

const ROOT = join(import.meta.dirname, "../..");
const SLUG = "get-patient-history";
const FOLDER = `supabase/functions/${SLUG}`;

describe("findDeployFaults()", () => {
  let copy: string;

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), "check-deploy-"));
    await cp(join(ROOT, FOLDER), join(copy, FOLDER), { recursive: true });
    await cp(join(ROOT, "packages/core/src"), join(copy, "packages/core/src"), { recursive: true });
    await cp(join(ROOT, "packages/core/package.json"), join(copy, "packages/core/package.json"));
  });
  afterAll(() => rm(copy, { recursive: true }));

  test.each([
    ["a pin that differs from core's", `${FOLDER}/deno.json`, /npm:zod@[\d.]+/, "npm:zod@4.0.0", "pins zod"],
    [
      "a directory key",
      `${FOLDER}/deno.json`,
      /"imports": {/,
      '"imports": { "core/": "../../../packages/core/",',
      "directory key",
    ],
    ["a function that asks for the worker's key", `${FOLDER}/index.ts`, /$/, "// needsWorkerKey: true\n", "secret key"],
    ["an import the CLI cannot follow", `${FOLDER}/index.ts`, /^/, 'import "./missing.ts";\n', "cannot be loaded"],
    ["an import from outside", `${FOLDER}/index.ts`, /^/, 'import "../../../stray.ts";\n', "from outside"],
  ])("finds %s", async (_fault, file, from, to, complaint) => {
    const path = join(copy, file);
    const sound = await readFile(path, "utf8");
    await writeFile(join(copy, "stray.ts"), "export {};\n");
    await writeFile(path, sound.replace(from, to));
    expect((await findDeployFaults(copy)).join("\n")).toContain(complaint);
    await writeFile(path, sound);
  });

  test("finds nothing once all is mended", async () => {
    expect(await findDeployFaults(copy)).toEqual([]);
  });
});
