import { readFile } from "node:fs/promises";
import { StackError } from "@patient-medical-history/local-stack";
import { z } from "zod";

const ExportedHead = z.object({ number: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Reads heads that were exported earlier.
 *
 * @param file - one JSON object a line, as `exportHead` writes it
 * @returns the heads
 * @throws StackError where there is no such file, or a line is not a head
 */
export async function readHeads(file: string): Promise<z.infer<typeof ExportedHead>[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new StackError("read heads", `${file} cannot be read`, "name a file that export-head wrote", error);
  });
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index) => {
    const head = ExportedHead.safeParse(parse(line));
    if (!head.success)
      throw new StackError("read heads", `line ${index + 1} is none`, "name a file that export-head wrote");
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
