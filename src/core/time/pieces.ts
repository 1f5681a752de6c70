import type { Analysis } from "../text/analysis.ts";
import type { TimeData } from "./time.ts";

/**
 * The words of an analysis as time expressions need them: tokens cut at hyphens and slashes, so that "mid-November",
 * "two-year" and "27/10/2025" are read by the same rules as their parts.
 */
export interface Pieces {
  readonly count: number;
  /** Lower case, a full stop at the end dropped ("aug", "p.m"), curly apostrophes made straight. */
  readonly word: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly token: readonly number[];
  readonly capital: readonly boolean[];
  /** No space before it. */
  readonly glued: readonly boolean[];
  readonly sentence: readonly number[];
  /** What their language knows of times: with it, a rule needs nothing but the pieces and a place. */
  readonly data: TimeData;
}

export function piecesOf(analysis: Analysis, data: TimeData): Pieces {
  const { text, tokens } = analysis;
  const word: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const token: number[] = [];
  const capital: boolean[] = [];
  const glued: boolean[] = [];
  const sentence: number[] = [];
  let before = -1;
  for (let i = 0; i < tokens.count; i++) {
    const to = tokens.end[i] ?? 0;
    let from = tokens.start[i] ?? 0;
    for (let at = from; at <= to; at++) {
      const code = at < to ? text.charCodeAt(at) : 0;
      const separator = isSeparator(code);
      if (at < to && !separator) continue;
      if (at > from) add(from, at, i);
      if (separator) add(at, at + 1, i);
      from = at + 1;
    }
  }
  return { count: word.length, word, start, end, token, capital, glued, sentence, data };

  function add(from: number, to: number, at: number): void {
    const written = text.slice(from, to);
    const first = written.charCodeAt(0);
    let lower = written.toLowerCase();
    if (lower.length > 1 && lower.endsWith(".")) lower = lower.slice(0, -1);
    word.push(lower.includes("’") ? lower.replaceAll("’", "'") : lower);
    start.push(from);
    end.push(to);
    token.push(at);
    capital.push(first >= 65 && first <= 90);
    glued.push(from === before);
    sentence.push(tokens.sentence[at] ?? 0);
    before = to;
  }
}

/** The word at a place, "" outside the text. */
export function wordAt(pieces: Pieces, at: number): string {
  return pieces.word[at] ?? "";
}

/** Is the word at a place one of these? */
export function is(pieces: Pieces, at: number, ...words: readonly string[]): boolean {
  return at < pieces.count && words.includes(pieces.word[at] ?? "");
}

export function sameSentence(pieces: Pieces, a: number, b: number): boolean {
  return b < pieces.count && pieces.sentence[a] === pieces.sentence[b];
}

/** The place after a hyphen inside a word, the same place where there is none: "mid-November" is read as "mid November". */
export function pastHyphen(pieces: Pieces, at: number): number {
  return pieces.glued[at] === true && is(pieces, at, "-", "–", "‐", "‑") ? at + 1 : at;
}

function isSeparator(code: number): boolean {
  return code === 0x2d || code === 0x2f || code === 0x2010 || code === 0x2011 || code === 0x2013;
}
