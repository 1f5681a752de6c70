/** The attribution scorer of `../shared/tools`, typed as far as the suites use it, and what is counted on top of it. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const shared: string = fileURLToPath(new URL("../../shared/", import.meta.url));

export type Pair = readonly [start: number, end: number];

/** An attribution in the form the scorers take. */
export interface Scored {
  readonly sources: readonly Pair[];
  readonly cues: readonly Pair[];
  readonly contents: readonly Pair[];
}

/** A line of `train.jsonl` or `dev.jsonl`. */
export interface MarkedArticle {
  readonly id: string;
  readonly publisher: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly attributions: readonly Scored[];
  readonly alternates?: readonly { readonly attributions: readonly Scored[] }[];
}

export interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

interface Exact {
  readonly exact: Rates;
  readonly exactTrimmed: Rates;
}

export interface Block {
  readonly nGold: number;
  readonly nPred: number;
  readonly attribution: Rates;
  readonly citron: { readonly cue: Exact; readonly source: Exact; readonly content: Exact };
}

export interface Scores {
  readonly all: Block;
  readonly byType: Readonly<Record<"direct" | "mixed" | "indirect", Block>>;
}

/** What `score-attribution.mjs` exports. */
interface Scorer {
  tokenize(text: string): readonly (readonly [start: number, end: number, isPunctuation: boolean, word: string])[];
  quoteMask(text: string): Uint8Array;
  typeOf(text: string, mask: Uint8Array, contents: readonly Pair[]): "direct" | "mixed" | "indirect" | "none";
  blank(): unknown;
  scoreArticle(counts: unknown, article: MarkedArticle, gold: readonly Scored[], predicted: readonly Scored[]): void;
  finish(counts: unknown): Scores;
}

/** Loads the scorer; null where `../shared` is absent. */
export async function loadScorer(): Promise<Scorer | null> {
  const file = `${shared}tools/score-attribution.mjs`;
  return existsSync(file) ? ((await import(file)) as Scorer) : null; // the module's exports, as listed above
}

export function markedArticles(part: "train" | "dev"): readonly MarkedArticle[] {
  return readFileSync(`${shared}corpora/polnear/${part}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as MarkedArticle); // the corpus's own form
}

/** One prediction or one gold attribution, with its words. */
export interface Item<T extends Scored> {
  readonly marked: T;
  readonly words: ReadonlySet<number>;
  readonly sourceWords: ReadonlySet<number>;
}

/**
 * Pairs predictions with gold one to one as the scorer's `attribution` block does (content F1 at least 0.8, best first, sources that
 * share a word or absent from both). The scorer gives sums; this says which.
 */
export function matches<T extends Scored>(
  scorer: Scorer,
  article: MarkedArticle,
  gold: readonly Scored[],
  predicted: readonly T[],
): Map<T, Scored> {
  const tokens = scorer.tokenize(article.text);
  const item = <S extends Scored>(marked: S): Item<S> => ({
    marked,
    words: trimmedTokens(tokens, marked.contents),
    sourceWords: trimmedTokens(tokens, marked.sources),
  });
  const golds = gold.map(item);
  const predictions = predicted.map(item);
  const pairs: { f1: number; prediction: Item<T>; gold: Item<Scored>; order: number }[] = [];
  for (const [order, prediction] of predictions.entries())
    for (const one of golds) {
      const f1 = overlapF1(prediction.words, one.words);
      const sourcesMeet =
        [...prediction.sourceWords].some((word) => one.sourceWords.has(word)) ||
        (!prediction.sourceWords.size && !one.sourceWords.size);
      if (f1 >= 0.8 && sourcesMeet) pairs.push({ f1, prediction, gold: one, order });
    }
  const found = new Map<T, Scored>();
  const taken = new Set<Scored>();
  for (const { prediction, gold: one } of pairs.sort((a, b) => b.f1 - a.f1 || a.order - b.order)) {
    if (found.has(prediction.marked) || taken.has(one.marked)) continue;
    found.set(prediction.marked, one.marked);
    taken.add(one.marked);
  }
  return found;
}

export function overlapF1(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const x of a) if (b.has(x)) shared++;
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : 0;
}

// As the scorer trims: punctuation goes at both ends of each run, runs with only punctuation between them are one.
function trimmedTokens(tokens: ReturnType<Scorer["tokenize"]>, pairs: readonly Pair[]): Set<number> {
  const set = new Set<number>();
  let previous = -1;
  for (const [from, to] of [...pairs].sort((a, b) => a[0] - b[0])) {
    const inside: number[] = [];
    for (let i = firstFrom(tokens, from); i < tokens.length && (tokens[i]?.[0] ?? 0) < to; i++) inside.push(i);
    while (inside.length && tokens[inside[0] ?? 0]?.[2]) inside.shift();
    while (inside.length && tokens[inside.at(-1) ?? 0]?.[2]) inside.pop();
    const first = inside[0];
    if (first === undefined) continue;
    if (previous >= 0 && tokens.slice(previous + 1, first).every((token) => token[2]))
      for (let i = previous + 1; i < first; i++) set.add(i);
    for (const i of inside) set.add(i);
    previous = inside.at(-1) ?? previous;
  }
  return set;
}

function firstFrom(tokens: ReturnType<Scorer["tokenize"]>, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

export type { Scorer };
