const WIDTH = 30;

/**
 * Draws a progress bar over one line of a terminal; elsewhere a line per tenth, so that logs stay short.
 *
 * @param stream - Where to, such as `process.stderr`.
 * @param what - What is counted, such as `people`.
 * @returns Draws how many of how many are done.
 * @example
 * const draw = progressBar(process.stderr, "people");
 * draw(500, 1000);
 */
export function progressBar(
  stream: { readonly isTTY?: boolean; write: (text: string) => unknown },
  what: string,
): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const step = Math.floor(share * (stream.isTTY ? WIDTH : 10));
    if (step === shown) return;
    shown = step;
    if (!stream.isTTY) {
      stream.write(`${done} of ${total} ${what}\n`);
      return;
    }
    stream.write(`\r[${"#".repeat(step)}${" ".repeat(WIDTH - step)}] ${done} of ${total} ${what}`);
    if (done === total) stream.write("\n");
  };
}
