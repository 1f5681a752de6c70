import { sumColumns } from "./column-sums.ts";

/**
 * Linear-chain conditional random field over hashed features (Lafferty and others 2001): scores of labels at each token
 * come from a table of weights, scores of neighbouring labels from transitions that also see the class of the edge, a
 * small number the caller gives each token (what kind of punctuation stands there, say).
 */
export interface Chain {
  readonly labels: number;
  readonly edges: number;
  /** One row of `labels` weights a feature; as many rows as a power of two. */
  readonly weights: Int8Array | Float32Array;
  /** `wordsOf` the weights, once they are quantised. */
  readonly words?: DataView | undefined;
  /** What one unit in `weights` is worth. */
  readonly scale: number;
  /** Indexed [edge][from][to]; `from === labels` stands for the start of the sequence. */
  readonly transitions: Float32Array;
}

/** Room that decoding works in; keep one and pass it again, it grows as needed. */
export class ChainRoom {
  emissions: Float64Array = new Float64Array(0);
  forward: Float64Array = new Float64Array(0);
  backward: Float64Array = new Float64Array(0);
  exponentials: Float64Array = new Float64Array(0);
  best: Float64Array = new Float64Array(0);
  readonly open: OpenPaths = new OpenPaths();

  fit(cells: number): void {
    if (this.emissions.length < cells) {
      this.emissions = new Float64Array(cells * 2);
      this.forward = new Float64Array(cells * 2);
      this.backward = new Float64Array(cells * 2);
      this.exponentials = new Float64Array(cells * 2);
      this.best = new Float64Array(cells * 2);
    }
  }
}

/** Sums the weights of each token's features into `room.emissions`, [token][label]. `features` holds `stride` a token. */
export function emit(chain: Chain, features: Int32Array, length: number, stride: number, room: ChainRoom): void {
  const { labels, weights, words, scale } = chain;
  room.fit(length * labels);
  const { emissions } = room;
  const mask = weights.length / labels - 1;
  if (words && labels >= 4 && labels <= 8) {
    for (let token = 0; token < length; token++) {
      const from = token * stride;
      sumColumns(words, labels, mask, features, from, from + stride, 0, labels - 4, emissions, token * labels);
    }
    for (let cell = 0; cell < length * labels; cell++) emissions[cell] = (emissions[cell] as number) * scale;
    return;
  }
  emissions.fill(0, 0, length * labels);
  let at = 0;
  for (let token = 0; token < length; token++) {
    const out = token * labels;
    for (let end = at + stride; at < end; at++) {
      const row = ((features[at] as number) & mask) * labels;
      for (let label = 0; label < labels; label++)
        emissions[out + label] = (emissions[out + label] as number) + (weights[row + label] as number);
    }
    for (let label = 0; label < labels; label++) emissions[out + label] = (emissions[out + label] as number) * scale;
  }
}

/** Exponentials of the transitions, as `marginals` wants them: made once a model. */
export function exponentialsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (score) => Math.exp(score));
}

/**
 * Forward and backward over `room.emissions`. Afterwards `room.forward[token * labels + label]` is the probability of the
 * label at the token. Returns the logarithm of the partition function.
 */
export function marginals(
  chain: Chain,
  exponentials: Float64Array,
  edgeOf: Uint8Array,
  length: number,
  room: ChainRoom,
): number {
  const logPartition = forwardBackward(chain, exponentials, edgeOf, length, room);
  const { forward, backward } = room;
  for (let cell = 0; cell < length * chain.labels; cell++)
    forward[cell] = (forward[cell] as number) * (backward[cell] as number);
  return logPartition;
}

/** As `marginals`, leaving scaled forward and backward apart: their product is the marginal, for training's edges. */
export function forwardBackward(
  chain: Chain,
  exponentials: Float64Array,
  edgeOf: Uint8Array,
  length: number,
  room: ChainRoom,
): number {
  const { labels } = chain;
  const { emissions, forward, backward, exponentials: local } = room;
  const square = (labels + 1) * labels;
  let logPartition = 0;
  for (let token = 0; token < length; token++) {
    const at = token * labels;
    let top = -Infinity;
    for (let to = 0; to < labels; to++) if ((emissions[at + to] as number) > top) top = emissions[at + to] as number;
    for (let to = 0; to < labels; to++) local[at + to] = Math.exp((emissions[at + to] as number) - top);
    const edge = (edgeOf[token] as number) * square;
    let sum = 0;
    for (let to = 0; to < labels; to++) {
      let reach = 0;
      if (token === 0) reach = exponentials[edge + labels * labels + to] as number;
      else
        for (let from = 0; from < labels; from++)
          reach += (forward[at - labels + from] as number) * (exponentials[edge + from * labels + to] as number);
      const value = reach * (local[at + to] as number);
      forward[at + to] = value;
      sum += value;
    }
    for (let to = 0; to < labels; to++) {
      forward[at + to] = (forward[at + to] as number) / sum;
      local[at + to] = (local[at + to] as number) / sum;
    }
    logPartition += Math.log(sum) + top;
  }
  backward.fill(1, (length - 1) * labels, length * labels);
  for (let token = length - 2; token >= 0; token--) {
    const at = token * labels;
    const edge = (edgeOf[token + 1] as number) * square;
    for (let from = 0; from < labels; from++) {
      let sum = 0;
      for (let to = 0; to < labels; to++)
        sum +=
          (exponentials[edge + from * labels + to] as number) *
          (local[at + labels + to] as number) *
          (backward[at + labels + to] as number);
      backward[at + from] = sum;
    }
  }
  return logPartition;
}

/** A labelling of the whole sequence with its score; the logarithm of its probability is the score less the log partition. */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly score: number;
}

/** Labellings this much less likely than the best one, in logarithms, are not worth their search: e^-9 is 1 in 8,000. */
const WORTHWHILE = 9;

/**
 * The `count` best labellings over `room.emissions`, best first, as far as they are worth looking at. Viterbi from the left,
 * then a best-first search from the right in which Viterbi's scores say exactly what is still to come (A*).
 */
export function bestLabellings(
  chain: Chain,
  edgeOf: Uint8Array,
  length: number,
  count: number,
  room: ChainRoom,
): readonly Labelling[] {
  const { labels, transitions } = chain;
  const square = (labels + 1) * labels;
  room.fit(length * labels);
  const { emissions, best } = room;
  for (let token = 0; token < length; token++) {
    const edge = (edgeOf[token] as number) * square;
    const at = token * labels;
    for (let to = 0; to < labels; to++) {
      let top = token === 0 ? (transitions[edge + labels * labels + to] as number) : -Infinity;
      if (token > 0)
        for (let from = 0; from < labels; from++) {
          const score = (best[at - labels + from] as number) + (transitions[edge + from * labels + to] as number);
          if (score > top) top = score;
        }
      best[at + to] = top + (emissions[at + to] as number);
    }
  }
  const { open } = room;
  open.clear();
  const last = (length - 1) * labels;
  let top = -Infinity;
  for (let label = 0; label < labels; label++) top = Math.max(top, best[last + label] as number);
  const floor = top - WORTHWHILE;
  for (let label = 0; label < labels; label++) {
    const score = best[last + label] as number;
    if (score >= floor) open.add(score, length - 1, label, 0, -1);
  }
  const found: Labelling[] = [];
  while (found.length < count) {
    const node = open.take();
    if (node < 0) break;
    const token = open.token[node] as number;
    const label = open.label[node] as number;
    if (token === 0) {
      const path = new Uint8Array(length);
      for (let step = node; step >= 0; step = open.parent[step] as number)
        path[open.token[step] as number] = open.label[step] as number;
      found.push({ labels: path, score: open.score[node] as number });
      continue;
    }
    const after = (open.after[node] as number) + (emissions[token * labels + label] as number);
    const cell = (edgeOf[token] as number) * square + label;
    for (let from = 0; from < labels; from++) {
      const suffix = after + (transitions[cell + from * labels] as number);
      const score = (best[(token - 1) * labels + from] as number) + suffix;
      if (score >= floor) open.add(score, token - 1, from, suffix, node);
    }
  }
  return found;
}

/**
 * Partial labellings, from the right, best first; of equals the one added first. A binary heap over growing arrays. The best
 * of those added since the last was taken waits beside the heap: mostly it is the next to be taken.
 */
class OpenPaths {
  score: Float64Array = new Float64Array(256);
  after: Float64Array = new Float64Array(256);
  token: Int32Array = new Int32Array(256);
  label: Uint8Array = new Uint8Array(256);
  parent: Int32Array = new Int32Array(256);
  private heap = new Int32Array(256);
  private size = 0;
  private made = 0;
  private newest = -1;

  clear(): void {
    this.size = 0;
    this.made = 0;
    this.newest = -1;
  }

  add(score: number, token: number, label: number, after: number, parent: number): void {
    if (this.made === this.score.length) this.grow();
    const node = this.made++;
    this.score[node] = score;
    this.after[node] = after;
    this.token[node] = token;
    this.label[node] = label;
    this.parent[node] = parent;
    const { newest } = this;
    if (newest < 0) this.newest = node;
    else if (score > (this.score[newest] as number)) {
      this.newest = node;
      this.push(newest);
    } else this.push(node);
  }

  /** The best that is open, or -1. */
  take(): number {
    const { newest } = this;
    this.newest = -1;
    if (this.size === 0) return newest;
    if (newest < 0) return this.pop();
    if (this.isBefore(newest, this.heap[0] as number)) return newest;
    const top = this.pop();
    this.push(newest);
    return top;
  }

  private push(node: number): void {
    const { heap, score } = this;
    const own = score[node] as number;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] as number;
      const difference = own - (score[other] as number);
      if (difference < 0 || (difference === 0 && node > other)) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = node;
  }

  private pop(): number {
    const { heap } = this;
    const top = heap[0] as number;
    const node = heap[--this.size] as number;
    let at = 0;
    for (let below = 1; below < this.size; below = 2 * at + 1) {
      if (below + 1 < this.size && this.isBefore(heap[below + 1] as number, heap[below] as number)) below++;
      if (!this.isBefore(heap[below] as number, node)) break;
      heap[at] = heap[below] as number;
      at = below;
    }
    heap[at] = node;
    return top;
  }

  private isBefore(a: number, b: number): boolean {
    const difference = (this.score[a] as number) - (this.score[b] as number);
    return difference > 0 || (difference === 0 && a < b);
  }

  private grow(): void {
    const room = this.made * 2;
    const wider = <T extends Float64Array | Int32Array | Uint8Array>(array: T, wide: T): T => {
      wide.set(array);
      return wide;
    };
    this.score = wider(this.score, new Float64Array(room));
    this.after = wider(this.after, new Float64Array(room));
    this.token = wider(this.token, new Int32Array(room));
    this.label = wider(this.label, new Uint8Array(room));
    this.parent = wider(this.parent, new Int32Array(room));
    this.heap = wider(this.heap, new Int32Array(room));
  }
}
