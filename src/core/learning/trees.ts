/**
 * Gradient-boosted decision trees for a yes-or-no question, laid out flat: an inner node asks whether a feature is at most
 * a threshold; the sum of the leaves reached is the log odds.
 */
export interface Trees {
  /** Root of each tree among the nodes. */
  readonly roots: Int32Array;
  /** Feature asked at each node, -1 at a leaf. */
  readonly feature: Int32Array;
  /** Threshold at an inner node, value at a leaf. */
  readonly value: Float32Array;
  /** Child when the answer is yes; the other one follows it. */
  readonly child: Int32Array;
  /** Log odds to begin with. */
  readonly bias: number;
}

/** Log odds of yes, for the features in `row` from `at` on. */
export function logOdds(trees: Trees, row: Float32Array, at: number = 0): number {
  const { roots, feature, value, child } = trees;
  let sum = trees.bias;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    for (let asked = feature[node] as number; asked >= 0; asked = feature[node] as number)
      node = (child[node] as number) + ((row[at + asked] as number) <= (value[node] as number) ? 0 : 1);
    sum += value[node] as number;
  }
  return sum;
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
