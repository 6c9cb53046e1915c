import { execFile } from "node:child_process";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { denoProgram, temporaryFolder } from "@patient-medical-history/local-stack";
import { measureColdStartMs } from "./measure-cold-start.ts";
import { median } from "./statistics.ts";

const EMPTY_FUNCTION = 'export default { fetch: () => new Response("ok") };\n';

/** The figures of one function. */
export interface FunctionFigures {
  readonly bundleKilobytes: number;
  readonly coldStartMs: number;
  /** The cold start as a multiple of an empty function's, both taken in this run. */
  readonly timesEmpty: number;
}

/**
 * Measures bundle size and cold start of every function of a repository.
 *
 * @param rootDir - The repository's root.
 * @param rounds - How many cold starts of each to take; the median counts.
 * @param progress - Hears a line per function before it is measured.
 */
export async function benchFunctions(
  rootDir: string,
  rounds: number,
  progress: (line: string) => void,
): Promise<Record<string, FunctionFigures>> {
  const deno = denoProgram();
  const { path: folder, remove } = await temporaryFolder("bench-");
  try {
    await writeFile(join(folder, "index.ts"), EMPTY_FUNCTION);
    await writeFile(join(folder, "deno.json"), "{}");
    const functionsDir = join(rootDir, "supabase/functions");
    const figures: Record<string, FunctionFigures> = {};
    for (const slug of (await readdir(functionsDir)).sort()) {
      progress(`measuring ${slug} …`);
      const bundleBytes = await measureBundleBytes(deno, join(functionsDir, slug), join(folder, `${slug}.js`));
      const own: number[] = [];
      const empty: number[] = [];
      for (let round = 0; round < rounds; round++) {
        own.push(await measureColdStartMs(deno, join(functionsDir, slug), `/${slug}/health`));
        empty.push(await measureColdStartMs(deno, folder, "/"));
      }
      figures[slug] = {
        bundleKilobytes: Math.round(bundleBytes / 1024),
        coldStartMs: Math.round(median(own)),
        timesEmpty: Math.round((median(own) / median(empty)) * 10) / 10,
      };
    }
    return figures;
  } finally {
    await remove();
  }
}

async function measureBundleBytes(deno: string, folder: string, output: string): Promise<number> {
  const config = ["--config", join(folder, "deno.json"), "--node-modules-dir=none"];
  await promisify(execFile)(deno, ["bundle", "--quiet", "--minify", ...config, "-o", output, join(folder, "index.ts")]);
  return (await stat(output)).size;
}
