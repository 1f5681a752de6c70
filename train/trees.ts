import type { Trees } from "../src/core/learning/trees.ts";
import type { Random } from "./random.ts";

export interface TreeTraining {
  readonly rounds: number;
  /** Leaves a tree has at most. */
  readonly leaves: number;
  readonly rate: number;
  /** Rows a leaf must hold. */
  readonly smallest: number;
  /** Added to the second derivatives (ridge). */
  readonly ridge: number;
  /** Shares of rows and features that each tree sees. */
  readonly rows: number;
  readonly features: number;
}

/** Bins a feature is cut into. */
const BINS = 64;

/**
 * Gradient boosting on the logistic loss with histograms (Friedman 2001; Ke and others 2017): leaves are split best first.
 * `table` holds `width` features a row, `answers` 0 or 1, `weights` what each row counts.
 */
export function trainTrees(
  table: Float32Array,
  width: number,
  answers: Uint8Array,
  training: TreeTraining,
  random: Random,
): Trees {
  const count = answers.length;
  const { edges, binned } = bin(table, width, count);
  const roots: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const child: number[] = [];
  const positive = answers.reduce((sum, answer) => sum + answer, 0);
  const bias = Math.log((positive + 1) / (count - positive + 1));
  const scores = new Float64Array(count).fill(bias);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  const rowLimit = Math.floor(training.rows * 0x100000000);
  for (let round = 0; round < training.rounds; round++) {
    for (let row = 0; row < count; row++) {
      const probability = 1 / (1 + Math.exp(-(scores[row] as number)));
      first[row] = probability - (answers[row] as number);
      second[row] = Math.max(1e-6, probability * (1 - probability));
    }
    const sample: number[] = [];
    for (let row = 0; row < count; row++) if (random.next() < rowLimit) sample.push(row);
    const used: number[] = [];
    for (let f = 0; f < width; f++) if ((edges[f]?.length ?? 0) > 0) used.push(f);
    random.shuffle(used);
    used.length = Math.max(1, Math.round(used.length * training.features));
    used.sort((a, b) => a - b);
    const root = grow(Int32Array.from(sample), used);
    roots.push(root);
    for (let row = 0; row < count; row++) {
      let node = root;
      while ((feature[node] as number) >= 0) {
        const asked = feature[node] as number;
        node = (child[node] as number) + ((table[row * width + asked] as number) <= (value[node] as number) ? 0 : 1);
      }
      scores[row] = (scores[row] as number) + (value[node] as number);
    }
  }
  return {
    roots: Int32Array.from(roots),
    feature: Int32Array.from(feature),
    value: Float32Array.from(value),
    child: Int32Array.from(child),
    bias,
  };

  function grow(rows: Int32Array, used: readonly number[]): number {
    const root = leafNode(rows);
    const open: Leaf[] = [leafOf(root, rows, histogramOf(rows, used), used)];
    for (let leaves = 1; leaves < training.leaves; leaves++) {
      let best = -1;
      for (let i = 0; i < open.length; i++)
        if ((open[i]?.gain ?? 0) > (best < 0 ? 1e-7 : (open[best] as Leaf).gain)) best = i;
      if (best < 0) break;
      const leaf = open.splice(best, 1)[0] as Leaf;
      const column = leaf.feature * count;
      let yesCount = 0;
      for (const row of leaf.rows) if ((binned[column + row] as number) <= leaf.bin) yesCount++;
      const yesRows = new Int32Array(yesCount);
      const noRows = new Int32Array(leaf.rows.length - yesCount);
      let yes = 0;
      let no = 0;
      for (const row of leaf.rows)
        if ((binned[column + row] as number) <= leaf.bin) yesRows[yes++] = row;
        else noRows[no++] = row;
      feature[leaf.node] = leaf.feature;
      value[leaf.node] = Math.fround(edges[leaf.feature]?.[leaf.bin] ?? 0);
      const yesNode = leafNode(yesRows);
      const noNode = leafNode(noRows);
      child[leaf.node] = yesNode;
      // the smaller side is counted, the larger one is what remains
      const smaller = histogramOf(yesCount <= noRows.length ? yesRows : noRows, used);
      const larger = leaf.histogram;
      for (let i = 0; i < larger.length; i++) larger[i] = (larger[i] as number) - (smaller[i] as number);
      const yesIsSmaller = yesCount <= noRows.length;
      open.push(
        leafOf(yesNode, yesRows, yesIsSmaller ? smaller : larger, used),
        leafOf(noNode, noRows, yesIsSmaller ? larger : smaller, used),
      );
    }
    return root;
  }

  function leafNode(rows: Int32Array): number {
    let g = 0;
    let h = 0;
    for (const row of rows) {
      g += first[row] as number;
      h += second[row] as number;
    }
    feature.push(-1);
    value.push(Math.fround((-training.rate * g) / (h + training.ridge)));
    child.push(-1);
    return feature.length - 1;
  }

  /** For each used feature and bin: sums of first and second derivatives, and how many rows. */
  function histogramOf(rows: Int32Array, used: readonly number[]): Float64Array {
    const histogram = new Float64Array(used.length * BINS * 3);
    for (const [place, f] of used.entries()) {
      const column = f * count;
      const base = place * BINS * 3;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const cell = base + (binned[column + row] as number) * 3;
        histogram[cell] = (histogram[cell] as number) + (first[row] as number);
        histogram[cell + 1] = (histogram[cell + 1] as number) + (second[row] as number);
        histogram[cell + 2] = (histogram[cell + 2] as number) + 1;
      }
    }
    return histogram;
  }

  function leafOf(node: number, rows: Int32Array, histogram: Float64Array, used: readonly number[]): Leaf {
    let g = 0;
    let h = 0;
    for (const row of rows) {
      g += first[row] as number;
      h += second[row] as number;
    }
    const leaf: Leaf = { node, rows, histogram, gain: 0, feature: -1, bin: 0 };
    if (rows.length < 2 * training.smallest) return leaf;
    const whole = (g * g) / (h + training.ridge);
    for (const [place, f] of used.entries()) {
      let leftG = 0;
      let leftH = 0;
      let leftN = 0;
      const last = edges[f]?.length ?? 0;
      for (let bin = 0; bin < last; bin++) {
        const cell = (place * BINS + bin) * 3;
        leftG += histogram[cell] as number;
        leftH += histogram[cell + 1] as number;
        leftN += histogram[cell + 2] as number;
        if (leftN < training.smallest) continue;
        if (rows.length - leftN < training.smallest) break;
        const gain =
          (leftG * leftG) / (leftH + training.ridge) +
          ((g - leftG) * (g - leftG)) / (h - leftH + training.ridge) -
          whole;
        if (gain > leaf.gain) {
          leaf.gain = gain;
          leaf.feature = f;
          leaf.bin = bin;
        }
      }
    }
    return leaf;
  }
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  /** Of its rows; handed on to a child when it is split. */
  readonly histogram: Float64Array;
  gain: number;
  feature: number;
  bin: number;
}

/** Cuts each feature at quantiles of its distinct values; `binned` is [feature][row]. */
function bin(table: Float32Array, width: number, count: number): { edges: Float32Array[]; binned: Uint8Array } {
  const binned = new Uint8Array(width * count);
  const edges: Float32Array[] = [];
  const column = new Float32Array(count);
  for (let f = 0; f < width; f++) {
    for (let row = 0; row < count; row++) column[row] = table[row * width + f] as number;
    const sorted = column.slice().sort();
    const cuts: number[] = [];
    const step = Math.max(1, count / BINS);
    for (let at = step; at < count && cuts.length < BINS - 1; at += step) {
      const cut = sorted[Math.floor(at) - 1] as number;
      if (cut < (sorted[count - 1] as number) && (cuts.length === 0 || cut > (cuts.at(-1) as number))) cuts.push(cut);
    }
    // rare values of a flag fall between quantiles
    if (!cuts.length && count && (sorted[0] as number) < (sorted[count - 1] as number)) cuts.push(sorted[0] as number);
    const list = Float32Array.from(cuts);
    edges.push(list);
    for (let row = 0; row < count; row++) {
      const x = column[row] as number;
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (x <= (list[middle] as number)) high = middle;
        else low = middle + 1;
      }
      binned[f * count + row] = low;
    }
  }
  return { edges, binned };
}
