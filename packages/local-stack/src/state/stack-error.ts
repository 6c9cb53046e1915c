/**
 * A failure a person can act on: what could not be done, why, and what to do about it.
 *
 * @example
 * throw new StackError("start postgres", "the disk is full", "free some space and start again");
 */
export class StackError extends Error {
  override readonly name = "StackError";
  /** What the reader can do about it, as a sentence without a final period. */
  readonly remedy: string;

  /**
   * @param action - what could not be done, naming the part of the stack
   * @param state - why, as a clause
   * @param remedy - what to do
   * @param cause - the underlying error, when there is one
   */
  constructor(action: string, state: string, remedy: string, cause?: unknown) {
    super(`Cannot ${action}: ${state}`, cause === undefined ? undefined : { cause });
    this.remedy = remedy;
  }
}
