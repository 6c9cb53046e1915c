/** A change of one person, named by their Firebase uid. */
export interface Change {
  readonly uid: string;
  readonly apply: () => Promise<unknown>;
}

/** How changes are made. */
export interface ChangeOptions {
  /** Whether to count them only. */
  readonly dryRun: boolean;
  /** How many to begin in a second at most. */
  readonly perSecond: number;
  /** Hears how many of how many are done. */
  readonly onProgress: (done: number, total: number) => void;
  /** Milliseconds since some fixed moment. */
  readonly nowMs: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** What came of it; uids, and no other word about a person. */
export interface ChangeReport {
  readonly changed: number;
  readonly failed: readonly string[];
}

/**
 * Makes changes one after the other, no faster than allowed. One that fails is reported and does not stop the others.
 *
 * @param changes - Only what is still to be done, so that a run that was interrupted is continued by the next.
 * @param options - Pace, progress, dry run.
 */
export async function changePeople(changes: readonly Change[], options: ChangeOptions): Promise<ChangeReport> {
  const { dryRun, perSecond, onProgress, nowMs, sleep } = options;
  if (dryRun) return { changed: 0, failed: [] };
  const startedMs = nowMs();
  const failed: string[] = [];
  for (const [index, { uid, apply }] of changes.entries()) {
    const aheadMs = startedMs + (index * 1000) / perSecond - nowMs();
    if (aheadMs > 0) await sleep(aheadMs);
    await apply().catch(() => failed.push(uid));
    onProgress(index + 1, changes.length);
  }
  return { changed: changes.length - failed.length, failed };
}
