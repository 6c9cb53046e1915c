import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpokenEncounter } from "../draft/spoken-encounter.ts";

/** The size of the largest transcript a request may carry. */
const LARGEST_CHARACTERS = 2_000_000;
const ORDINARY = 40;

/**
 * The sample talk of `pnpm start`, often enough for a percentile, and once repeated until it fills the largest request.
 */
export async function madeUpEncounters(): Promise<SpokenEncounter[]> {
  const path = join(import.meta.dirname, "../walk/sample-encounter.json");
  const { turns } = SpokenEncounter.parse({ id: "sample", ...JSON.parse(await readFile(path, "utf8")) });
  const length = turns.reduce((sum, { text }) => sum + text.length, 0);
  const repeated = Array.from({ length: Math.floor(LARGEST_CHARACTERS / length) }, () => turns).flat();
  return [
    ...Array.from({ length: ORDINARY }, (_, index) => ({ id: `sample ${index + 1}`, turns })),
    { id: "largest", turns: repeated },
  ];
}
