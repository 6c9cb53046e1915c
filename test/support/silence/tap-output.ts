import { CANARY } from "./canary.ts";

const hearers = new Set<(text: string) => void>();
let unhook: (() => void) | undefined;

/**
 * Listens to what this process prints, which is what a stack in it and its Data API print, and lets it pass.
 *
 * @returns `told`, the first canary heard, and what ends the listening; several end in any order
 */
export function tapOutput(): { readonly told: () => string | undefined; readonly close: () => void } {
  let told: string | undefined;
  const hear = (text: string) => {
    told ??= CANARY.exec(text)?.[0];
  };
  hearers.add(hear);
  unhook ??= hook();
  const close = () => {
    hearers.delete(hear);
    if (hearers.size > 0) return;
    unhook?.();
    unhook = undefined;
  };
  return { told: () => told, close };
}

function hook(): () => void {
  const ends = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    const listening: typeof stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
      for (const hear of hearers) hear(text);
      return write.call(stream, chunk, ...rest);
    };
    stream.write = listening;
    return () => {
      stream.write = write;
    };
  });
  return () => {
    for (const end of ends) end();
  };
}
