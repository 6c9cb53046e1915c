import type { WriteStream } from "node:tty";

const BAR_COLUMNS = 30;

/**
 * Shows how far a long run is: a bar that redraws itself on a terminal, one last line elsewhere.
 *
 * @param stream Where to show it, usually `process.stderr`.
 * @param done How many are done.
 * @param total How many there are.
 * @param what What is counted, for the reader.
 */
export function showProgress(stream: WriteStream, done: number, total: number, what: string): void {
  const filled = Math.round((BAR_COLUMNS * done) / total);
  const bar = `[${"#".repeat(filled)}${".".repeat(BAR_COLUMNS - filled)}] ${done}/${total} ${what}`;
  if (stream.isTTY) stream.write(`\r${bar}${done === total ? "\n" : ""}`);
  else if (done === total) stream.write(`${bar}\n`);
}
