import type { SpokenEncounter } from "../draft/spoken-encounter.ts";
import { readSampleTurns } from "../walk/read-sample-turns.ts";

/** The size of the largest transcript a request may carry. */
const LARGEST_CHARACTERS = 2_000_000;
const ORDINARY = 40;

/**
 * The sample talk of `pnpm start`, often enough for a percentile, and once repeated until it fills the largest request.
 */
export async function madeUpEncounters(): Promise<SpokenEncounter[]> {
  const turns = await readSampleTurns();
  const length = turns.reduce((sum, { text }) => sum + text.length, 0);
  const repeated = Array.from({ length: Math.floor(LARGEST_CHARACTERS / length) }, () => turns).flat();
  return [
    ...Array.from({ length: ORDINARY }, (_, index) => ({ id: `sample ${index + 1}`, turns })),
    { id: "largest", turns: repeated },
  ];
}
