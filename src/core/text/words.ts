import type { Analysis, Tokens } from "./analysis.ts";
import { CLASSES, isWordClass, LOWERED, PLAIN } from "./characters.ts";

/** The token as it stands in the text. */
export function wordOf(analysis: Analysis, token: number): string {
  return analysis.text.slice(analysis.tokens.start[token] ?? 0, analysis.tokens.end[token] ?? 0);
}

/** The text from the start of token `start` to the end of the token before `end`, gaps included; "" for an empty range. */
export function textOf(analysis: Analysis, start: number, end: number): string {
  if (start >= end) return "";
  return analysis.text.slice(analysis.tokens.start[start] ?? 0, analysis.tokens.end[end - 1] ?? 0);
}

/** True when the token has neither letters nor digits. */
export function isPunctuation(analysis: Analysis, token: number): boolean {
  const end = analysis.tokens.end[token] ?? 0;
  for (let at = analysis.tokens.start[token] ?? 0; at < end; at += 1)
    if (isWordClass(CLASSES[analysis.text.charCodeAt(at)] as number)) return false;
  return true;
}

/**
 * Hash of a word as `tokens.form` holds it (FNV-1a over UTF-16 code units; soft hyphens are passed over, typographic
 * apostrophes count as straight). Hash a word list once, when it is made, and compare integers from then on.
 */
export function formHash(word: string): number {
  return hashUnits(word, 0, word.length, PLAIN);
}

/** Hash of a word as `tokens.lower` holds it: the word in lower case, whatever its case here. */
export function lowerHash(word: string): number {
  return hashUnits(word, 0, word.length, LOWERED);
}

/** Set of `lowerHash` over a word list: `inList.has(tokens.lower[i])`. */
export function lowerHashes(words: Iterable<string>): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of words) hashes.add(lowerHash(word));
  return hashes;
}

/** Fills `form` and `lower` for every token. */
export function hashWords(text: string, tokens: Tokens): void {
  const { count, start, end, form, lower } = tokens;
  for (let token = 0; token < count; token += 1) {
    const from = start[token] as number;
    const to = end[token] as number;
    let written = OFFSET;
    let lowered = OFFSET;
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === SOFT_HYPHEN) continue;
      written = Math.imul(written ^ (PLAIN[unit] as number), PRIME);
      lowered = Math.imul(lowered ^ (LOWERED[unit] as number), PRIME);
    }
    form[token] = written;
    lower[token] = lowered;
  }
}

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const SOFT_HYPHEN = 0xad;

function hashUnits(text: string, from: number, to: number, map: Uint16Array): number {
  let hash = OFFSET;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== SOFT_HYPHEN) hash = Math.imul(hash ^ (map[unit] as number), PRIME);
  }
  return hash;
}
