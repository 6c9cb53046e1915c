/** Bounds of one process of a function. */
export type CallSlotLimits = {
  /** Calls at the Data API at once: half of its connections, ten by default (`db-pool`), so that others find one. */
  readonly calls: number;
  /** Calls that may wait for one of those to end. */
  readonly waiting: number;
  /** Milliseconds without a single end after which waiting is no use. */
  readonly stalledMs: number;
};

const LIMITS: CallSlotLimits = { calls: 5, waiting: 100, stalledMs: 1_800 };

/** The calls a process has at the Data API, and those that wait for their turn. */
export type CallSlots = {
  /**
   * Waits for a turn.
   *
   * @param signal - ends the waiting
   * @returns what gives the slot back; undefined where there is none to wait for
   * @throws the signal's reason
   */
  readonly take: (signal?: AbortSignal | null) => Promise<(() => void) | undefined>;
};

type Waiter = { readonly admit: (release: (() => void) | undefined) => void };

/**
 * Bounds the calls of a process, so that a Data API without a free connection does not make every caller wait as long
 * as the first one. While calls end, however slowly, the others wait for their turn; when none ends for a while,
 * all who wait are turned away, and whoever comes meanwhile is not let in.
 *
 * @param limits - how many calls, how many waiting, for how long
 * @returns the slots, all free
 * @see https://docs.postgrest.org/en/stable/references/configuration.html#db-pool
 * @example
 * const release = await slots.take();
 * if (release === undefined) return busy();
 * try { return await send(); } finally { release(); }
 */
export function callSlots(limits: CallSlotLimits = LIMITS): CallSlots {
  const waiters = new Set<Waiter>();
  let taken = 0;
  let isStalled = false;
  let stall: ReturnType<typeof setTimeout> | undefined;

  function watch(): void {
    clearTimeout(stall);
    stall = waiters.size === 0 ? undefined : setTimeout(turnAway, limits.stalledMs);
  }

  function turnAway(): void {
    isStalled = true;
    for (const { admit } of waiters) admit(undefined);
    waiters.clear();
  }

  function release(): void {
    isStalled = false;
    const [next] = waiters;
    if (next === undefined) taken--;
    else {
      waiters.delete(next);
      next.admit(once(release));
    }
    watch();
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      if (taken < limits.calls) {
        taken++;
        return once(release);
      }
      if (isStalled || waiters.size >= limits.waiting) return undefined;
      const { promise, resolve, reject } = Promise.withResolvers<(() => void) | undefined>();
      const waiter = { admit: resolve };
      const giveUp = () => {
        waiters.delete(waiter);
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      waiters.add(waiter);
      if (stall === undefined) watch();
      try {
        return await promise;
      } finally {
        signal?.removeEventListener("abort", giveUp);
      }
    },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
