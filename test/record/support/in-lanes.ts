/**
 * Does work in the order of its numbers, several at a time.
 *
 * @param lanes - how many at a time; with two, one waits for the database while the other computes
 * @param count - how many there are
 * @param work - does the one of this number, from 0
 */
export async function inLanes(lanes: number, count: number, work: (index: number) => Promise<void>): Promise<void> {
  const left = Array.from({ length: count }, (_, index) => index).values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const index of left) await work(index);
    }),
  );
}
