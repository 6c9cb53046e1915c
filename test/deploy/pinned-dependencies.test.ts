import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const ROOT_DIR = join(import.meta.dirname, "../..");
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

const Manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
const DenoConfig = z.looseObject({ imports: z.record(z.string(), z.string()) });

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT_DIR, file), "utf8"));

const MANIFESTS = ["package.json", ...globSync("packages/*/package.json", { cwd: ROOT_DIR })];
const DENO_CONFIGS = globSync("supabase/functions/*/deno.json", { cwd: ROOT_DIR });

test.each(MANIFESTS)("S06 %s pins every dependency to one version, and the lockfile has that version", (file) => {
  const { dependencies, devDependencies } = Manifest.parse(read(file));
  const lockfile = readFileSync(join(ROOT_DIR, "pnpm-lock.yaml"), "utf8");
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (version.startsWith("workspace:")) continue;
    expect({ name, isExact: EXACT.test(version) }).toEqual({ name, isExact: true });
    const locked = [`\n  ${name}@${version}:\n`, `\n  '${name}@${version}':\n`].some((entry) =>
      lockfile.includes(entry),
    );
    expect({ name, locked }).toEqual({ name, locked: true });
  }
});

test.each(DENO_CONFIGS)("S06 %s imports npm packages of one version, and our own code", (file) => {
  for (const target of Object.values(DenoConfig.parse(read(file)).imports)) {
    expect(target).toMatch(/^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(?:\/[\w./-]+)?|\.{2}\/)/);
  }
});

test("S06 no code is imported from an address", () => {
  const sources = globSync("{packages/core/src,supabase/functions}/**/*.ts", { cwd: ROOT_DIR });
  const offenders = sources.filter((file) =>
    /(?:from|import\()\s*["'](?:https?|jsr|data):/.test(readFileSync(join(ROOT_DIR, file), "utf8")),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(offenders).toEqual([]);
});
