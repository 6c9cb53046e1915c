import type { Described } from "./describe-passages.ts";
import { SUMMARY_CLASSES, SUMMARY_WEIGHTS } from "./summary-weights.ts";

/** Weights are stored in hundredths. */
const SCALE = 100;
const WEIGHTS = new Map(SUMMARY_WEIGHTS.split("\n").map(readRow));

function readRow(row: string): readonly [feature: string, weights: readonly number[]] {
  const [feature = "", ...weights] = row.split("\t");
  return [feature, weights.map((weight) => Number(weight) / SCALE)];
}

/**
 * Scores a passage by a linear model: the sum of its features' weights per class, as shares (softmax).
 *
 * @param described A passage with its features; one the model has no weight for counts nothing.
 * @returns The share of each class, in the order of {@link SUMMARY_CLASSES}; shares sum to 1.
 */
export function scorePassage({ features }: Described): number[] {
  const sums = SUMMARY_CLASSES.map(() => 0);
  for (const feature of features) {
    const weights = WEIGHTS.get(feature);
    if (weights === undefined) continue;
    for (const [index, weight] of weights.entries()) sums[index] = (sums[index] ?? 0) + weight;
  }
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
