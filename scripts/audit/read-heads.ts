import { readFile } from "node:fs/promises";
import { z } from "zod";

const ExportedHead = z.object({ number: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Reads heads that were exported earlier.
 *
 * @param file - one JSON object a line, as `exportHead` writes it
 * @returns the heads
 * @throws Error where a line is not a head
 */
export async function readHeads(file: string): Promise<z.infer<typeof ExportedHead>[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index) => {
    const head = ExportedHead.safeParse(parse(line));
    if (!head.success) throw new Error(`Cannot read heads: line ${index + 1} is none`);
    return head.data;
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
