/**
 * Isotonic regression (pool adjacent violators): pairs of score and probability, rising, to draw straight lines between.
 * Blocks hold at least `smallest` items, so that no point stands on a handful.
 */
export function isotonic(
  judged: readonly { readonly score: number; readonly right: boolean }[],
  smallest: number = 120,
): Float32Array {
  const sorted = [...judged].sort((a, b) => a.score - b.score);
  const blocks: { scores: number; right: number; count: number }[] = [];
  let open = { scores: 0, right: 0, count: 0 };
  for (const [i, { score, right }] of sorted.entries()) {
    open.scores += score;
    open.right += Number(right);
    open.count++;
    if (open.count < smallest && i < sorted.length - 1) continue;
    blocks.push(open);
    open = { scores: 0, right: 0, count: 0 };
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before && before.right / before.count >= last.right / last.count;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      before.scores += last.scores;
      before.right += last.right;
      before.count += last.count;
      blocks.pop();
    }
  }
  // never quite certain, either way
  return Float32Array.from(blocks.flatMap(({ scores, right, count }) => [scores / count, (right + 0.5) / (count + 1)]));
}
