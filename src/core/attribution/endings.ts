import { feature } from "../learning/feature-hash.ts";
import type { Range } from "../span.ts";
import type { Facts } from "./facts.ts";
import type { CuePriors, Proposal } from "./proposal.ts";

/** For each token of a candidate's stretch, three shares of contents that ended before it; -1 where nothing is known. */
export interface Edges {
  readonly shares: Float32Array;
}

/** Asks the priors about every token of a candidate's stretch. */
export function edgesOf(facts: Facts, priors: CuePriors, { centre, start, end }: Range & { centre: number }): Edges {
  const shares = new Float32Array((end - start) * 3).fill(-1);
  for (let i = start + 1; i < end; i++) {
    if (!mayEnd(facts, i)) continue;
    const keys = edgeKeys(facts, centre, i);
    for (let k = 0; k < 3; k++) shares[(i - start) * 3 + k] = priors.shareOf(keys[k] as number) ?? -1;
  }
  return { shares };
}

/** A content may end before a token that follows no mark, unless a quotation goes on there. */
export function mayEnd(facts: Facts, token: number): boolean {
  return (
    facts.sentence[token] === facts.sentence[token - 1] &&
    !facts.mark[token - 1] &&
    !(facts.quoted[token] === 1 && facts.quoted[token - 1] === 1)
  );
}

/** Hashes under which the priors count ends of contents before a token: by its word, its place in the tree, and the cue. */
export function edgeKeys(facts: Facts, centre: number, token: number): readonly [number, number, number] {
  const mark = facts.mark[token] as number;
  const next = mark && token + 1 < facts.count ? token + 1 : token;
  const { hangs, relation } = endingAt(facts, centre, token);
  const word = facts.lemma[next] as number;
  return [
    feature(220, word, mark),
    feature(221, word, mark * 64 + relation, hangs),
    feature(222, facts.lemma[centre] as number, mark * 64 + relation, hangs),
  ];
}

/** What the phrase that begins at a token hangs on: 0 nothing, 1 the cue, 2 a word between the cue and it, 3 another word before. */
function endingAt(facts: Facts, centre: number, token: number): { readonly hangs: number; readonly relation: number } {
  const { head, relation, mark } = facts;
  let top = mark[token] && token + 1 < facts.count ? token + 1 : token;
  for (let steps = 0; steps < 40 && (head[top] as number) >= token; steps++) top = head[top] as number;
  const above = head[top] as number;
  const hangs = above < 0 ? 0 : above === centre ? 1 : centre < above && above < token ? 2 : 3;
  return { hangs, relation: relation[top] as number };
}

/** Puts the features about where a content ends: on what hangs that which follows, and that which it ends with. */
export function putEnding(
  put: (value: number | boolean) => void,
  facts: Facts,
  { candidate, content }: Proposal,
  edges: Edges,
): void {
  const { sentence, head, mark, relation, low } = facts;
  const { centre } = candidate;
  const last = content.at(-1) as Range;
  const until = last.end < facts.count && sentence[last.end] === sentence[last.end - 1] ? last.end : -1;
  const ending = until >= 0 ? endingAt(facts, centre, until) : undefined;
  put(ending ? ending.hangs : -1);
  put(ending ? ending.relation : -1);
  const from3 = (until - candidate.start) * 3;
  const isKnown = until >= 0 && until < candidate.end;
  put(isKnown ? (edges.shares[from3] as number) : -1);
  put(isKnown ? (edges.shares[from3 + 1] as number) : -1);
  put(isKnown ? (edges.shares[from3 + 2] as number) : -1);
  let most = 0;
  let doubt = 0;
  for (let i = Math.max(last.start + 2, candidate.start); i < Math.min(last.end - 1, candidate.end); i++) {
    const share = edges.shares[(i - candidate.start) * 3 + 1] as number;
    if (share <= 0) continue;
    if (share > most) most = share;
    doubt += share;
  }
  put(most);
  put(doubt);
  let tops = 0;
  let lastTop = -1;
  let firstTop = -1;
  for (const run of content)
    for (let i = run.start; i < run.end; i++) {
      const above = head[i] as number;
      if (mark[i] || content.some((other) => above >= other.start && above < other.end)) continue;
      tops++;
      lastTop = i;
      if (firstTop < 0) firstTop = i;
    }
  put(tops);
  put(lastTop < 0 ? -1 : (relation[lastTop] as number));
  put(lastTop < 0 ? -1 : last.end - Math.max(last.start, low[lastTop] as number));
  put(lastTop < 0 ? -1 : head[lastTop] === centre);
  put(firstTop < 0 ? -1 : head[firstTop] === centre);
  put(firstTop < 0 ? -1 : (relation[firstTop] as number));
}

/** Under which the priors count first words of contents: with the cue, with the word before, alone. */
export function beginKey(facts: Facts, centre: number, token: number): number {
  return feature(224, facts.lemma[centre] as number, facts.lemma[token] as number, token > centre ? 1 : 0);
}

export function afterKey(facts: Facts, centre: number, token: number): number {
  return feature(
    225,
    token > 0 ? (facts.lemma[token - 1] as number) : 0,
    facts.tag[token] as number,
    token - 1 === centre ? 1 : 0,
  );
}

export function firstKey(facts: Facts, token: number): number {
  return feature(226, facts.lemma[token] as number, facts.tag[token] as number);
}
