import type { Range, Span } from "../span.ts";
import { spanOf } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { RELATIONS } from "../text/relations.ts";
import { TAGS } from "../text/tags.ts";

/** An analysis with the words and labels that rules read, token by token. Asking beyond either end gives "". */
export interface Words {
  readonly analysis: Analysis;
  readonly count: number;
  /** Lower case, typographic apostrophes made straight. */
  readonly lower: readonly string[];
  /** Penn Treebank tag. */
  readonly tag: readonly string[];
  readonly relation: readonly string[];
  readonly head: Int32Array;
}

export function wordsOf(analysis: Analysis): Words {
  const { text, tokens } = analysis;
  const lower: string[] = [];
  const tag: string[] = [];
  const relation: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
    lower.push(word.includes("’") ? word.replaceAll("’", "'") : word);
    tag.push(TAGS[tokens.tag[i] ?? 0] ?? "NN");
    relation.push(RELATIONS[tokens.relation[i] ?? 0] ?? "dep");
  }
  return { analysis, count: tokens.count, lower, tag, relation, head: tokens.head };
}

/** Tokens from `start` up to `end`, without `end`. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** The verbatim span of a half-open token range. */
export function spanOfTokens(words: Words, start: number, end: number): Span {
  const { text, tokens } = words.analysis;
  const from = tokens.start[start] ?? 0;
  return spanOf(text, from, Math.max(from, tokens.end[end - 1] ?? from));
}

/** Half-open token range of the tokens that lie within the characters of `range`. */
export function tokensWithin(words: Words, range: Range): TokenRange {
  const start = firstStartingAt(words, range.start);
  let end = start;
  while (end < words.count && (words.analysis.tokens.end[end] ?? 0) <= range.end) end += 1;
  return { start, end };
}

/** First token that starts at `offset` or later. */
export function firstStartingAt(words: Words, offset: number): number {
  const starts = words.analysis.tokens.start;
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First token of the sentence that holds `token`. */
export function sentenceStart(words: Words, token: number): number {
  return words.analysis.sentences.start[words.analysis.tokens.sentence[token] ?? 0] ?? 0;
}

/** One past the last token of the sentence that holds `token`. */
export function sentenceEnd(words: Words, token: number): number {
  return words.analysis.sentences.end[words.analysis.tokens.sentence[token] ?? 0] ?? words.count;
}

export function isVerb(words: Words, token: number): boolean {
  return (words.tag[token] ?? "").startsWith("VB");
}

export function isNoun(words: Words, token: number): boolean {
  return (words.tag[token] ?? "").startsWith("NN");
}

/** True for a token that is punctuation, quotation marks included. */
export function isPunctuation(words: Words, token: number): boolean {
  const tag = words.tag[token] ?? ".";
  return tag === "," || tag === "." || tag === ":" || tag === "''" || tag === "``" || tag.startsWith("-");
}

export function isQuotationMark(words: Words, token: number): boolean {
  const tag = words.tag[token];
  return tag === "''" || tag === "``";
}
