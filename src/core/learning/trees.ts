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
  /** `sortedQuestions` of these trees, for models that many rows are put to. */
  readonly sorted?: SortedQuestions | undefined;
}

/**
 * Trees turned round for speed: their questions sorted by feature and threshold, so that a row answers them in a few
 * straight runs (QuickScorer, Lucchese and others 2015). Each tree has a word with a bit for each of its leaves, from left
 * to right; a question answered no strikes out the leaves on its yes side, and the leftmost that is left is the leaf
 * that walking would reach.
 */
export interface SortedQuestions {
  /** Where the questions about each feature begin; one more than there are features. */
  readonly starts: Int32Array;
  /** Rising for each feature. */
  readonly threshold: Float32Array;
  /** The tree that each question belongs to, and the leaves that a no leaves of it. */
  readonly tree: Int32Array;
  readonly kept: Int32Array;
  /** `WORD` values a tree. */
  readonly leaves: Float32Array;
  /** Room to work in: the leaves left of each tree by what rows share, and by one row. */
  readonly shared: Int32Array;
  readonly own: Int32Array;
}

/** Most leaves of a tree that can be sorted: the bits of a word. */
const WORD = 32;

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

/**
 * Log odds of `count` rows of `width` features each, from row `first` on, into the same places of `odds`: those of
 * `logOdds`, to the last bit. Rows that are read together are often alike: what is the same in all is asked once.
 */
export function logOddsOfRows(
  trees: Trees,
  rows: Float32Array,
  width: number,
  first: number,
  count: number,
  odds: Float64Array,
): void {
  const { sorted, bias } = trees;
  if (!sorted) {
    for (let row = first; row < first + count; row++) odds[row] = logOdds(trees, rows, row * width);
    return;
  }
  const { starts, shared, own, leaves } = sorted;
  const features = starts.length - 1;
  const begin = first * width;
  const end = begin + count * width;
  const differing: number[] = [];
  shared.fill(-1);
  for (let feature = 0; feature < features; feature++) {
    if (starts[feature] === starts[feature + 1]) continue;
    const value = rows[begin + feature] as number;
    let isShared = true;
    for (let at = begin + width; at < end && isShared; at += width) isShared = rows[at + feature] === value;
    if (isShared) strike(sorted, feature, value, shared);
    else differing.push(feature);
  }
  for (let row = first; row < first + count; row++) {
    own.set(shared);
    for (const feature of differing) strike(sorted, feature, rows[row * width + feature] as number, own);
    let sum = bias;
    for (let tree = 0; tree < own.length; tree++) {
      const left = own[tree] as number;
      sum += leaves[tree * WORD + 31 - Math.clz32(left & -left)] as number;
    }
    odds[row] = sum;
  }
}

/** Strikes out the leaves that a row's value of a feature rules out, in all trees. */
function strike(sorted: SortedQuestions, feature: number, value: number, left: Int32Array): void {
  const { starts, threshold, tree, kept } = sorted;
  const end = starts[feature + 1] as number;
  // not `value > threshold`: what is no number answers no to everything, as in `logOdds`
  for (let at = starts[feature] as number; at < end && !(value <= (threshold[at] as number)); at++) {
    const own = tree[at] as number;
    left[own] = (left[own] as number) & (kept[at] as number);
  }
}

/** Sorts the questions of trees; undefined when one has more leaves than a word has bits. */
export function sortedQuestions({ roots, feature, value, child }: Trees): SortedQuestions | undefined {
  const leaves = new Float32Array(roots.length * WORD);
  const questions: { asked: number; threshold: number; tree: number; kept: number }[] = [];
  for (const [tree, root] of roots.entries()) {
    let count = 0;
    const walk = (node: number): void => {
      const asked = feature[node] as number;
      if (asked < 0) {
        if (count < WORD) leaves[tree * WORD + count] = value[node] as number;
        count++;
        return;
      }
      const before = bitsBelow(count);
      walk(child[node] as number);
      questions.push({ asked, threshold: value[node] as number, tree, kept: ~(bitsBelow(count) ^ before) });
      walk((child[node] as number) + 1);
    };
    walk(root);
    if (count > WORD) return undefined;
  }
  questions.sort((a, b) => a.asked - b.asked || a.threshold - b.threshold || a.tree - b.tree);
  const starts = new Int32Array(questions.reduce((most, { asked }) => Math.max(most, asked + 1), 0) + 1);
  for (const { asked } of questions) starts[asked + 1] = (starts[asked + 1] as number) + 1;
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  return {
    starts,
    threshold: Float32Array.from(questions, ({ threshold }) => threshold),
    tree: Int32Array.from(questions, ({ tree }) => tree),
    kept: Int32Array.from(questions, ({ kept }) => kept),
    leaves,
    shared: new Int32Array(roots.length),
    own: new Int32Array(roots.length),
  };
}

function bitsBelow(count: number): number {
  return count >= WORD ? -1 : (1 << count) - 1;
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
