import { type LinearModel, scoreClasses } from "../src/core/learning/linear.ts";
import type { Random } from "./random.ts";

/**
 * Logistic regression over hashed features, trained by stochastic gradient with features left out at random. On labels
 * that a program made and often got wrong it generalises better than the perceptron, which moves as far for a label that
 * is noise as for one that is not.
 */
export class Softmax {
  readonly model: LinearModel;
  readonly weights: Float32Array;
  readonly scores: Float64Array;
  readonly #dropout: number;
  readonly #kept: Int32Array;
  readonly #random: Random;
  #count = 0;

  constructor(classes: number, bits: number, stride: number, dropout: number, random: Random) {
    this.weights = new Float32Array(stride << bits);
    this.model = { classes, stride, mask: (1 << bits) - 1, weights: this.weights };
    this.scores = new Float64Array(classes);
    this.#dropout = Math.floor(dropout * 0x10000);
    this.#kept = new Int32Array(256);
    this.#random = random;
  }

  /** Scores the classes on the features that are left after dropping some. */
  score(features: Int32Array, count: number): Float64Array {
    const kept = this.#kept;
    let left = 0;
    let bits = 0;
    for (let place = 0; place < count; place += 1) {
      // one random number serves two features
      bits = place % 2 === 0 ? this.#random.next() : bits >>> 16;
      if ((bits & 0xffff) < this.#dropout) continue;
      kept[left++] = features[place] as number;
    }
    this.#count = left;
    scoreClasses(this.model, kept, left, this.scores);
    return this.scores;
  }

  /** Moves the weights of the features last scored towards the classes whose bits are set in `right`. */
  learn(right: number, rate: number): void {
    const { classes, stride, mask } = this.model;
    const { scores, weights } = this;
    const kept = this.#kept;
    let largest = -Infinity;
    for (let label = 0; label < classes; label += 1) largest = Math.max(largest, scores[label] as number);
    let sum = 0;
    let sumRight = 0;
    for (let label = 0; label < classes; label += 1) {
      const e = Math.exp((scores[label] as number) - largest);
      scores[label] = e;
      sum += e;
      if (isSet(right, label)) sumRight += e;
    }
    for (let label = 0; label < classes; label += 1) {
      const p = (scores[label] as number) / sum;
      const target = isSet(right, label) ? (scores[label] as number) / (sumRight || 1) : 0;
      const step = rate * (target - p);
      if (Math.abs(step) < 1e-5) continue;
      for (let place = 0; place < this.#count; place += 1) {
        const cell = ((kept[place] as number) & mask) * stride + label;
        weights[cell] = (weights[cell] as number) + step;
      }
    }
  }

  /** The model to use, in which no feature is left out: weights scaled by the share that training kept. */
  trained(): LinearModel {
    const share = 1 - this.#dropout / 0x10000;
    return { ...this.model, weights: this.weights.map((weight) => weight * share) };
  }
}

/** `right` is a set of up to 31 classes, or -1 - label for one class beyond that. */
function isSet(right: number, label: number): boolean {
  return right < 0 ? label === -1 - right : (right & (1 << label)) !== 0;
}
