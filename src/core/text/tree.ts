import type { Tokens } from "./analysis.ts";

/** The tree over a text, turned round: who depends on whom. Made once where a stage walks downwards. */
export interface Tree {
  /** First dependent of each token, -1 for none; follow `next` from there, left to right. */
  readonly firstChild: Int32Array;
  /** Next dependent of the same head, -1 after the last. */
  readonly next: Int32Array;
  /** Leftmost and (half-open) rightmost token among a token and everything below it. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Turns heads into lists of children and the ranges that subtrees cover. Linear in the number of tokens. */
export function treeOf(tokens: Tokens): Tree {
  const { count, head } = tokens;
  const firstChild = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  const children = new Int32Array(count); // those whose range is not yet counted
  for (let token = count - 1; token >= 0; token -= 1) {
    left[token] = token;
    right[token] = token + 1;
    const above = head[token] as number;
    if (above < 0) continue;
    next[token] = firstChild[above] as number;
    firstChild[above] = token;
    children[above] = (children[above] as number) + 1;
  }
  // from the leaves up: each token hands its range to its head once all below it have
  for (let leaf = 0; leaf < count; leaf += 1) {
    let token = leaf;
    while (token >= 0 && children[token] === 0) {
      children[token] = -1;
      const above = head[token] as number;
      if (above < 0) break;
      left[above] = Math.min(left[above] as number, left[token] as number);
      right[above] = Math.max(right[above] as number, right[token] as number);
      children[above] = (children[above] as number) - 1;
      if (above > leaf) break; // its turn comes
      token = above;
    }
  }
  return { firstChild, next, left, right };
}
