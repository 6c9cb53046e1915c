const WIDTH = 30;

/**
 * Draws a progress bar as one line of text.
 *
 * @param done - How many are done, at most `total`.
 * @param total - How many there are.
 * @returns Such as `[###############···············] 500 of 1000`.
 * @example
 * process.stderr.write(`\r${progressBar(500, 1000)}`);
 */
export function progressBar(done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH);
  return `[${"#".repeat(filled)}${"·".repeat(WIDTH - filled)}] ${done} of ${total}`;
}
