/** An example: what was seen, which class it is of, and how much it counts. */
export interface Example {
  readonly features: readonly string[];
  readonly label: number;
  readonly weight: number;
}

const ROUNDS = 12;
const STEP = 0.15;
/** Pull of every weight towards zero. */
const DECAY = 0.006;

/**
 * Fits a linear softmax classifier by AdaGrad (Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html), in an
 * order that depends on nothing but the examples: the same examples give the same weights.
 *
 * @param examples What to learn from; features that are rare should be left out before.
 * @param classes How many classes there are.
 * @returns Weights by feature, one per class.
 */
export function fitSoftmax(examples: readonly Example[], classes: number): Map<string, number[]> {
  const weights = new Map<string, number[]>();
  const squares = new Map<string, number[]>();
  const zeros = (): number[] => Array.from({ length: classes }, () => 0);
  const order = [...examples.keys()];
  const random = makeRandom();
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const errors = shares(example.features, weights, classes).map(
        (share, label) => (share - (label === example.label ? 1 : 0)) * example.weight,
      );
      for (const feature of example.features) {
        const row = weights.get(feature) ?? zeros();
        const square = squares.get(feature) ?? zeros();
        for (const [label, error] of errors.entries()) {
          const slope = error + DECAY * (row[label] ?? 0);
          square[label] = (square[label] ?? 0) + slope * slope;
          row[label] = (row[label] ?? 0) - (STEP * slope) / Math.sqrt(0.01 + (square[label] ?? 0));
        }
        weights.set(feature, row);
        squares.set(feature, square);
      }
    }
  }
  return weights;
}

function shares(features: readonly string[], weights: ReadonlyMap<string, number[]>, classes: number): number[] {
  const sums = Array.from({ length: classes }, (_, label) =>
    features.reduce((total, feature) => total + (weights.get(feature)?.[label] ?? 0), 0),
  );
  const highest = Math.max(...sums);
  const powers = sums.map((total) => Math.exp(total - highest));
  const total = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / total);
}

/** A linear congruential generator (Numerical Recipes), always from the same start. */
function makeRandom(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}
