import { type Chain, ChainRoom, emit, exponentialsOf, forwardBackward } from "../src/core/learning/chain.ts";
import type { Random } from "./random.ts";

/** One sequence to learn from: `stride` hashed features a token, the class of its edge, its label. */
export interface Sequence {
  readonly features: Int32Array;
  readonly edges: Uint8Array;
  readonly labels: Uint8Array;
}

export interface ChainTraining {
  readonly labels: number;
  readonly edges: number;
  readonly stride: number;
  /** Rows of the weight table are 2 to this power. */
  readonly bits: number;
  readonly epochs: number;
  /** Learning rate at the start; it falls to nothing in a straight line. */
  readonly rate: number;
  /** Share of features left out each time a token is seen; weights are scaled by the share kept afterwards. */
  readonly dropout: number;
}

/** Trains by stochastic gradient ascent on the log likelihood, one sequence at a time. */
export function trainChain(sequences: readonly Sequence[], training: ChainTraining, random: Random): Chain {
  const { labels, edges, stride, bits, epochs, rate, dropout } = training;
  const weights = new Float32Array((1 << bits) * labels);
  const transitions = new Float32Array(edges * (labels + 1) * labels);
  const chain: Chain = { labels, edges, weights, scale: 1, transitions };
  const room = new ChainRoom();
  const mask = (1 << bits) - 1;
  const square = (labels + 1) * labels;
  const order = sequences.map((_, index) => index);
  const total = epochs * sequences.length;
  let seen = 0;
  let kept = new Int32Array(0);
  const gradient = new Float64Array(labels);
  const threshold = Math.floor(dropout * 0x100000000);
  const exponentials = exponentialsOf(transitions);
  const steps = new Float64Array(transitions.length);
  const touched = new Uint8Array(edges);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const index of order) {
      const sequence = sequences[index] as Sequence;
      const { labels: gold, edges: edgeOf } = sequence;
      const length = gold.length;
      if (!length) continue;
      const step = rate * (1 - seen++ / total);
      // Features left out point at a row of zeros past the end, so the loops below need no branch.
      if (kept.length < length * stride) kept = new Int32Array(length * stride * 2);
      const counts = dropInto(kept, sequence.features, length, stride, threshold, mask, labels, random);
      emitKept(weights, labels, kept, counts, length, stride, room);
      forwardBackward(chain, exponentials, edgeOf, length, room);
      const { forward, backward, exponentials: local } = room;
      for (let token = 0; token < length; token++) {
        const at = token * labels;
        for (let label = 0; label < labels; label++)
          gradient[label] = -step * (forward[at + label] as number) * (backward[at + label] as number);
        gradient[gold[token] as number] = (gradient[gold[token] as number] as number) + step;
        const from = token * stride;
        for (let f = from; f < from + (counts[token] as number); f++) {
          const row = kept[f] as number;
          for (let label = 0; label < labels; label++)
            weights[row + label] = (weights[row + label] as number) + (gradient[label] as number);
        }
        const edge = (edgeOf[token] as number) * square;
        touched[edgeOf[token] as number] = 1;
        if (token === 0) {
          for (let to = 0; to < labels; to++) {
            const cell = edge + labels * labels + to;
            steps[cell] = (steps[cell] as number) + (gradient[to] as number);
          }
          continue;
        }
        for (let before = 0; before < labels; before++)
          for (let to = 0; to < labels; to++) {
            const cell = edge + before * labels + to;
            const expected =
              (forward[at - labels + before] as number) *
              (exponentials[cell] as number) *
              (local[at + to] as number) *
              (backward[at + to] as number);
            steps[cell] = (steps[cell] as number) - step * expected;
          }
        const goldCell = edge + (gold[token - 1] as number) * labels + (gold[token] as number);
        steps[goldCell] = (steps[goldCell] as number) + step;
      }
      for (let edge = 0; edge < edges; edge++) {
        if (!touched[edge]) continue;
        touched[edge] = 0;
        for (let cell = edge * square; cell < (edge + 1) * square; cell++) {
          transitions[cell] = (transitions[cell] as number) + (steps[cell] as number);
          steps[cell] = 0;
          exponentials[cell] = Math.exp(transitions[cell] as number);
        }
      }
    }
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * (1 - dropout);
  return chain;
}

/** Int8 weights with one scale: `range` is the weight that 127 stands for, larger ones are cut. */
export function quantise(chain: Chain, range: number): Chain {
  const scale = range / 127;
  const weights = Int8Array.from(chain.weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { ...chain, weights, scale };
}

let counts = new Int32Array(0);

function dropInto(
  kept: Int32Array,
  features: Int32Array,
  length: number,
  stride: number,
  threshold: number,
  mask: number,
  labels: number,
  random: Random,
): Int32Array {
  if (counts.length < length) counts = new Int32Array(length * 2);
  for (let token = 0; token < length; token++) {
    const from = token * stride;
    let out = from;
    for (let f = from; f < from + stride; f++)
      if (random.next() >= threshold) kept[out++] = ((features[f] as number) & mask) * labels;
    counts[token] = out - from;
  }
  return counts;
}

function emitKept(
  weights: Float32Array,
  labels: number,
  kept: Int32Array,
  counts: Int32Array,
  length: number,
  stride: number,
  room: ChainRoom,
): void {
  room.fit(length * labels);
  const { emissions } = room;
  for (let token = 0; token < length; token++) {
    let a = 0,
      b = 0,
      c = 0,
      d = 0,
      e = 0,
      f = 0,
      g = 0;
    const from = token * stride;
    for (let at = from; at < from + (counts[token] as number); at++) {
      const row = kept[at] as number;
      a += weights[row] as number;
      b += weights[row + 1] as number;
      c += weights[row + 2] as number;
      d += weights[row + 3] as number;
      e += weights[row + 4] as number;
      f += weights[row + 5] as number;
      g += weights[row + 6] as number;
    }
    const out = token * labels;
    emissions[out] = a;
    emissions[out + 1] = b;
    emissions[out + 2] = c;
    emissions[out + 3] = d;
    emissions[out + 4] = e;
    emissions[out + 5] = f;
    emissions[out + 6] = g;
  }
}

/** Log likelihood a token, for watching training. */
export function logLikelihood(chain: Chain, sequences: readonly Sequence[], stride: number): number {
  const room = new ChainRoom();
  const exponentials = exponentialsOf(chain.transitions);
  let sum = 0;
  let tokens = 0;
  for (const { features, edges, labels } of sequences) {
    if (!labels.length) continue;
    emit(chain, features, labels.length, stride, room);
    const gold = labels.reduce((score, label, token) => {
      const square = (chain.labels + 1) * chain.labels;
      const before = token ? (labels[token - 1] as number) : chain.labels;
      return (
        score +
        (room.emissions[token * chain.labels + label] as number) +
        (chain.transitions[(edges[token] as number) * square + before * chain.labels + label] as number)
      );
    }, 0);
    sum += gold - forwardBackward(chain, exponentials, edges, labels.length, room);
    tokens += labels.length;
  }
  return sum / tokens;
}
