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
  back: Int32Array = new Int32Array(0);

  fit(cells: number, paths: number = 1): void {
    if (this.emissions.length < cells) {
      this.emissions = new Float64Array(cells * 2);
      this.forward = new Float64Array(cells * 2);
      this.backward = new Float64Array(cells * 2);
      this.exponentials = new Float64Array(cells * 2);
    }
    if (this.best.length < cells * paths) {
      this.best = new Float64Array(cells * paths * 2);
      this.back = new Int32Array(cells * paths * 2);
    }
  }
}

/** Sums the weights of each token's features into `room.emissions`, [token][label]. `features` holds `stride` a token. */
export function emit(chain: Chain, features: Int32Array, length: number, stride: number, room: ChainRoom): void {
  const { labels, weights, scale } = chain;
  room.fit(length * labels);
  const { emissions } = room;
  const mask = weights.length / labels - 1;
  let at = 0;
  if (labels === 7) {
    for (let token = 0; token < length; token++) {
      let a = 0,
        b = 0,
        c = 0,
        d = 0,
        e = 0,
        f = 0,
        g = 0;
      for (let end = at + stride; at < end; at++) {
        const row = ((features[at] as number) & mask) * 7;
        a += weights[row] as number;
        b += weights[row + 1] as number;
        c += weights[row + 2] as number;
        d += weights[row + 3] as number;
        e += weights[row + 4] as number;
        f += weights[row + 5] as number;
        g += weights[row + 6] as number;
      }
      const out = token * 7;
      emissions[out] = a * scale;
      emissions[out + 1] = b * scale;
      emissions[out + 2] = c * scale;
      emissions[out + 3] = d * scale;
      emissions[out + 4] = e * scale;
      emissions[out + 5] = f * scale;
      emissions[out + 6] = g * scale;
    }
    return;
  }
  emissions.fill(0, 0, length * labels);
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
    for (let to = 0; to < labels; to++) top = Math.max(top, emissions[at + to] as number);
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

/** The `count` best labellings over `room.emissions`, best first (Viterbi with lists; ties go to the smaller label). */
export function bestLabellings(
  chain: Chain,
  edgeOf: Uint8Array,
  length: number,
  count: number,
  room: ChainRoom,
): readonly Labelling[] {
  const { labels, transitions } = chain;
  const square = (labels + 1) * labels;
  const width = labels * count;
  room.fit(length * labels, count);
  const { emissions, best, back } = room;
  for (let token = 0; token < length; token++) {
    const edge = (edgeOf[token] as number) * square;
    for (let to = 0; to < labels; to++) {
      const here = token * width + to * count;
      best.fill(-Infinity, here, here + count);
      const emission = emissions[token * labels + to] as number;
      if (token === 0) {
        best[here] = (transitions[edge + labels * labels + to] as number) + emission;
        back[here] = -1;
        continue;
      }
      for (let from = 0; from < labels; from++) {
        const step = (transitions[edge + from * labels + to] as number) + emission;
        const there = (token - 1) * width + from * count;
        for (let rank = 0; rank < count; rank++) {
          const score = (best[there + rank] as number) + step;
          if (!(score > (best[here + count - 1] as number))) break;
          let slot = here + count - 1;
          for (; slot > here && (best[slot - 1] as number) < score; slot--) {
            best[slot] = best[slot - 1] as number;
            back[slot] = back[slot - 1] as number;
          }
          best[slot] = score;
          back[slot] = from * count + rank;
        }
      }
    }
  }
  const last = (length - 1) * width;
  const ends = Array.from({ length: width }, (_, cell) => cell)
    .filter((cell) => (best[last + cell] as number) > -Infinity)
    .sort((a, b) => (best[last + b] as number) - (best[last + a] as number) || a - b)
    .slice(0, count);
  return ends.map((end) => {
    const path = new Uint8Array(length);
    let cell = end;
    for (let token = length - 1; token >= 0; token--) {
      path[token] = Math.floor(cell / count);
      cell = back[token * width + cell] as number;
    }
    return { labels: path, score: best[last + end] as number };
  });
}
