/**
 * A linear classifier over hashed features: one row of weights a feature, one column a class. Rows share a table whose
 * size is a power of two; features that meet in a row share it (Weinberger and others 2009). Shipped weights are
 * eighth-bit integers, training uses the same code with floats.
 */
export interface LinearModel {
  readonly classes: number;
  /** Distance between rows; at least `classes`. */
  readonly stride: number;
  /** Rows minus one: `feature & mask` is its row. */
  readonly mask: number;
  readonly weights: Int8Array | Float32Array;
}

/** Writes into `scores` the sum of the rows of the first `count` features. */
export function scoreClasses(model: LinearModel, features: Int32Array, count: number, scores: Float64Array): void {
  const { classes, stride, mask, weights } = model;
  for (let label = 0; label < classes; label += 1) scores[label] = 0;
  for (let place = 0; place < count; place += 1) {
    const row = ((features[place] as number) & mask) * stride;
    for (let label = 0; label < classes; label += 1)
      scores[label] = (scores[label] as number) + (weights[row + label] as number);
  }
}

/** Index of the largest of the first `classes` scores; the first of equals. */
export function bestClass(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let label = 1; label < classes; label += 1)
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  return best;
}
