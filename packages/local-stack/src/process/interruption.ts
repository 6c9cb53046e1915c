import { InterruptionError } from "./interruption-error.ts";
import { whenRunnerEnds } from "./when-runner-ends.ts";

/**
 * Tells when a command that runs until it is told to stop has to end: on Ctrl-C, SIGTERM or SIGHUP, when nobody reads its
 * output any more, and when the package manager that started it is gone.
 *
 * @returns a signal that aborts once, with an {@link InterruptionError}; further Ctrl-Cs do not cut the orderly end short
 * @example
 * const interrupted = interruption();
 * await startStack({ rootDir, signal: interrupted });
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => controller.abort(new InterruptionError(signal));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => interrupt("SIGPIPE"));
  void whenRunnerEnds(() => interrupt("SIGTERM"));
  return controller.signal;
}
