import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { END_CHILD } from "./end-child.ts";
import { endProcess } from "./end-process.ts";
import { Orphan } from "./orphan.ts";

const Line = z.object({ id: z.uuid(), orphan: Orphan.optional() });

// The process that `guardOrphan()` starts. Its input ends when its parent does, and what is still listed then is ended.
const orphans = new Map<string, Orphan>();
for await (const line of createInterface({ input: process.stdin })) {
  const { id, orphan } = Line.parse(JSON.parse(line));
  if (orphan) orphans.set(id, orphan);
  else orphans.delete(id);
}

const left = [...orphans.values()];
await Promise.all(left.map(async (orphan) => "process" in orphan && (await endProcess(orphan.process, END_CHILD))));
for (const orphan of left) {
  // A program that is just ending may still write a file.
  if ("folder" in orphan) await rm(orphan.folder, { recursive: true, force: true, maxRetries: 10 });
}
