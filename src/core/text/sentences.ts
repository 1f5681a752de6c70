import type { TokenRanges } from "./analysis.ts";
import type { TextData } from "./text-data.ts";
import { CLASSES, DIGIT, LOWER, PLAIN, UPPER } from "./characters.ts";
import { CLOSES, type MarkRoles } from "./quotations.ts";

/**
 * Ends sentences at full stops, question and exclamation marks and ellipses, with the closing marks that follow them. A
 * full stop that belongs to an abbreviation ends one only before a word that begins sentences ("... in the U.S. The ...").
 */
export function splitSentences(
  text: string,
  start: Int32Array,
  end: Int32Array,
  lower: Int32Array,
  roles: MarkRoles,
  paragraphs: TokenRanges,
  data: TextData,
): TokenRanges {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph += 1) {
    const to = paragraphs.end[paragraph] as number;
    let from = paragraphs.start[paragraph] as number;
    for (let token = from; token < to; token += 1) {
      const stop = stopAt(text, start, end, token);
      if (stop === NO_STOP) continue;
      let next = token + 1;
      let closers = 0;
      while (next < to && isCloser(text, start, roles, next)) {
        if (roles[next] === CLOSES) closers += 1;
        next += 1;
      }
      if (next < to && !breaksHere(stop, token, next, closers, from, to)) continue;
      starts.push(from);
      ends.push(next);
      from = next;
      token = next - 1;
    }
    if (from < to) {
      starts.push(from);
      ends.push(to);
    }
  }
  return { count: starts.length, start: Int32Array.from(starts), end: Int32Array.from(ends) };

  function breaksHere(stop: number, token: number, next: number, closers: number, from: number, to: number): boolean {
    const first = firstWord(next, to);
    const kind = CLASSES[text.charCodeAt(start[first] as number)] as number;
    const capital = kind === UPPER || kind === DIGIT;
    if (stop === ABBREVIATION) {
      if (closers > 0) return kind === UPPER;
      return (
        kind === UPPER && data.sentenceStarters.has(lower[first] as number) && !data.titles.has(lower[token] as number)
      );
    }
    if (stop === FULL_STOP) {
      // "1. The first point": a number that opens the line
      if (token === from + 1 && CLASSES[text.charCodeAt(start[from] as number)] === DIGIT) return false;
      // an abbreviation that no list knows
      if (kind === LOWER && closers === 0)
        return token === from || (end[token - 1] as number) - (start[token - 1] as number) > 4;
      return kind !== LOWER;
    }
    if (kind === LOWER) return false;
    // “Will it pass?” Minister Ana Ruiz asked.  The question ends no sentence
    if (closers > 0 && stop === ASKING && capital) return !speechFollows(first, to);
    return true;
  }

  /** The token after opening marks and brackets. */
  function firstWord(next: number, to: number): number {
    let token = next;
    while (token < to - 1 && token < next + 3 && (CLASSES[text.charCodeAt(start[token] as number)] as number) > DIGIT)
      token += 1;
    return token;
  }

  function speechFollows(next: number, to: number): boolean {
    for (let token = next; token < Math.min(to, next + 6); token += 1) {
      if (data.speechVerbs.has(lower[token] as number))
        return token > next || CLASSES[text.charCodeAt(start[token] as number)] === LOWER;
      const kind = CLASSES[text.charCodeAt(start[token] as number)];
      if (kind !== UPPER) return false;
    }
    return false;
  }
}

const NO_STOP = 0;
const FULL_STOP = 1;
const ASKING = 2;
const ELLIPSIS = 3;
const ABBREVIATION = 4;

function stopAt(text: string, start: Int32Array, end: Int32Array, token: number): number {
  const last = (end[token] as number) - 1;
  const unit = text.charCodeAt(last);
  const alone = start[token] === last;
  if (unit === 0x2e) {
    if (alone) return FULL_STOP;
    return text.charCodeAt(start[token] as number) === 0x2e ? ELLIPSIS : ABBREVIATION;
  }
  if (unit === 0x2026) return ELLIPSIS;
  return unit === 0x21 || unit === 0x3f || unit === 0x3002 || unit === 0x203d ? ASKING : NO_STOP;
}

/** Closing quotation marks and brackets, and a stray mark right behind the full stop. */
function isCloser(text: string, start: Int32Array, roles: MarkRoles, token: number): boolean {
  if (roles[token] === CLOSES) return true;
  const at = start[token] as number;
  const unit = PLAIN[text.charCodeAt(at)] as number;
  if (unit === 0x29 || unit === 0x5d || unit === 0x7d) return true;
  const glued = at > 0 && (CLASSES[text.charCodeAt(at - 1)] as number) > 0;
  return glued && roles[token] === 0 && (unit === 0x201d || unit === 0x22 || unit === 0x27);
}
