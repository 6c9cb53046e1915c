import { createReadStream } from "node:fs";
import { LONGEST_TELLING } from "./canary.ts";

/**
 * Searches a file of any size, a piece at a time.
 *
 * @param path - a text file
 * @param pattern - matches at most {@link LONGEST_TELLING} characters
 * @returns what it matched first, if anything
 */
export async function findInFile(path: string, pattern: RegExp): Promise<string | undefined> {
  let tail = "";
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const text = `${tail}${piece}`;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
    tail = text.slice(-LONGEST_TELLING);
  }
  return undefined;
}
