import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpokenEncounter } from "../draft/spoken-encounter.ts";

/** Reads the turns of the sample talk that `pnpm start` walks through. */
export async function readSampleTurns(): Promise<SpokenEncounter["turns"]> {
  const text = await readFile(join(import.meta.dirname, "sample-encounter.json"), "utf8");
  return SpokenEncounter.parse({ id: "sample", ...JSON.parse(text) }).turns;
}
