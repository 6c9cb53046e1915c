import { constants } from "node:os";

/** Why a command ended before its work was done: somebody told it to. */
export class InterruptionError extends Error {
  override readonly name = "InterruptionError";
  /** What told it; SIGTERM also stands for the end of the package manager, SIGPIPE for that of whoever read the output. */
  readonly signal: NodeJS.Signals;

  /** @param signal - what told the command to end */
  constructor(signal: NodeJS.Signals) {
    super("Interrupted");
    this.signal = signal;
  }

  /** What a shell reports for a command that a signal ended: 130 for Ctrl-C, 143 for SIGTERM. */
  get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}
