import { readFile } from "node:fs/promises";
import { SpokenEncounter } from "./spoken-encounter.ts";

/**
 * Reads a file of encounters, one JSON object a line.
 *
 * @param path The file.
 * @throws Error naming the line that is no encounter.
 */
export async function readEncounters(path: string): Promise<SpokenEncounter[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [SpokenEncounter.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Error(`Cannot read encounters: line ${index + 1} of ${path} is none`, { cause });
    }
  });
}
