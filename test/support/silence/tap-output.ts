import { CANARY } from "./canary.ts";

/**
 * Listens to what this process prints, which is what a stack in it and its Data API print, and lets it pass.
 *
 * @returns `told`, the first canary heard, and what ends the listening
 */
export function tapOutput(): { readonly told: () => string | undefined; readonly close: () => void } {
  let told: string | undefined;
  const close = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    const listening: typeof stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      told ??= CANARY.exec(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString())?.[0];
      return write.call(stream, chunk, ...rest);
    };
    stream.write = listening;
    return () => {
      stream.write = write;
    };
  });
  return { told: () => told, close: () => void close.map((end) => end()) };
}
