/**
 * A failure a person can act on: which part of the stack failed, why, and what to do about it.
 *
 * @example
 * throw new StackError("postgres", "the disk is full", "free some space and start again");
 */
export class StackError extends Error {
  override readonly name = "StackError";
  /** The part of the stack that failed, as shown while booting. */
  readonly part: string;
  /** What the reader can do about it, as a sentence without a final period. */
  readonly remedy: string;

  /**
   * @param part - the part of the stack that failed
   * @param state - why, as a clause
   * @param remedy - what to do
   * @param cause - the underlying error, when there is one
   */
  constructor(part: string, state: string, remedy: string, cause?: unknown) {
    super(`Cannot start ${part}: ${state}`, cause === undefined ? undefined : { cause });
    this.part = part;
    this.remedy = remedy;
  }
}
