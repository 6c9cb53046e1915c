import type { dataApi } from "./data-api.ts";

/**
 * Imports the Data API when it is needed: it takes longer to load than all the rest of the stack, and most commands only
 * talk to a stack that runs.
 *
 * @returns what serves `/rest/v1`
 */
export async function loadDataApi(): Promise<typeof dataApi> {
  const { emitWarning } = process;
  const loaded = await import("./data-api.ts");
  // Lite puts a filter here that takes text alone. Node warns with an Error too (of too many listeners, of a rejection
  // handled late), and the filter's TypeError would end the stack.
  process.emitWarning = emitWarning;
  return loaded.dataApi;
}
