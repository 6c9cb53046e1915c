import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { denoProgram } from "@patient-medical-history/local-stack";
import { z } from "zod";

const run = promisify(execFile);
const CORE = "@patient-medical-history/core";
/** The doors of core: the common one, and the draft function's own, behind which the model packages are. */
const CORE_DOORS: Readonly<Record<string, string>> = {
  [CORE]: "../../../packages/core/src/index.ts",
  [`${CORE}/drafting`]: "../../../packages/core/src/drafting.ts",
};

/** The functions that work in the background with the platform's secret key; one more is a decision. */
const WORKERS: readonly string[] = ["generate-soap-draft-v2"];

const DenoJson = z.object({ imports: z.record(z.string(), z.string()) });
const PackageJson = z.object({ dependencies: z.record(z.string(), z.string()) });
const DenoInfo = z.object({
  modules: z.array(z.object({ specifier: z.string(), local: z.string().nullish(), error: z.string().optional() })),
});

/**
 * Finds what would be missing or wrong in the upload of each function.
 *
 * `supabase functions deploy` follows relative imports that end in `.ts` and the exact keys of the function's own
 * `deno.json`; what it cannot follow it leaves out with a warning. So each of these is a fault here.
 *
 * @param rootDir - The repository's root.
 * @param progress - Called with each function's name before it is checked.
 * @returns One sentence per fault, beginning with the function's name; empty when all are complete.
 */
export async function findDeployFaults(
  rootDir: string,
  progress: (slug: string) => void = () => {},
): Promise<string[]> {
  const functionsDir = join(rootDir, "supabase/functions");
  const slugs = readdirSync(functionsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const faults: string[] = [];
  for (const { name: slug } of slugs) {
    progress(slug);
    const found = [...findPinFaults(rootDir, slug), ...findKeyFaults(rootDir, slug)];
    // What Deno says of modules and types is about what is mended next.
    if (found.length === 0) found.push(...(await findModuleFaults(rootDir, slug)));
    faults.push(...found.map((fault) => `${slug}: ${fault}`));
  }
  return faults;
}

function findPinFaults(rootDir: string, slug: string): string[] {
  const { imports } = DenoJson.parse(readJson(join(rootDir, "supabase/functions", slug, "deno.json")));
  const { dependencies } = PackageJson.parse(readJson(join(rootDir, "packages/core/package.json")));
  const faults: string[] = [];
  for (const [door, entry] of Object.entries(CORE_DOORS)) {
    const target = imports[door];
    const isMissing = target === undefined && door === CORE;
    if (isMissing || (target !== undefined && target !== entry)) {
      faults.push(`deno.json maps ${door} to ${target}, not ${entry}`);
    }
  }
  for (const [key, target] of Object.entries(imports)) {
    if (key.endsWith("/")) faults.push(`deno.json has the directory key ${key}, which uploads a whole tree`);
    const name = Object.keys(dependencies).find((dependency) => key === dependency || key.startsWith(`${dependency}/`));
    if (name === undefined) {
      if (CORE_DOORS[key] === undefined) faults.push(`deno.json maps ${key}, which packages/core does not depend on`);
    } else if (target !== `npm:${name}@${dependencies[name]}${key.slice(name.length)}`) {
      faults.push(`deno.json pins ${key} to ${target}, packages/core/package.json to ${dependencies[name]}`);
    }
  }
  return faults;
}

function findKeyFaults(rootDir: string, slug: string): string[] {
  const source = readFileSync(join(rootDir, "supabase/functions", slug, "index.ts"), "utf8");
  const asks = source.includes("needsWorkerKey");
  if (asks === WORKERS.includes(slug)) return [];
  return [
    asks ? "asks for the secret key, which is the draft worker's" : "works in the background without the secret key",
  ];
}

async function findModuleFaults(rootDir: string, slug: string): Promise<string[]> {
  const folder = join(rootDir, "supabase/functions", slug);
  const config = ["--config", join(folder, "deno.json"), "--node-modules-dir=none"];
  const entry = join(folder, "index.ts");
  const { stdout } = await run(denoProgram(), ["info", "--json", ...config, entry], { maxBuffer: 64 * 1024 * 1024 });
  const allowed = [folder, join(rootDir, "packages/core/src")];
  const unreachable = DenoInfo.parse(JSON.parse(stdout)).modules.flatMap((module) => {
    if (module.error !== undefined) return [`${module.specifier} cannot be loaded`];
    if (!module.specifier.startsWith("file:")) return [];
    const path = fileURLToPath(module.specifier);
    return allowed.some((dir) => path.startsWith(`${dir}/`)) ? [] : [`imports ${relative(rootDir, path)} from outside`];
  });
  if (unreachable.length > 0) return unreachable;
  return await run(denoProgram(), ["check", "--quiet", ...config, entry]).then(
    () => [],
    (error: { stderr?: string }) => [`deno check fails\n${error.stderr ?? ""}`],
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
