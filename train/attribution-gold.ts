import { type Facts, factReader, type WordData } from "../src/core/attribution/facts.ts";
import { CONTENT, CUE, SOURCE } from "../src/core/attribution/labels.ts";
import { inSegments } from "../src/core/attribution/segments.ts";
import type { Range } from "../src/core/span.ts";
import type { Analysis } from "../src/core/text/analysis.ts";
import type { CorpusArticle } from "./corpus.ts";

/** An attribution in token ranges. */
export interface Gold {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** An article with all that training asks of it. */
export interface Example {
  readonly id: string;
  /** Its article's place in the corpus: what decides the fold. */
  readonly place: number;
  /** A copy without its paragraphs. */
  readonly isFlattened: boolean;
  readonly analysis: Analysis;
  readonly facts: Facts;
  readonly gold: readonly Gold[];
}

/** Pairs each article with its analysis and turns its attributions into token ranges. */
export function examplesOf(
  articles: readonly CorpusArticle[],
  analyses: ReadonlyMap<string, Analysis>,
  words: WordData,
): Example[] {
  const read = factReader(words);
  return articles.flatMap((article, place) => {
    const analysis = analyses.get(article.id);
    if (!analysis) return [];
    const gold = article.attributions
      .map((marked) => ({
        source: runsOf(analysis, marked.source),
        cue: runsOf(analysis, marked.cue),
        content: runsOf(analysis, marked.content),
      }))
      .filter((one) => one.cue.length && one.content.length);
    return [{ id: article.id, place, isFlattened: false, analysis: inSegments(analysis), facts: read(analysis), gold }];
  });
}

/**
 * The same article as a site writes it that sets no paragraphs: all in one after the first, read in segments. It teaches the model
 * not to lean on where newspapers break their lines.
 */
export function flattened(example: Example): Example {
  const { analysis } = example;
  const { paragraphs, tokens } = analysis;
  if (paragraphs.count < 3) return { ...example, isFlattened: true };
  const cut = paragraphs.end[0] as number;
  return {
    ...example,
    isFlattened: true,
    analysis: inSegments({
      ...analysis,
      paragraphs: { count: 2, start: Int32Array.of(0, cut), end: Int32Array.of(cut, tokens.count) },
      tokens: { ...tokens, paragraph: new Int32Array(tokens.count).fill(1, cut) },
    }),
  };
}

/** A label for every token of an article. What belongs to two attributions at once (a shared source) is marked once. */
export function labelsOf(count: number, gold: readonly Gold[]): Uint8Array {
  const labels = new Uint8Array(count);
  const lay = (runs: readonly Range[], label: number): void => {
    for (const run of runs) {
      labels[run.start] = label;
      for (let i = run.start + 1; i < run.end; i++) labels[i] = label + 1;
    }
  };
  for (const one of gold) lay(one.content, CONTENT);
  for (const one of gold) lay(one.source, SOURCE);
  for (const one of gold) lay(one.cue, CUE);
  return labels;
}

function runsOf(analysis: Analysis, spans: readonly Range[]): Range[] {
  const { start, end, count } = analysis.tokens;
  const runs: Range[] = [];
  for (const { start: from, end: to } of spans) {
    let first = firstAfter(end, count, from);
    let last = first;
    while (last < count && (start[last] as number) < to) last++;
    if (last > first) runs.push({ start: first, end: last });
    first = last;
  }
  return runs.sort((a, b) => a.start - b.start);
}

// The first token that ends after an offset.
function firstAfter(end: Int32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Whether a proposal is right, as `score-attribution.mjs` counts end to end: content F1 over words at least 0.8, and a source
 * that overlaps, or none where gold has none.
 */
export function isRight(
  facts: Facts,
  proposal: { readonly source: Range | null; readonly content: readonly Range[] },
  gold: Gold,
): boolean {
  const { source } = proposal;
  if (
    gold.source.length ? !gold.source.some((run) => source && run.start < source.end && source.start < run.end) : source
  )
    return false;
  const words = (runs: readonly Range[]): number =>
    runs.reduce((sum, run) => sum + wordsIn(facts, run.start, run.end), 0);
  let shared = 0;
  for (const a of proposal.content)
    for (const b of gold.content) shared += wordsIn(facts, Math.max(a.start, b.start), Math.min(a.end, b.end));
  return 2 * shared >= 0.8 * (words(proposal.content) + words(gold.content)) && shared > 0;
}

/** Whether a proposal is right to the word in source, cue and content; marks at the ends of runs do not count. */
export function isExact(
  facts: Facts,
  proposal: { readonly source: Range | null; readonly cue: Range; readonly content: readonly Range[] },
  gold: Gold,
): boolean {
  const isSame = (a: readonly Range[], b: readonly Range[]): boolean => {
    let i = 0;
    let j = 0;
    const left = [...wordsOf(facts, a)];
    const right = [...wordsOf(facts, b)];
    while (i < left.length && j < right.length && left[i] === right[j]) {
      i++;
      j++;
    }
    return i === left.length && j === right.length;
  };
  return (
    isSame([proposal.cue], gold.cue) &&
    isSame(proposal.source ? [proposal.source] : [], gold.source) &&
    isSame(proposal.content, gold.content)
  );
}

function* wordsOf(facts: Facts, runs: readonly Range[]): Iterable<number> {
  for (const run of runs) for (let i = run.start; i < run.end; i++) if (!facts.mark[i]) yield i;
}

function wordsIn(facts: Facts, start: number, end: number): number {
  let words = 0;
  for (let i = start; i < end; i++) if (!facts.mark[i]) words++;
  return words;
}
