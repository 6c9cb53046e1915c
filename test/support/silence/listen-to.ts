import type { Readable } from "node:stream";
import { LONGEST_TELLING, SECRET, TOLD } from "./canary.ts";

/**
 * Listens to what a process prints, which a test started beside a stack.
 *
 * @param name - of the process, so that whoever reads the failure knows it
 * @param streams - what it prints
 * @returns throws when a patient's word or a secret was among it
 */
export function listenTo(name: string, ...streams: readonly Readable[]): () => void {
  let told: string | undefined;
  for (const stream of streams) {
    let tail = "";
    stream.setEncoding("utf8").on("data", (piece: string) => {
      const text = `${tail}${piece}`;
      told ??= (TOLD.exec(text) ?? SECRET.exec(text))?.[0];
      tail = text.slice(-LONGEST_TELLING);
    });
  }
  return () => {
    if (told !== undefined) throw new Error(`Cannot pass: ${name} told ${told}`);
  };
}
