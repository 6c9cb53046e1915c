import type { DraftStep } from "./draft-progress.ts";

/** Steps in the order they were reached, for one reader at its own pace. */
export type StepQueue = AsyncIterable<DraftStep> & {
  readonly add: (step: DraftStep) => void;
  /** No more steps will come. */
  readonly end: () => void;
};

/**
 * Makes an empty queue.
 *
 * @returns what workers add to and a stream reads from
 */
export function stepQueue(): StepQueue {
  const steps: DraftStep[] = [];
  let ended = false;
  let news = Promise.withResolvers<void>();
  const announce = () => {
    news.resolve();
    news = Promise.withResolvers();
  };
  return {
    add: (step) => {
      steps.push(step);
      announce();
    },
    end: () => {
      ended = true;
      announce();
    },
    async *[Symbol.asyncIterator]() {
      for (let next = 0; ; ) {
        const step = steps[next];
        if (step !== undefined) {
          next++;
          yield step;
        } else if (ended) {
          return;
        } else {
          await news.promise;
        }
      }
    },
  };
}
