import { join } from "node:path";
import postgres from "postgres";
import { listTestHelpers } from "../schema/list-test-helpers.ts";
import { startScratchServer } from "../schema/start-scratch-server.ts";
import { type MergeFigures, measureMerges } from "./record/measure-merges.ts";
import { measureRebuilds } from "./record/measure-rebuilds.ts";
import { measureThroughput } from "./record/measure-throughput.ts";
import { growthExponent, rounded } from "./statistics.ts";

/** One figure of the record engine beside what it has to be, and would like to be. */
export interface RecordFigure {
  readonly figure: string;
  readonly measured: number;
  readonly must: string;
  readonly goal: string;
}

/** What was measured: the figures, and the medians they come from. */
export interface RecordBench {
  readonly runs: number;
  readonly figures: readonly RecordFigure[];
  readonly merges: readonly MergeFigures[];
  readonly rebuilds: readonly (readonly [notes: number, ms: number])[];
  readonly mergesPerSecond: readonly (readonly [items: number, perSecond: number])[];
}

const CLIENTS = 8;

/**
 * Measures the record engine in a database of its own, as ratios of what is taken in turns in one run.
 *
 * @param rootDir - The repository's root.
 * @param sizes - Items in the records that are merged into, the smallest first.
 * @param noteCounts - Notes of the patients whose records are rebuilt.
 * @param runs - How many of each; medians count.
 * @param progress - Hears how far it is.
 */
export async function benchRecord(
  rootDir: string,
  sizes: readonly number[],
  noteCounts: readonly number[],
  runs: number,
  progress: (line: string) => void,
): Promise<RecordBench> {
  const server = await startScratchServer(rootDir, true);
  try {
    const { url } = await server.create({
      from: "schemas",
      followedBy: [
        join(rootDir, "supabase/seed.sql"),
        ...listTestHelpers(rootDir),
        join(import.meta.dirname, "record/clinic.sql"),
      ],
    });
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    try {
      const merges = await measureMerges(sql, sizes, runs, progress);
      const rebuilds = await measureRebuilds(sql, noteCounts, runs, progress);
      const mergesPerSecond: [number, number][] = [];
      for (const items of [10, 1000]) {
        progress(`${CLIENTS} clients, records of ${items} items …`);
        mergesPerSecond.push([items, await measureThroughput(url, CLIENTS, items, runs)]);
      }
      return { runs, figures: figuresOf(merges, rebuilds, mergesPerSecond), merges, rebuilds, mergesPerSecond };
    } finally {
      await sql.end();
    }
  } finally {
    await server.stop();
  }
}

function figuresOf(
  merges: readonly MergeFigures[],
  rebuilds: RecordBench["rebuilds"],
  mergesPerSecond: RecordBench["mergesPerSecond"],
): RecordFigure[] {
  const smallest = merges.at(0);
  const largest = merges.at(-1);
  const ratio = (over: number | undefined, under: number | undefined) => rounded((over ?? 0) / (under ?? Number.NaN));
  return [
    ...merges
      .filter(({ items }) => items >= 100)
      .map(({ items, mergeMs, floorMs }) => ({
        figure: `merge ÷ one UPDATE of the column, ${items} items`,
        measured: ratio(mergeMs, floorMs),
        must: "≤ 2.0",
        goal: "≤ 1.2",
      })),
    {
      figure: `merge without the column, ${largest?.items} items ÷ ${smallest?.items}`,
      measured: ratio(largest?.foldMs, smallest?.foldMs),
      must: "≤ 1.3",
      goal: "≤ 1.1",
    },
    {
      figure: `the same for a late note, ${largest?.items} items ÷ ${smallest?.items}`,
      measured: ratio(largest?.lateFoldMs, smallest?.lateFoldMs),
      must: "≤ 1.3",
      goal: "≤ 1.1",
    },
    ...merges.map(({ items, readMs, selectMs }) => ({
      figure: `read_record ÷ select of the column, ${items} items`,
      measured: ratio(readMs, selectMs),
      must: "≤ 1.5",
      goal: "≤ 1.1",
    })),
    {
      figure: `merges a second, ${CLIENTS} clients, 1000 items ÷ 10`,
      measured: ratio(mergesPerSecond.at(-1)?.[1], mergesPerSecond.at(0)?.[1]),
      must: "≥ 0.3",
      goal: "≥ 0.5",
    },
    {
      figure: "rebuild, growth exponent in notes",
      measured: rounded(growthExponent(rebuilds)),
      must: "≤ 1.15",
      goal: "≤ 1.05",
    },
  ];
}
