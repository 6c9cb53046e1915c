import type { Environment, EnvironmentName } from "../config/environment-names.ts";

/** What a function needs from where it runs; tests pass their own. */
export type Platform = {
  readonly environment: Environment;
  readonly clock: () => Date;
  readonly fetch: typeof fetch;
  readonly writeLogLine: (line: string) => void;
};

declare const Deno: { readonly env: { get(name: string): string | undefined } };

/** The edge runtime: Deno's environment, the wall clock, one line of standard output per request. */
export const edgeRuntime: Platform = {
  environment: readVariable,
  clock: () => new Date(),
  fetch: (input, init) => fetch(input, init),
  writeLogLine: (line) => console.log(line),
};

/** Where `--allow-env` names only the variables that are set, asking for another one throws: it is not set. */
function readVariable(name: EnvironmentName): string | undefined {
  try {
    return Deno.env.get(name);
  } catch {
    return undefined;
  }
}
