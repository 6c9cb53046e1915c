/** What has been opened so far, to be closed in the opposite order, whatever happened in between. */
export class Closers {
  #close: (() => Promise<void>)[] = [];
  #closing: Promise<void> | undefined;

  /** @param close - closes one thing; a failure there does not keep the others open */
  add(close: () => Promise<void>): void {
    this.#close.push(close);
  }

  /**
   * Closes everything, last opened first; a second call waits for the first.
   *
   * @throws AggregateError of what could not be closed, when all else is
   */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#close.reverse()) await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, "Cannot stop the stack: some parts did not end");
  }
}
