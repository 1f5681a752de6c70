import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { TAGS } from "../text/tags.ts";

/** The words of an analysis as the speaker stage asks for them: made once an article. */
export interface WordView {
  readonly analysis: Analysis;
  readonly count: number;
  /** Lower case, apostrophes made straight. */
  readonly lower: readonly string[];
  readonly capital: Uint8Array;
  /** No lower-case letter and at least two capitals: "NATO", "U.S." */
  readonly capitals: Uint8Array;
  /** First tags tell nothing before a model is there. */
  readonly tagged: boolean;
  /** One for sentences written Like a Headline, where a capital shows no name. */
  readonly headline: Uint8Array;
}

export function viewWords(analysis: Analysis): WordView {
  const { text, tokens, sentences, paragraphs } = analysis;
  const { count } = tokens;
  const lower: string[] = Array.from({ length: count }, () => "");
  const capital = new Uint8Array(count);
  const capitals = new Uint8Array(count);
  let tagged = false;
  for (let i = 0; i < count; i++) {
    const word = text.slice(tokens.start[i], tokens.end[i]);
    const small = word.toLowerCase();
    lower[i] = small.includes("’") ? small.replaceAll("’", "'") : small;
    if (tokens.tag[i] !== 0) tagged = true;
    if (word.charAt(0) !== small.charAt(0)) {
      capital[i] = 1;
      if (word.length > 1 && word.toUpperCase() === word && /\p{L}.*\p{L}/u.test(word)) capitals[i] = 1;
    }
  }
  const headline = new Uint8Array(sentences.count);
  for (let i = 0; i < sentences.count; i++) {
    const start = sentences.start[i] ?? 0;
    const end = sentences.end[i] ?? 0;
    const paragraph = tokens.paragraph[start] ?? 0;
    // a mark or two may be left over: "… to enter U.S.."
    const alone = start === paragraphs.start[paragraph] && (paragraphs.end[paragraph] ?? 0) - end <= 2;
    const early = paragraph < 6 || lower[end - 1] !== ".";
    headline[i] = alone && early && isHeadline(lower, capital, start, end) ? 1 : 0;
  }
  return { analysis, count, lower, capital, capitals, tagged, headline };
}

/** Penn tag of a token, "" where there is no model. */
export function tagOf(view: WordView, token: number): string {
  return view.tagged ? (TAGS[view.analysis.tokens.tag[token] ?? 0] ?? "") : "";
}

/** Text range of a token range. */
export function rangeOf(view: WordView, start: number, end: number): Range {
  const { tokens } = view.analysis;
  return { start: tokens.start[start] ?? 0, end: tokens.end[end - 1] ?? 0 };
}

/** First token that ends after `offset`; `count` when there is none. Binary search. */
export function tokenAt(view: WordView, offset: number): number {
  const { end } = view.analysis.tokens;
  let low = 0;
  let high = view.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Token range of a text range: the tokens that share a character with it. */
export function tokensOf(view: WordView, range: Range): { readonly start: number; readonly end: number } {
  const start = tokenAt(view, range.start);
  let end = start;
  while (end < view.count && (view.analysis.tokens.start[end] ?? 0) < range.end) end++;
  return { start, end };
}

/** Every longer word but prepositions begins with a capital, and there are enough of them to say so. */
function isHeadline(lower: readonly string[], capital: Uint8Array, start: number, end: number): boolean {
  let high = 0;
  for (let i = start; i < end; i++) {
    const word = lower[i] ?? "";
    if (word.length < 4 || word.charCodeAt(0) < 97) continue;
    if (capital[i] === 0 && !SMALL_IN_HEADLINES.has(word)) return false;
    if (capital[i] === 1) high++;
  }
  return high >= 3;
}

const SMALL_IN_HEADLINES: ReadonlySet<string> = new Set(
  "with from over into than that after before between about against during under upon when while without within amid this their its".split(
    " ",
  ),
);
