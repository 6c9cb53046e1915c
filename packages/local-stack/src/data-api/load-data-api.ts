import type { dataApi } from "./data-api.ts";

let loading: Promise<typeof dataApi> | undefined;

/**
 * Imports the Data API when it is needed: it takes longer to load than all the rest of the stack, and most commands only
 * talk to a stack that runs.
 *
 * @returns what serves `/rest/v1`
 */
export function loadDataApi(): Promise<typeof dataApi> {
  // Once for all stacks of a process: a second import might take the filter below for what was there before.
  loading ??= importDataApi();
  return loading;
}

async function importDataApi(): Promise<typeof dataApi> {
  const { emitWarning } = process;
  const loaded = await import("./data-api.ts");
  // Lite puts a filter here that takes text alone. Node warns with an Error too (of too many listeners, of a rejection
  // handled late), and the filter's TypeError would end the stack.
  process.emitWarning = emitWarning;
  return loaded.dataApi;
}
