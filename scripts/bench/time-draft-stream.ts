/** When the first section and the end of an answer came, in milliseconds from asking. */
export interface DraftTimes {
  readonly firstSectionMs: number;
  readonly wholeMs: number;
}

/**
 * Reads a stream to its end, and tells when its first section was complete.
 *
 * @param startedMs - When it was asked for, on the clock of `performance`.
 * @param response - The stream; anything but a 200 is an error.
 * @param endOfFirstSection - Where in the whole text the first section ends; asked once the stream has ended, so that the
 *   search costs none of the time it measures.
 * @returns The times, and the whole text.
 */
export async function timeDraftStream(
  startedMs: number,
  response: Response,
  endOfFirstSection: (text: string) => number,
): Promise<DraftTimes & { readonly text: string }> {
  if (response.status !== 200 || response.body === null) {
    throw new Error(`Cannot measure drafting: ${response.status} ${await response.text()}`);
  }
  let text = "";
  const arrivals: { readonly length: number; readonly ms: number }[] = [];
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    arrivals.push({ length: text.length, ms: performance.now() - startedMs });
  }
  const wholeMs = performance.now() - startedMs;
  const end = endOfFirstSection(text);
  return { firstSectionMs: arrivals.find(({ length }) => length >= end)?.ms ?? wholeMs, wholeMs, text };
}
