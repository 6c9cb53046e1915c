import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { median, rounded } from "./statistics.ts";

const Figures = z.object({ importMs: z.number(), tokensPerSecond: z.number() });

/** What verifying an ID token costs with one library. */
export type TokenFigures = z.infer<typeof Figures>;

/**
 * Measures our verifier and firebase-admin's, each in processes of its own that take turns.
 *
 * @param rootDir - The repository's root.
 * @param rounds - How many processes of each; the medians count.
 * @param progress - Hears a line per round.
 * @returns The figures of both, and ours as multiples of theirs.
 */
export async function benchTokens(
  rootDir: string,
  rounds: number,
  progress: (line: string) => void,
): Promise<Record<string, TokenFigures>> {
  const measured: Record<"ours" | "firebase-admin", TokenFigures[]> = { ours: [], "firebase-admin": [] };
  for (let round = 1; round <= rounds; round++) {
    progress(`verifying tokens, round ${round} of ${rounds} …`);
    measured.ours.push(await measure(rootDir, "ours"));
    measured["firebase-admin"].push(await measure(rootDir, "firebase-admin"));
  }
  const [ours, theirs] = [medians(measured.ours), medians(measured["firebase-admin"])];
  return {
    ours,
    "firebase-admin": theirs,
    "ours ÷ firebase-admin": {
      importMs: rounded(ours.importMs / theirs.importMs),
      tokensPerSecond: rounded(ours.tokensPerSecond / theirs.tokensPerSecond),
    },
  };
}

async function measure(rootDir: string, library: string): Promise<TokenFigures> {
  const script = join(rootDir, "scripts/bench/verify-tokens.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, library], { cwd: rootDir });
  return Figures.parse(JSON.parse(stdout));
}

function medians(figures: readonly TokenFigures[]): TokenFigures {
  return {
    importMs: rounded(median(figures.map(({ importMs }) => importMs))),
    tokensPerSecond: Math.round(median(figures.map(({ tokensPerSecond }) => tokensPerSecond))),
  };
}
