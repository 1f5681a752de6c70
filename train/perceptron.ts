import type { LinearModel } from "../src/core/learning/linear.ts";

/**
 * Averaged perceptron over hashed features (Collins 2002): weights move only on mistakes, and what counts in the end is
 * their mean over all steps, kept as a running sum so that each step costs only what it changes.
 */
export class Perceptron {
  readonly model: LinearModel;
  readonly weights: Float32Array;
  readonly #sums: Float64Array;
  #steps = 1;

  constructor(classes: number, bits: number, stride: number = classes) {
    this.weights = new Float32Array(stride << bits);
    this.#sums = new Float64Array(stride << bits);
    this.model = { classes, stride, mask: (1 << bits) - 1, weights: this.weights };
  }

  /** Counts a step; call it once a decision, right or wrong. */
  step(): void {
    this.#steps += 1;
  }

  /** Moves the weights of the features of one class. */
  move(features: Int32Array, count: number, label: number, by: number): void {
    const { stride, mask } = this.model;
    const weights = this.weights;
    const sums = this.#sums;
    const weighted = by * this.#steps;
    for (let place = 0; place < count; place += 1) {
      const cell = ((features[place] as number) & mask) * stride + label;
      weights[cell] = (weights[cell] as number) + by;
      sums[cell] = (sums[cell] as number) + weighted;
    }
  }

  /** The mean of the weights over all steps so far. */
  averaged(): LinearModel {
    const weights = this.weights.map((weight, cell) => weight - (this.#sums[cell] as number) / this.#steps);
    return { ...this.model, weights };
  }
}

/**
 * Eighth-bit weights, 127 for the largest. Cutting the largest to give the small ones finer steps was tried and loses:
 * the few large weights decide.
 */
export function quantised(model: LinearModel): LinearModel {
  let largest = 0;
  for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight));
  const scale = 127 / (largest || 1);
  return { ...model, weights: Int8Array.from(model.weights, (weight) => Math.round(weight * scale)) };
}
